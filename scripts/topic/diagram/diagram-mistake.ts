/** What in a Mermaid source cannot be drawn, by its place in that source. */
export type MistakeKind = 'syntax' | 'kind' | 'too-large'

export type DiagramMistake = {
  readonly kind: MistakeKind
  /** Offsets in the source. */
  readonly start: number
  readonly end: number
  readonly message: string
  readonly hint: string
}

/** What was read and is not drawn, by its place in the source. */
export type IgnoredPart = Omit<DiagramMistake, 'kind'>

/** One statement of a source: a line, or a part of one between semicolons; trimmed. */
export type Statement = {
  readonly text: string
  readonly start: number
}

export class SyntaxMistake extends Error {
  readonly start: number
  readonly end: number
  readonly hint: string

  /** @param part of the statement: where it starts in it and how long it is */
  constructor(
    statement: Statement,
    words: { readonly message: string; readonly hint: string },
    part: { readonly at: number; readonly length: number } = {
      at: 0,
      length: statement.text.length,
    },
  ) {
    super(words.message)
    this.start = statement.start + part.at
    this.end = this.start + Math.max(1, part.length)
    this.hint = words.hint
  }
}
