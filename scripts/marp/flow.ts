/** What stands on a slide as blocks one below the other: text, tables, pictures, programs, formulas, columns. */

/** Text of one style; the fields are those of a run of a presentation. */
export type FlowRun = {
  readonly text: string
  readonly isStrong?: true
  readonly isItalic?: true
  readonly isStruck?: true
  readonly isCode?: true
  readonly rise?: 'super' | 'sub'
  /** As written. */
  readonly link?: string
  /** CSS, of `<font color>`. */
  readonly color?: string
  /** Of the size around it, as `<small>` has. */
  readonly scale?: number
}

export type FlowLine = readonly (FlowRun | 'break')[]

export type FlowParagraph = {
  readonly runs: FlowLine
  readonly role: 'heading' | 'text' | 'item'
  /** 1 to 6 of a heading. */
  readonly rank?: number
  /** Of an item, 0 the outermost. */
  readonly level: number
  /** Of an item; 0: a bullet, undefined: it goes on with the one before. */
  readonly number?: number
  readonly align?: 'left' | 'center' | 'right'
  /** How deep it stands in quotations. */
  readonly quotes: number
  readonly isCaption?: true
  readonly isFit?: true
}

export type FlowCell = {
  readonly paragraphs: readonly FlowParagraph[]
  readonly align?: 'left' | 'center' | 'right'
  readonly isHead: boolean
}

export type FlowPicture = {
  readonly kind: 'picture'
  readonly src: string
  readonly alt: string
  /** CSS lengths, as written. */
  readonly width: string
  readonly height: string
  readonly opacity: number
  readonly link?: string
  readonly line: number
}

export type FlowBlock =
  | { readonly kind: 'text'; readonly paragraphs: readonly FlowParagraph[]; readonly line: number }
  | {
      readonly kind: 'table'
      readonly rows: readonly (readonly FlowCell[])[]
      readonly line: number
    }
  /** Side by side. */
  | { readonly kind: 'pictures'; readonly pictures: readonly FlowPicture[]; readonly line: number }
  | {
      readonly kind: 'code'
      readonly lines: readonly string[]
      readonly language: string
      readonly line: number
    }
  | { readonly kind: 'formula'; readonly tex: string; readonly line: number }
  | {
      readonly kind: 'columns'
      readonly columns: readonly (readonly FlowBlock[])[]
      readonly line: number
    }
