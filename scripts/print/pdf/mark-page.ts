/** The content stream of a page, unpacked and written anew. */
import { type MarkedPage, markContent } from './mark-content.ts'
import { mendTexts, type TextContext } from './mend-text.ts'
import { unpackText } from './pack-text.ts'
import { readPageContent } from './page-content.ts'
import { readPlainText } from './plain-text.ts'
import { type PrintedFile, refIn } from './printed-file.ts'
import type { PrintedPage } from './read-pages.ts'
import { annotationsOf } from './tag.ts'

export type FinishedPage = MarkedPage & {
  /** What the links on it say, by the number of their annotation. */
  readonly linkTexts: ReadonlyMap<number, string>
}

export function markPage(file: PrintedFile, page: PrintedPage, context: TextContext): FinishedPage {
  const content = readPageContent(unpackText(file, refIn(page.entries, 'Contents')))
  const texts = mendTexts(content, context)
  const sayOf = (mcid: number): string =>
    content.paintings
      .map(({ kind, mcid: own, start, end }, index) =>
        kind === 'text' && own === mcid
          ? readPlainText(texts.get(index) ?? content.source.slice(start, end), context.fonts)
          : '',
      )
      .join('')
  const linkTexts = new Map<number, string>()
  for (const { link, mcid } of context.owners.links)
    for (const { id } of annotationsOf(link))
      linkTexts.set(id, (linkTexts.get(id) ?? '') + sayOf(mcid))
  return { ...markContent(content, context.owners, texts), linkTexts }
}
