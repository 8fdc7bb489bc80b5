/** `primary: #123456`: to YAML a key without a value and a comment (YAML 1.2.2, 6.6). */

export type Span = { readonly start: number; readonly end: number }

/** What may follow the colour: in brackets the author goes on behind it, but the comment eats that too. */
const COLOR = /:[ \t]+(#[0-9a-f]{3,8})(?=[\s,}\]]|$)/diu

/** The first such colour from `start` on, before `end`. */
export function findUnquotedColor(yaml: string, start: number, end: number): Span | undefined {
  const found = COLOR.exec(yaml.slice(start, end))?.indices?.[1]
  return found && { start: start + found[0], end: start + found[1] }
}

/** The colour on the line of a key without a value. */
export function unquotedColorAfter(yaml: string, keyEnd: number): Span | undefined {
  const lineEnd = yaml.indexOf('\n', keyEnd)
  const end = lineEnd === -1 ? yaml.length : lineEnd
  // Anything but blanks between key and colon would be a key that runs on.
  if (!/^[ \t]*:[ \t]+#/u.test(yaml.slice(keyEnd, end))) return undefined
  return findUnquotedColor(yaml, keyEnd, end)
}
