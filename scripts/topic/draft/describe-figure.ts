/** What the notes say about a figure: a label from the words around it, and its year. */

const MAX_WORDS = 8
const MAX_LEAD = 60

export type FigurePlace = {
  readonly start: number
  readonly end: number
  /** End of the figure before it in the same text, start of the next one. */
  readonly from: number
  readonly to: number
}

/** `China controls … of global supply`; empty when no word stands near. */
export function labelOf(text: string, { start, end, from, to }: FigurePlace): string {
  const lead = leadOf(text, start)
  const after = firstClause(text.slice(end, to))
  const clause = lastClause(text.slice(Math.max(from, lead.end), start))
  const before = after === '' ? clause.replace(HANGING_END, '') : clause
  const around = [before, after].filter((part) => part !== '').join(after === '' ? '' : ' … ')
  const label = before === '' && after !== '' ? after : around
  if (lead.text === '') return label
  return label === '' ? lead.text : `${lead.text}: ${label}`
}

/** Words that lead on to what was cut off. */
const HANGING_END =
  /(?:\s+(?:a|an|and|are|as|at|by|for|from|in|is|it|its|of|on|or|that|the|to|was|were|when|which|with))+$/iu

/** The words before the first colon say what a whole line is about. */
function leadOf(text: string, start: number): { readonly text: string; readonly end: number } {
  const colon = text.slice(0, start).search(/:\s/u)
  if (colon === -1 || colon > MAX_LEAD) return { text: '', end: 0 }
  return { text: tidy(text.slice(0, colon)), end: colon + 1 }
}

function lastClause(text: string): string {
  const clauses = text.split(/[;()—]|,\s|:\s/u).map(tidy)
  const last = clauses.at(-1) ?? ''
  const words = (
    isThin(last) && clauses.length > 1 ? tidy(`${clauses.at(-2)} ${last}`) : last
  ).split(' ')
  return words.slice(-MAX_WORDS).join(' ')
}

function firstClause(text: string): string {
  const clause = /^[^;:()—,.!?।]*/u.exec(text.trimStart())?.[0] ?? ''
  return tidy(clause).split(' ').slice(0, MAX_WORDS).join(' ').replace(HANGING_END, '')
}

function isThin(clause: string): boolean {
  return clause.split(' ').length < 2
}

function tidy(text: string): string {
  return text
    .replace(/\(\s*(?:FY\s*)?(?:19|20)\d{2}[^)]*\)/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s:,.;(–—-]+|[\s:,.;(–—-]+$/gu, '')
}

const YEAR = String.raw`(?:FY\s?)?(?:19|20)\d{2}(?:[–-](?:\d{4}|\d{2}))?`
const DATED = new RegExp(
  String.raw`\((?<bracket>${YEAR})\)|(?<![\p{L}\p{M}])(?:in|during|for|वर्ष|सन्?)\s(?<named>${YEAR})(?![\p{N}\p{L}–-])|(?<![\p{N}])(?<hindi>${YEAR})\sमें`,
  'gu',
)

/** The year of a sentence, when it names exactly one; `2024` or `FY 2024-25`. Never a guess. */
export function yearOf(sentence: string): string | undefined {
  const years = new Set(sentence.match(/(?<!\p{N})(?:19|20)\d{2}(?!\p{N})/gu))
  const [match] = [...sentence.matchAll(DATED)]
  if (years.size !== 1 || match === undefined) return undefined
  const { bracket, named, hindi } = match.groups ?? {}
  return (bracket ?? named ?? hindi)?.replace('–', '-')
}
