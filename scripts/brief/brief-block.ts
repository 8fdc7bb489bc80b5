/** The brief after parsing: typed blocks, text with its inline marks. */

export type RichSpan = {
  readonly text: string
  readonly isBold: boolean
  readonly isItalic: boolean
  /** A source number above the line. */
  readonly isSuperscript: boolean
  readonly isSmall: boolean
  /** http, https or mailto; empty otherwise. */
  readonly link: string
  /** Id of the section or box without which it means nothing; left out with it. */
  readonly of?: string
  /** Of a formula; `text` is then what is read aloud. */
  readonly tex?: string
}

export type Rich = readonly RichSpan[]

export type ListItem = { readonly text: Rich; readonly children: readonly Content[] }

export type TableColumn = { readonly head: Rich; readonly isDecimal: boolean }

export type Content =
  | { readonly kind: 'paragraph'; readonly text: Rich }
  | { readonly kind: 'subheading'; readonly text: Rich }
  /** `start` is 0 for bullets, else the first number. */
  | { readonly kind: 'list'; readonly start: number; readonly items: readonly ListItem[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly TableColumn[]
      readonly rows: readonly (readonly Rich[])[]
    }
  | {
      readonly kind: 'picture'
      readonly path: string
      readonly alt: string
      readonly caption: Rich
      /** Of the Markdown. */
      readonly line: number
    }
  | { readonly kind: 'quote'; readonly paragraphs: readonly Rich[] }
  /** `alt` is empty where the formula speaks for itself. */
  | { readonly kind: 'formula'; readonly tex: string; readonly alt: string }
  | {
      readonly kind: 'code'
      readonly lines: readonly string[]
      /** Numbers of the lines to stress. */
      readonly marked: readonly number[]
    }

export type FlowBlock = {
  readonly kind: 'section' | 'box'
  readonly id: string
  /** 1 stays to the last. */
  readonly priority: number
  readonly heading: Rich
  readonly content: readonly Content[]
}

export type FigureCard = { readonly figure: Rich; readonly label: Rich }

export type Brief = {
  /** Left, middle, right. */
  readonly header: readonly Rich[]
  readonly masthead: {
    readonly title: Rich
    readonly subtitle: Rich
    readonly notes: readonly Rich[]
    readonly summary: readonly Rich[]
  }
  readonly figures: readonly FigureCard[]
  readonly flow: readonly FlowBlock[]
  /** What stands above ruled lines in the room that is left; empty: none are ruled. */
  readonly lines: Rich
  readonly foot: readonly Content[]
}

/** The Markdown breaks the contract of ARCHITECTURE.md: the template's fault, never the author's. */
export class BriefMarkdownError extends Error {
  readonly line: number

  constructor(line: number, message: string) {
    super(`brief Markdown, line ${line}: ${message}`)
    this.name = 'BriefMarkdownError'
    this.line = line
  }
}
