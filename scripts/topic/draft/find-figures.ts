/** Amounts of money and percentages in running text, as the ledger writes them. */
import { isPlainFigure, printFigure, type Qualifier } from '../figure.ts'
import type { Lang } from '../topic.ts'

export type FoundFigure = {
  readonly start: number
  readonly end: number
  readonly digits: readonly string[]
  readonly unit: string
  readonly qualifier: Qualifier | undefined
  /** True when the ledger prints the very words of the text; else the text keeps its own. */
  readonly isSamePhrase: boolean
}

const NUMBER = String.raw`\d{1,3}(?:,\d{2,3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const CURRENCY = String.raw`(?:[A-Z]{1,3})?[$₹€£¥]|Rs\.?(?=\s)|(?:INR|USD|EUR|GBP|RUB|CNY)(?=\s)`
const SCALE =
  'lakh crore|trillion|billion|million|thousand|crores?|lakhs?|bn|mn|लाख करोड़|करोड़|लाख|अरब|खरब|हज़ार|हजार'
const MONEY_NAME = 'rupees?|dollars?|euros?|pounds?|रुपये|रुपए|रुपया|डॉलर|यूरो'
const PERCENT = '%|per ?cent(?:age points?)?|प्रतिशत|फ़ीसदी|फीसदी'

/** The hedge and what it means; the ledger's own words are tried first, by printing them. */
const BEFORE: Readonly<Record<string, Qualifier>> = {
  about: 'about',
  approximately: 'about',
  around: 'about',
  roughly: 'about',
  nearly: 'nearly',
  almost: 'nearly',
  over: 'over',
  'more than': 'over',
  above: 'over',
  exceeding: 'over',
  'less than': 'under',
  under: 'under',
  below: 'under',
  'fewer than': 'under',
  लगभग: 'about',
  करीब: 'about',
}
const AFTER: Readonly<Record<string, Qualifier>> = {
  'से अधिक': 'over',
  'से ज़्यादा': 'over',
  'से ज्यादा': 'over',
  'से कम': 'under',
}

const HEDGE = Object.keys(BEFORE).join('|')
const TAIL = Object.keys(AFTER).join('|')

const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}])(?:(?<hedge>${HEDGE})\s+)?(?<![\p{N}.,%_/+\p{Sc}–−-])` +
    String.raw`(?:(?<currency>${CURRENCY})\s?)?(?<low>${NUMBER})` +
    String.raw`(?:\s?[–-]\s?(?:\k<currency>)?\s?(?<high>${NUMBER}))?(?![\p{N}]|[.,]\d)` +
    String.raw`(?:\s?(?<percent>${PERCENT})|(?:\s?(?<scale>${SCALE}))?(?:\s(?<money>${MONEY_NAME}))?)` +
    String.raw`(?![\p{L}\p{M}\p{N}+%$])(?:\s+(?<tail>${TAIL})(?![\p{L}\p{M}]))?`,
  'giu',
)

/** Words that the ledger cannot say: the figure stays in words and is not offered. */
const UNSAYABLE =
  /(?:\b(?:up to|at least|at most|not|no|as much as|as many as|as little as|plus|minus)|कम से कम|अधिक से अधिक)\s*$/iu

const MAX_DIGITS = 15

export function findFigures(text: string, lang: Lang): readonly FoundFigure[] {
  return [...text.matchAll(FIGURE)].flatMap((match) => {
    const figure = readFigure(match, lang)
    return figure === undefined || UNSAYABLE.test(text.slice(0, match.index)) ? [] : [figure]
  })
}

function readFigure(match: RegExpExecArray, lang: Lang): FoundFigure | undefined {
  const { hedge, currency, low, high, percent, scale, money, tail } = match.groups ?? {}
  const unit = percent ?? [currency, scale, money].filter((part) => part !== undefined).join(' ')
  if (unit === '' || unit === scale) return undefined
  const digits = [low, high].flatMap((part) =>
    part === undefined ? [] : [part.replaceAll(',', '')],
  )
  if (!digits.every(isUsable) || Number(digits[0]) > Number(digits.at(-1))) return undefined
  const qualifier = tail === undefined ? BEFORE[hedge?.toLowerCase() ?? ''] : AFTER[tail]
  const isHedgedTwice = tail !== undefined && hedge !== undefined
  if (isHedgedTwice) return undefined
  const { phrase } = printFigure({ digits, unit, qualifier, lang })
  const isSamePhrase = normalized(phrase) === normalized(match[0])
  const place = { start: match.index, end: match.index + match[0].length }
  return { ...place, digits, unit, qualifier, isSamePhrase }
}

function isUsable(digits: string): boolean {
  return isPlainFigure(digits) && digits.length <= MAX_DIGITS && !/^0\d/u.test(digits)
}

/** Blanks, thousands commas and the kind of dash in a range are typography, not words. */
function normalized(phrase: string): string {
  return phrase.replace(/\s+|(?<=\d),(?=\d)/gu, '').replace(/(?<=\d)-(?=\p{Sc}?\d)/gu, '–')
}
