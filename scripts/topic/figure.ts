/** Figures as they are printed and read aloud; every renderer uses these very strings. */
import type { Lang, PrintedFigure } from './topic.ts'

export type Qualifier = 'about' | 'nearly' | 'over' | 'under'

export type FigureWords = {
  /** One figure or the two ends of a range, with the digits as written in the file. */
  readonly digits: readonly string[]
  readonly unit: string
  readonly qualifier: Qualifier | undefined
  readonly lang: Lang
}

const NO_BREAK_SPACE = '\u00a0'
/** Characters of a figure that keeps its unit on its line: `9,999,999,999`, or a range of short ones. */
const MOST_GLUED = 13
const MINUS = '\u2212'
const EN_DASH = '–'

const QUALIFIERS: Readonly<
  Record<Lang, Readonly<Record<Qualifier, { readonly before: string; readonly after: string }>>>
> = {
  en: {
    about: { before: 'about', after: '' },
    nearly: { before: 'nearly', after: '' },
    over: { before: 'over', after: '' },
    under: { before: 'less than', after: '' },
  },
  hi: {
    about: { before: 'लगभग', after: '' },
    nearly: { before: 'लगभग', after: '' },
    over: { before: '', after: 'से अधिक' },
    under: { before: '', after: 'से कम' },
  },
}

/** `US$ billion`, `₹ crore`, `Rs lakh`: the currency goes before the number, the rest after it. */
const CURRENCY = /^((?:[A-Z]{1,3})?\p{Sc}|Rs\.?(?=\s)|(?:INR|USD|EUR|GBP|RUB|CNY)(?=\s|$))\s*(.*)$/u

const DIGITS = /^([+-]?)(\d+\.?\d*|\.\d+)$/u

/** True for digits a reader would write: no exponent, no `0x`, no infinity. */
export function isPlainFigure(written: string): boolean {
  return DIGITS.test(written)
}

export function printFigure({ digits, unit, qualifier, lang }: FigureWords): PrintedFigure {
  const number = printNumber(digits)
  const { before, after } =
    qualifier === undefined ? { before: '', after: '' } : QUALIFIERS[lang][qualifier]
  const [, currency, scale] = CURRENCY.exec(unit) ?? ['', '', unit]
  const amount = [currency, number, scale?.trim()].filter(isNotEmpty)
  // Held together with its unit, a long figure may be wider than its column, which would break its digits.
  const glue = number.length > MOST_GLUED ? ' ' : NO_BREAK_SPACE
  const phrase = [before, amount.join(glue), after].filter(isNotEmpty).join(' ')
  return { number, unit, before, after, phrase }
}

/** What is written on a bar: number and qualifier, without the unit that the caption names. */
export function printBar({ number, before, after }: PrintedFigure): string {
  return [before, number, after].filter(isNotEmpty).join(' ')
}

function printNumber(digits: readonly string[]): string {
  const printed = digits.map(groupThousands)
  // A dash beside a minus sign needs air to be read.
  const separator = printed.some((number) => number.startsWith(MINUS)) ? ` ${EN_DASH} ` : EN_DASH
  return printed.join(separator)
}

/** `39.10` stays `39.10`; `12345.5` becomes `12,345.5`; four digits stand without a comma. */
export function groupThousands(written: string): string {
  const [, sign, magnitude] = DIGITS.exec(written) ?? ['', '', written]
  const [whole = '', fraction] = (magnitude ?? '').split('.')
  const grouped = whole.length < 5 ? whole || '0' : whole.replace(/\B(?=(?:\d{3})+$)/gu, ',')
  const tail = fraction === undefined || fraction === '' ? '' : `.${fraction}`
  return `${sign === '-' ? MINUS : ''}${grouped}${tail}`
}

function isNotEmpty(text: string | undefined): text is string {
  return text !== undefined && text !== ''
}
