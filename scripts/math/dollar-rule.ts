/**
 * Where a formula stands in running text: `$x^2$` or `$$x^2$$`. The same rule for what authors write and for
 * the Markdown that templates make, so that money is never taken for mathematics.
 *
 * A formula opens with a `$` that no letter or digit stands before and no space behind; it closes at the next
 * `$` that is not escaped, if no space stands before that and no letter, digit or `{` behind. Otherwise the
 * `$` is text. The rule is pandoc's `tex_math_dollars`, with the letters added for `US$` and `A$`.
 */
export type FoundFormula = {
  readonly tex: string
  /** Of `tex` in the text. */
  readonly start: number
  /** The offset behind the closing `$`. */
  readonly end: number
}

const BEFORE_OPENING = /[\p{L}\p{M}\p{N}$}]$/u
const AFTER_CLOSING = /^[\p{L}\p{M}\p{N}{$]/u

/** `at` is the offset of a `$` that is not escaped. */
export function findFormula(text: string, at: number): FoundFormula | undefined {
  const marks = text.startsWith('$$', at) ? 2 : 1
  const start = at + marks
  if (BEFORE_OPENING.test(text.slice(Math.max(0, at - 2), at))) return undefined
  if (/^(?:\s|$|\$)/.test(text.slice(start, start + 1))) return undefined
  const close = nextDollar(text, start)
  if (close === undefined || !text.startsWith('$'.repeat(marks), close)) return undefined
  const end = close + marks
  if (/\s/.test(text[close - 1] ?? ' ') || AFTER_CLOSING.test(text.slice(end, end + 2)))
    return undefined
  const tex = text.slice(start, close)
  return /\n\s*\n/.test(tex) || isMoney(tex) ? undefined : { tex, start, end }
}

const DOLLAR_RE = /\\[\s\S]|\$/g

/** Behind an escape sign anything is TeX's own: `\$` is a dollar sign there too. */
function nextDollar(text: string, from: number): number | undefined {
  DOLLAR_RE.lastIndex = from
  for (let match = DOLLAR_RE.exec(text); match !== null; match = DOLLAR_RE.exec(text))
    if (match[0] === '$') return match.index
  return undefined
}

/** `$5 and 10$`, `$3 million (US$)`: a figure with words or half a bracket, and nothing that only TeX has. */
function isMoney(tex: string): boolean {
  if (!/^[\d.,]/.test(tex) || /[\\^_{}=<>+]/.test(tex)) return false
  if (CURRENCY.test(tex)) return true
  return /\s\p{L}{2,}|\p{L}{2,}\s/u.test(tex) || count(tex, '(') !== count(tex, ')')
}

/** `$5/US$ 6`, `$5–$ 6`: what stands before the second sign belongs to it. */
const CURRENCY = /(?:^|[^\p{L}\p{N}])(?:US|AU|A|CA|C|HK|NZ|NT|S|R|Z)$|[–—/,;:.(-]$/u

function count(text: string, sign: string): number {
  return text.split(sign).length - 1
}
