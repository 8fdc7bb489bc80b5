import type { Report } from '../diagnostics/make-diagnostic.ts'
import { factConflict } from '../diagnostics/topic-problems.ts'
import { badFigure, badRange } from '../diagnostics/value-problems.ts'
import { checkGlyphs } from './check-glyphs.ts'
import { groupThousands, isPlainFigure, printFigure } from './figure.ts'
import { all, type Layer, type Layers, pick } from './layers.ts'
import { requireKey } from './reading.ts'
import type { FactData } from './schema.ts'
import { type At, child, textAt, whereValue } from './source-document.ts'
import type { Lang, PrintedFigure } from './topic.ts'

export type ReadFact = {
  readonly id: string
  readonly layers: Layers<FactData>
  readonly value: number | readonly [number, number]
  readonly printed: PrintedFigure
  readonly asOf: string
}

type FactContext = { readonly lang: Lang; readonly report: Report }

type Value = Layer<Exclude<FactData['value'], undefined>>

/** Undefined after what is missing or wrong was reported. */
export function readFact(
  id: string,
  layers: Layers<FactData>,
  context: FactContext,
): ReadFact | undefined {
  const { lang, report } = context
  const of = `The fact \`${id}\``
  if (pick(layers, 'label') === undefined) requireKey({ report }, layers, { key: 'label', of })
  const value = pick(layers, 'value')
  if (value === undefined) {
    requireKey({ report }, layers, { key: 'value', of })
    return undefined
  }
  const digits = digitsOf(value)
  if (!checkDigits(value, digits, report)) return undefined
  reportConflicts(id, layers, context)
  const unit = plain(pick(layers, 'unit')?.at, report)
  const qualifier = pick(layers, 'qualifier')?.value
  return {
    id,
    layers,
    value: typeof value.value === 'number' ? value.value : [value.value[0], value.value[1]],
    printed: printFigure({ digits, unit, qualifier, lang }),
    asOf: plain(pick(layers, 'as_of')?.at, report),
  }
}

function plain(at: At | undefined, report: Report): string {
  if (at === undefined) return ''
  const text = textAt(at)
  checkGlyphs(text, at, report)
  return text.replace(/\s+/gu, ' ').trim()
}

function digitsOf(value: Value): readonly string[] {
  return digitPlaces(value).map(textAt)
}

function digitPlaces({ value, at }: Value): readonly At[] {
  return typeof value === 'number' ? [at] : [child(at, 0), child(at, 1)]
}

function checkDigits(value: Value, digits: readonly string[], report: Report): boolean {
  const bad = digitPlaces(value).filter((at) => !isPlainFigure(textAt(at)))
  for (const at of bad) report(badFigure(whereValue(at), textAt(at)))
  if (bad.length > 0) return false
  if (Number(digits[0]) <= Number(digits.at(-1))) return true
  report(badRange(whereValue(value.at)))
  return false
}

/** An edition or a topic may repeat a figure of its original or of the folder, but not change it. */
function reportConflicts(
  id: string,
  layers: Layers<FactData>,
  { lang, report }: FactContext,
): void {
  const values = all(layers, 'value').map(({ value, at }) => {
    const digits = digitsOf({ value, at })
    return { at, same: digits.map(Number).join(), shown: digits.map(groupThousands).join('–') }
  })
  reportConflict(id, values, report)
  reportConflict(id, all(layers, 'qualifier').map(written), report)
  // An edition in another language translates these.
  if (lang !== 'en') return
  reportConflict(id, all(layers, 'unit').map(written), report)
  reportConflict(id, all(layers, 'as_of').map(written), report)
}

type Claim = { readonly at: At; readonly same: string; readonly shown: string }

function written({ at }: Layer<unknown>): Claim {
  const text = textAt(at).replace(/\s+/gu, ' ').trim()
  return { at, same: text, shown: `“${text}”` }
}

/** @param claims what each layer says of the fact, strongest first */
function reportConflict(id: string, claims: readonly Claim[], report: Report): void {
  const [strongest, ...others] = claims
  const other = others.find(({ same }) => same !== strongest?.same)
  if (strongest === undefined || other === undefined) return
  const file = other.at.document.file
  const words = { id, here: strongest.shown, there: other.shown, other: file }
  report(factConflict(whereValue(strongest.at), words))
}
