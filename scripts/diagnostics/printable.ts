/** C0 and C1 controls, line and paragraph separators, and the characters that reorder text. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu

/** Text from a file, made safe to print: a name in a file must not steer the reader's terminal. */
export function printable(text: string): string {
  return text
    .replace(UNSAFE, (character) => (character === '\t' ? ' ' : ''))
    .replace(/\p{Surrogate}/gu, '\ufffd')
}

/** The same, cut to a length that leaves a message readable. */
export function excerpt(text: string, limit = 60): string {
  const characters = [...printable(text.replace(/\s+/gu, ' ').trim())]
  if (characters.length <= limit) return characters.join('')
  return `${characters.slice(0, limit - 1).join('')}…`
}
