/** One figure of a chart as it is written in a list or a table: `39.1`, `85–95`, `7 %`, `{fact-id}`, `–`. */
import { groupThousands, printBar, printFigure } from './figure.ts'
import { inlineText } from './inline-text.ts'
import type { Layer } from './layers.ts'
import type { ReadFact } from './read-fact.ts'
import { inlineOf, type Reading } from './reading.ts'
import type { TextData } from './schema.ts'
import type { At } from './source-document.ts'
import type { ChartFigure, Inline, PrintedFigure } from './topic.ts'

export type CellFigure = ChartFigure & {
  /** The two ends of a range; twice the same for one figure. */
  readonly low: number
  readonly high: number
  /** As written, one or two. */
  readonly digits: readonly string[]
  readonly isQualified: boolean
  readonly unit: string
  /** The fact it comes from; undefined for a figure written into the chart or table. */
  readonly fact: ReadFact | undefined
}

export type ChartCell = {
  /** Undefined when no figure is known. */
  readonly figure: CellFigure | undefined
  readonly at: At
  /** Numbers of the sources cited in the cell or by its fact. */
  readonly sources: readonly number[]
}

const MISSING = /^[–—-]?$/u

export function isMissing(text: string): boolean {
  return MISSING.test(text.trim())
}

/** Undefined when the cell holds something that is no figure. */
export function readCell(reading: Reading, layer: Layer<TextData>): ChartCell | undefined {
  const spans = inlineOf(reading, layer)
  const sources = spans.flatMap((span) => (span.kind === 'citation' ? span.numbers : []))
  const shown = spans.filter(({ kind }) => kind !== 'citation')
  const { at } = layer
  const fact = factIn(reading, shown)
  if (fact !== undefined) return cellOfFact(reading, fact, { at, sources })
  const text = inlineText(shown).trim()
  if (isMissing(text)) return { figure: undefined, at, sources }
  const figure = plainFigure(text, reading)
  return figure === undefined ? undefined : { figure, at, sources }
}

export function cellOfFact(
  reading: Reading,
  fact: ReadFact,
  { at, sources }: Pick<ChartCell, 'at' | 'sources'>,
): ChartCell {
  const [low, high] = typeof fact.value === 'number' ? [fact.value, fact.value] : fact.value
  const { printed } = fact
  const cited = reading.ledger.citeSourceOf(fact)
  return {
    figure: {
      value: (low + high) / 2,
      low,
      high,
      digits: digitsOf(printed),
      isQualified: printed.before !== '' || printed.after !== '',
      printed: printBar(printed),
      unit: printed.unit,
      fact,
    },
    at,
    sources: cited === 0 ? sources : [...sources, cited],
  }
}

/** Nothing but one figure of the ledger. */
function factIn({ ledger }: Reading, shown: Inline): ReadFact | undefined {
  const [only, ...more] = shown.filter((span) => span.kind !== 'text' || span.text.trim() !== '')
  return only?.kind === 'figure' && more.length === 0 ? ledger.peek(only.factId) : undefined
}

function digitsOf({ number }: PrintedFigure): readonly string[] {
  return number.match(/\d[\d,]*\.?\d*/gu) ?? []
}

const ONE = String.raw`[+−-]?(?:\d+(?:,\d{2,3})*(?:\.\d+)?|\.\d+)`
const CELL = new RegExp(String.raw`^(${ONE})(?:\s*[–-]\s*(${ONE}))?\s*(%?)$`, 'u')
/** Beyond it a drawing would have no digits left to place marks with. */
const MOST = 1e15

function plainFigure(text: string, { lang }: Reading): CellFigure | undefined {
  const [, first, second, unit = ''] = CELL.exec(text) ?? []
  if (first === undefined) return undefined
  const digits = second === undefined ? [first] : [first, second]
  const [low = 0, high = low] = digits.map(numberOf)
  if (Math.max(Math.abs(low), Math.abs(high)) > MOST || low > high) return undefined
  const words = { digits: digits.map(signed), unit, qualifier: undefined, lang }
  return {
    value: (low + high) / 2,
    low,
    high,
    digits,
    isQualified: false,
    printed: digits.some((written) => written.includes(','))
      ? digits.map((written) => signed(written).replace('-', '−')).join('–')
      : printFigure(words).number,
    unit,
    fact: undefined,
  }
}

function signed(written: string): string {
  return written.replace('−', '-').replace('+', '')
}

function numberOf(written: string): number {
  return Number(signed(written).replaceAll(',', ''))
}

/** Digits behind the point. */
export function decimalsOf(digits: readonly string[]): number {
  return Math.max(0, ...digits.map((written) => (written.split('.')[1] ?? '').length))
}

export function printPlain(value: number, decimals: number): string {
  return groupThousands(value.toFixed(decimals))
}
