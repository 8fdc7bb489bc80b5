/** All pages of a printed file, written anew into the draft of the one that is made. */
import type { Draft } from './draft.ts'
import { FontBook } from './font-book.ts'
import { markPage } from './mark-page.ts'
import { NO_OWNERS, ownersByPage } from './owners.ts'
import { packText } from './pack-text.ts'
import { type PrintedFile, refIn } from './printed-file.ts'
import type { PrintedPage } from './read-pages.ts'
import { type Tag, withContents } from './tag.ts'
import type { WordPairs } from './word-pairs.ts'

export type MarkedPages = {
  /** With the sequences that the pages have now. */
  readonly tags: Tag
  /** What links say, by the number of their annotation. */
  readonly linkTexts: ReadonlyMap<number, string>
  /** Every code that the pages show stands for a text. */
  readonly isReadable: boolean
}

type Printed = {
  readonly file: PrintedFile
  readonly pages: readonly PrintedPage[]
  readonly tags: Tag
  readonly arePair: WordPairs
}

export function markPages(draft: Draft, { file, pages, tags, arePair }: Printed): MarkedPages {
  const allOwners = ownersByPage(tags)
  const book = new FontBook(file)
  const linkTexts = new Map<number, string>()
  const renumbered = new Map<number, ReadonlyMap<number, readonly number[]>>()
  for (const page of pages) {
    const owners = allOwners.get(page.id) ?? NO_OWNERS
    const fonts = book.fontsOf(page.entries)
    const marked = markPage(file, page, { owners, fonts, arePair })
    const { dictionary, data } = packText(marked.source)
    draft.put(refIn(page.entries, 'Contents'), dictionary, data)
    renumbered.set(page.id, marked.renumbered)
    for (const [id, text] of marked.linkTexts) linkTexts.set(id, text)
  }
  const isReadable = book.write(draft)
  const marked = withContents(tags, ({ page, mcid }) =>
    (renumbered.get(page)?.get(mcid) ?? []).map((each) => ({ kind: 'content', page, mcid: each })),
  )
  return { tags: marked, linkTexts, isReadable }
}
