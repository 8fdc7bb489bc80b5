/** The parts of a deck as the paginator and the renderer see them. */

/** Markdown source of text inside one block: emphasis, links, `<sup>`. */
export type InlineSource = string

export type ListItem = {
  readonly text: InlineSource
  readonly children: readonly ListItem[]
  /** Marked `*` or `1)`: Marp's player shows it at a click of its own. */
  readonly isFragment: boolean
}

export type ListBlock = {
  readonly kind: 'list'
  /** Number of the first item of an ordered list; 0 for bullets. */
  readonly start: number
  readonly items: readonly ListItem[]
}

export type TableBlock = {
  readonly kind: 'table'
  readonly head: readonly InlineSource[]
  /** The rule under each head cell: `---`, `--:`, `:-:`. */
  readonly rules: readonly string[]
  readonly rows: readonly (readonly InlineSource[])[]
  /** Rows that share the columns: also those that went to other slides. */
  readonly wholeRows: readonly (readonly InlineSource[])[]
}

export type CodeBlock = {
  readonly kind: 'code'
  /** Shiki's id; empty for plain text. */
  readonly language: string
  /** Number of the first line; what is split goes on counting. */
  readonly start: number
  /** Numbers of the lines to stress. */
  readonly marked: readonly number[]
  readonly lines: readonly string[]
}

export type Block =
  | ListBlock
  | TableBlock
  | { readonly kind: 'paragraph'; readonly text: InlineSource }
  | { readonly kind: 'subheading'; readonly text: InlineSource }
  | { readonly kind: 'picture'; readonly path: string; readonly source: string }
  | { readonly kind: 'quote'; readonly paragraphs: readonly InlineSource[] }
  | CodeBlock
  | {
      readonly kind: 'formula'
      readonly tex: string
      readonly alt: string
      readonly source: string
    }
  /** Anything the contract does not name: kept whole, measured as its lines. */
  | { readonly kind: 'opaque'; readonly source: string }

export type Heading = { readonly level: number; readonly text: InlineSource }

export type Slide = {
  /** The comment of local directives, as written; empty when there is none. */
  readonly directives: string
  readonly classes: readonly string[]
  readonly heading: Heading | undefined
  readonly blocks: readonly Block[]
  /** Comments with what the speaker says, as written. */
  readonly notes: readonly string[]
  /** The slide as written, trimmed. */
  readonly source: string
}

export type DeckDocument = {
  /** With its fences; empty when there is none. */
  readonly frontMatter: string
  readonly lang: 'en' | 'hi'
  readonly slides: readonly Slide[]
}
