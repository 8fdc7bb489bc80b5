/** Labels as plain text. What Mermaid would read as HTML is text here, but for line breaks and plain emphasis. */

const BREAK = /<br\s*\/?>|\\n/giu
/** Tags that change the look and not the words. */
const EMPHASIS = /<\/?(?:b|strong|i|em|u|s|del|small|sub|sup|span|center|p|div)(?:\s[^<>]*)?>/giu
const ICON = /\bfa[bsr]?:fa-[\w-]+\s*/gu
const ENTITY = /[#&](#?\w{1,10});/gu
const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: '\u00a0',
  colon: ':',
  semi: ';',
  hash: '#',
}

/** @param raw as it stands in the source, perhaps in quotes */
export function labelText(raw: string): string {
  return unquoted(raw.trim())
    .replace(BREAK, '\n')
    .replace(EMPHASIS, '')
    .replace(ICON, '')
    .replace(ENTITY, (whole, name: string) => entity(name) ?? whole)
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .trim()
}

/** `"text"`, and `"\`text\`"`, whose stars and underscores are emphasis. */
function unquoted(text: string): string {
  const inner = /^"([\s\S]*)"$/u.exec(text)?.[1] ?? text
  const markdown = /^`([\s\S]*)`$/u.exec(inner.trim())?.[1]
  return markdown === undefined ? inner : withoutEmphasis(markdown)
}

/** Stars and underscores around words, not those inside a name. */
export function withoutEmphasis(text: string): string {
  return text
    .replace(/\*{1,2}([^*]+)\*{1,2}/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])(__?)(?=\S)(.+?)\1(?![\p{L}\p{N}_])/gu, '$2')
}

function entity(name: string): string | undefined {
  const code = /^#?(?:x([\da-f]{1,6})|(\d{1,7}))$/iu.exec(name)
  if (code === null) return NAMED[name.replace('#', '')]
  const point = code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16)
  const isCharacter = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
  return isCharacter ? String.fromCodePoint(point) : undefined
}
