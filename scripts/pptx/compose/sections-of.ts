/** Sections of a deck as the slide sorter of PowerPoint shows them. */
import { plannedSectionOf } from '../../deck/planned-section.ts'
import { plainText } from '../../deck/rich-text.ts'
import type { DeckDocument, Slide } from '../../deck/slide.ts'
import type { DeckSection } from '../presentation.ts'
import { readDirectives } from './read-directives.ts'

type Section = DeckSection & {
  /** Slides of the same section have the same. */
  readonly key: string
  readonly isSmallPrint: boolean
}

/**
 * By the id of the planned section, else by what stands in the foot line: `Practice`. Terms and sources are one. A deck
 * that says neither is divided at its first-level headings, if they are chapters and not the titles of all slides.
 *
 * @param keys of the front matter
 */
export function sectionsOf(
  deck: DeckDocument,
  keys: ReadonlyMap<string, string>,
): readonly DeckSection[] {
  const named = deck.slides.map((slide) => sectionOf(slide, keys))
  const hasNames = new Set(named.map(({ key }) => key)).size > 2
  const all = hasNames ? named : deck.slides.map(chapterOf)
  if (!hasNames && !areChapters(all)) return []
  return merged(all).map(({ name, slideCount }) => ({ name, slideCount }))
}

function sectionOf(slide: Slide, keys: ReadonlyMap<string, string>): Section {
  const { directives, classes } = slide
  const title = titleOf(slide)
  if (classes.includes('title')) return section('cover', title)
  if (classes.includes('part')) return section(`part ${title}`, title)
  const { header } = readDirectives(directives, keys)
  const { id } = plannedSectionOf(directives)
  const key = id === '' ? (header === '' ? '' : `header ${header}`) : `section ${id}`
  const isSmallPrint = classes.includes('glossary') || classes.includes('sources')
  return { ...section(key, header || title), isSmallPrint }
}

function chapterOf(slide: Slide): Section {
  const title = titleOf(slide)
  return slide.heading?.level === 1 ? section(`chapter ${title}`, title) : section('', title)
}

function areChapters(all: readonly Section[]): boolean {
  const count = all.filter(({ key }) => key !== '').length
  return count > 1 && count * 2 < all.length
}

function section(key: string, name: string): Section {
  return { key, name: name || '–', slideCount: 1, isSmallPrint: false }
}

/** A slide that says nothing goes on with the section before it. */
function merged(all: readonly Section[]): readonly Section[] {
  const sections: Section[] = []
  for (const next of all) {
    const last = sections.at(-1)
    if (last === undefined || !isSame(last, next)) {
      sections.push(next)
      continue
    }
    const names = last.name.split(JOINT)
    const isNew = last.isSmallPrint && next.isSmallPrint && !names.includes(next.name)
    const name = isNew ? [...names, next.name].join(JOINT) : last.name
    sections[sections.length - 1] = { ...last, name, slideCount: last.slideCount + 1 }
  }
  return sections
}

const JOINT = ' · '

function isSame(last: Section, next: Section): boolean {
  return next.key === '' || last.key === next.key || (last.isSmallPrint && next.isSmallPrint)
}

function titleOf({ heading }: Slide): string {
  return plainText(heading?.text ?? '').replace(/\s*\(\d+\/\d+\)$/, '')
}
