/** What every resolver of one topic shares, and how a text value becomes Inline. */
import type { Report, Where } from '../diagnostics/make-diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { missingKey, unsafeLink } from '../diagnostics/value-problems.ts'
import { checkGlyphs } from './check-glyphs.ts'
import { formulaSpan } from './formula-span.ts'
import { parseInline } from './inline.ts'
import type { Layer, Layers } from './layers.ts'
import type { Ledger } from './ledger.ts'
import type { PictureShelf } from './picture-shelf.ts'
import type { TableData, TextData } from './schema.ts'
import { type At, child, isPrunedBelow, textAt, whereKey, whereText } from './source-document.ts'
import type { Inline, Lang } from './topic.ts'

export type Reading = {
  readonly lang: Lang
  readonly isHtmlTrusted: boolean
  readonly report: Report
  readonly ledger: Ledger
  readonly pictures: PictureShelf
  /** By section id, for charts that are drawn from one. */
  readonly tables: ReadonlyMap<string, Layers<TableData>>
}

/** The value as the author wrote it, on one line and without markup. */
export function plainOf(
  reading: Pick<Reading, 'report'>,
  layer: Layer<TextData> | undefined,
): string {
  if (layer === undefined) return ''
  const text = textAt(layer.at)
  checkGlyphs(text, layer.at, reading.report)
  return text.replace(/\s+/gu, ' ').trim()
}

/** Empty when the value is not given. */
export function inlineOf(reading: Reading, layer: Layer<TextData> | undefined): Inline {
  if (layer === undefined) return []
  const { at } = layer
  const { report, ledger, isHtmlTrusted } = reading
  const raw = textAt(at)
  checkGlyphs(raw, at, report)
  const lead = raw.length - raw.trimStart().length
  const where = (start: number, end: number): Where => whereText(at, start + lead, end + lead)
  return parseInline(raw.trim(), {
    isHtmlTrusted,
    figure: (id, start, end) => {
      const printed = ledger.figure(id, () => where(start, end))
      return printed === undefined ? undefined : { kind: 'figure', factId: id, printed }
    },
    citation: (cited) => {
      const numbers = cited.map(({ id, start, end }) => ledger.cite(id, () => where(start, end)))
      const known = [...new Set(numbers.filter((number) => number > 0))]
      return known.length === 0 ? undefined : { kind: 'citation', numbers: known }
    },
    formula: (tex, start, end) =>
      formulaSpan(
        tex,
        (from, to) => where(start + from, to === tex.length ? end : start + to),
        report,
      ),
    refuseLink: (url, start, end) => report(unsafeLink(where(start, end), url)),
  })
}

/** True when a key that was reported as unknown is the one that is missing. */
function hasMisspelt(at: At, key: string): boolean {
  return at.document.pruned.some((path) => {
    const isSibling =
      path.length === at.path.length + 1 && at.path.every((part, i) => part === path[i])
    return isSibling && nearest(String(path.at(-1)), [key]) !== undefined
  })
}

/** Reports a required key that no layer gives, unless a faulty value was taken away there. */
export function requireKey<T extends object>(
  reading: Pick<Reading, 'report'>,
  layers: Layers<T>,
  words: { readonly key: string; readonly of: string },
): void {
  const strongest = layers[0]
  if (strongest === undefined) return
  if (layers.some(({ at }) => isPrunedBelow(child(at, words.key)))) return
  if (layers.some(({ at }) => hasMisspelt(at, words.key))) return
  reading.report(missingKey(whereKey(strongest.at), words.key, words.of))
}
