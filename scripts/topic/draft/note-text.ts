/** Text of notes as inline markup of a topic file: what was bold stays bold, everything else is text. */
import { hasGlyph } from '../../font/coverage.ts'

export type NoteToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string }

/** Markdown of the notes: escape, bold, italic, link (CommonMark §2.4, §6.2, §6.3; the plain cases only). */
const MARKUP =
  /\\([!-/:-@[-`{-~])|(?:\*\*(?=[^\s*])([^*\\[\]]*[^\s*\\[\]])\*\*)|(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*\\[\]]*[^\s*\\[\]])\*(?![\p{L}\p{N}*])|(?<!!)\[([^[\]\\*]+)\]\((https?:\/\/[^\s()<>"\\^`{}|*]+)\)/gu

export function readTokens(text: string): readonly NoteToken[] {
  const tokens: NoteToken[] = []
  let at = 0
  for (const match of text.matchAll(MARKUP)) {
    const [whole, escaped, strong, emphasis, label, url] = match
    addText(tokens, text.slice(at, match.index))
    if (escaped !== undefined) addText(tokens, escaped)
    if (strong !== undefined) tokens.push({ kind: 'strong', text: strong })
    if (emphasis !== undefined) tokens.push({ kind: 'emphasis', text: emphasis })
    if (label !== undefined && url !== undefined) tokens.push({ kind: 'link', text: label, url })
    at = match.index + whole.length
  }
  addText(tokens, text.slice(at))
  return tokens
}

function addText(tokens: NoteToken[], text: string): void {
  if (text === '') return
  const last = tokens.at(-1)
  if (last?.kind === 'text') tokens[tokens.length - 1] = { kind: 'text', text: last.text + text }
  else tokens.push({ kind: 'text', text })
}

/** The text without markup, as a viewer reads it. */
export function plainText(text: string): string {
  return readTokens(text)
    .map((token) => token.text)
    .join('')
}

/** False when a link's address, or a sign that no font has, is not in the printed text. */
export function isWhole(printed: string | undefined, raw: string): boolean {
  const plain = plainText(raw).replace(/\s+/gu, ' ').trim()
  return printed === plain && readTokens(raw).every(({ kind }) => kind !== 'link')
}

const WRAPPERS = { text: '', strong: '**', emphasis: '*' } as const

/** @param escaped the token's own text, already escaped or with `{fact}` in it */
export function writeToken(token: NoteToken, escaped: string): string {
  // `[@` would open a citation.
  if (token.kind === 'link') return `[${escaped.replace(/^@/u, '\\@')}](${token.url})`
  const wrapper = WRAPPERS[token.kind]
  return `${wrapper}${escaped}${wrapper}`
}

/** Characters that may begin markup in a topic file: see RULES of ../inline.ts. */
export function escapeInline(text: string): string {
  return text.replace(/[\\{}[\]*<]|(?<![\p{L}\p{M}\p{N}$}])\$(?=\S[^$]*\$)/gu, '\\$&')
}

export function toInline(text: string): string {
  return readTokens(text)
    .map((token) => writeToken(token, escapeInline(token.text)))
    .join('')
}

/**
 * The text on one line and without signs that no shipped font has; undefined when letters or digits
 * would be lost with them, or when nothing is left.
 */
export function printableText(text: string): string | undefined {
  let kept = ''
  for (const character of text.replace(/\s+/gu, ' ')) {
    if (/[ -~]/u.test(character) || isDrawable(character)) kept += character
    else if (/[\p{L}\p{N}\p{M}]/u.test(character)) return undefined
    // A gap, so that no two words become one.
    else kept += ' '
  }
  const line = kept.replace(/\s+/gu, ' ').trim()
  return line === '' ? undefined : line
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

function isDrawable(character: string): boolean {
  return !RIGHT_TO_LEFT.test(character) && hasGlyph(character.codePointAt(0) ?? 0, 'sans')
}
