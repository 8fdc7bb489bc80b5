import { sourceConflict } from '../diagnostics/topic-problems.ts'
import { all, type Layer, type Layers, pick } from './layers.ts'
import { printDate } from './printed-date.ts'
import { inlineOf, type Reading, requireKey } from './reading.ts'
import type { SourceData } from './schema.ts'
import { textAt, whereValue } from './source-document.ts'
import type { Source } from './topic.ts'

/**
 * Sources by number: those cited, then the topic's own that are not.
 * Sources of the folder that the topic does not cite are none of its business.
 */
export function resolveSources(reading: Reading, sharedFile: string): readonly Source[] {
  const { ledger } = reading
  for (const [id, layers] of ledger.content.sources)
    if (layers.some(({ at }) => at.document.file !== sharedFile))
      ledger.cite(id, () => ({ file: sharedFile }))
  const resolved: Source[] = []
  // Titles may cite in their turn, so the list may grow while it is walked.
  for (let index = 0; index < ledger.cited().length; index++) {
    const id = ledger.cited()[index] ?? ''
    resolved.push(
      resolveSource(reading, {
        id,
        number: index + 1,
        layers: ledger.content.sources.get(id) ?? [],
      }),
    )
  }
  return resolved
}

function resolveSource(
  reading: Reading,
  {
    id,
    number,
    layers,
  }: { readonly id: string; readonly number: number; readonly layers: Layers<SourceData> },
): Source {
  const title = pick(layers, 'title')
  if (title === undefined) requireKey(reading, layers, { key: 'title', of: `The source \`${id}\`` })
  reportConflict(reading, id, all(layers, 'title'))
  const date = written(pick(layers, 'date'))
  return {
    id,
    number,
    title: inlineOf(reading, title),
    author: inlineOf(reading, pick(layers, 'author')),
    publisher: inlineOf(reading, pick(layers, 'publisher')),
    url: pick(layers, 'url')?.value ?? '',
    date,
    printedDate: printDate(date, reading.lang),
  }
}

/** Another title is another report, and would be printed with the author and address of the folder's. */
function reportConflict({ lang, report }: Reading, id: string, titles: Layers<unknown>): void {
  const [strongest, ...others] = titles
  const other = others.find((title) => strongest !== undefined && !isSame(title, strongest))
  // An edition in another language translates titles.
  if (strongest === undefined || other === undefined || lang !== 'en') return
  const words = { id, title: written(other), other: other.at.document.file }
  report(sourceConflict(whereValue(strongest.at), words))
}

function isSame(one: Layer<unknown>, other: Layer<unknown>): boolean {
  return written(one).replace(/\s+/gu, ' ').trim() === written(other).replace(/\s+/gu, ' ').trim()
}

function written(layer: Layer<unknown> | undefined): string {
  return layer === undefined ? '' : textAt(layer.at)
}
