/** One line of block YAML cut where an author sees its parts: indent and dashes, key, value. */
export type SourceLine = {
  readonly text: string
  /** Spaces and `- ` before the key or the value. */
  readonly lead: string
  readonly key: string | undefined
  /** Offset of the value in the line. */
  readonly valueStart: number
  /** To the end of the line, without trailing blanks; a comment is still in it. */
  readonly value: string
}

/** Keys of topic files are words without blanks; a longer stretch before a colon is text. */
const LINE = /^([ \t]*(?:- +)*)(?:((?:"[^"]*"|'[^']*'|[^\s"'#{}[\],:][^\s:]*)):(?: +|$))?/u

export function splitSourceLine(line: string): SourceLine {
  const match = LINE.exec(line)
  const lead = match?.[1] ?? ''
  const valueStart = match?.[0].length ?? 0
  const value = line.slice(valueStart).trimEnd()
  return { text: line, lead, key: match?.[2], valueStart, value }
}
