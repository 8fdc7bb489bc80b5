/** Bookmarks of a deck: parts, their sections, the slides of each; answers below their question. */
import type { Bookmark } from './pdf/outline.ts'
import type { SlideFacts } from './read-slides.ts'

type Entry = {
  readonly title: string
  readonly page: number
  readonly section: string
  readonly isPart: boolean
  readonly isQuestion: boolean
  readonly kids: Entry[]
}

/** More than this is no list to look at: sections are then closed. */
const MAX_OPEN = 40

export function slideBookmarks(slides: readonly SlideFacts[]): readonly Bookmark[] {
  const isLong = slides.length > MAX_OPEN
  return nestParts(nestSlides(slides)).map((entry) => asBookmark(entry, isLong))
}

function nestSlides(slides: readonly SlideFacts[]): readonly Entry[] {
  const entries: Entry[] = []
  slides.forEach((slide, page) => {
    const last = entries.at(-1)
    const entry = entryOf(slide, page)
    const isAnswer = slide.classes.some((name) => name === 'key' || name === 'answer')
    if (slide.section !== '' && last?.section === slide.section) last.kids.push(entry)
    else if (isAnswer && last?.isQuestion === true) last.kids.push(entry)
    else entries.push(slide.section === '' ? entry : sectionOf(entry, slide))
  })
  return entries.map(withoutEcho)
}

function entryOf(slide: SlideFacts, page: number): Entry {
  return {
    title: slide.title || slide.header || String(page + 1),
    page,
    section: '',
    isPart: slide.classes.includes('part'),
    isQuestion: slide.classes.includes('question') || slide.classes.includes('quote'),
    kids: [],
  }
}

function sectionOf(first: Entry, { section, header }: SlideFacts): Entry {
  const title = header || first.title
  return { ...first, title, section, isPart: false, isQuestion: false, kids: [first] }
}

/** The first slide of a section often has its title: one line is enough. What comes again is counted. */
function withoutEcho(entry: Entry): Entry {
  if (entry.section === '') return entry
  const seen = new Map<string, number>()
  const kids = entry.kids.flatMap((kid) => {
    const count = (seen.get(kid.title) ?? 0) + 1
    seen.set(kid.title, count)
    if (kid.page === entry.page && kid.title === entry.title) return []
    return [count === 1 ? kid : { ...kid, title: `${kid.title} (${count})` }]
  })
  return { ...entry, kids }
}

/** Sections belong to the part before them, up to the first slide that has no section. */
function nestParts(entries: readonly Entry[]): readonly Entry[] {
  const nested: Entry[] = []
  for (const entry of entries) {
    const last = nested.at(-1)
    if (last?.isPart === true && entry.section !== '') last.kids.push(entry)
    else nested.push(entry)
  }
  return nested
}

function asBookmark({ title, page, isPart, section, kids }: Entry, isLong: boolean): Bookmark {
  const isOpen = isPart || (section !== '' && !isLong)
  return { title, page, isOpen, kids: kids.map((kid) => asBookmark(kid, isLong)) }
}
