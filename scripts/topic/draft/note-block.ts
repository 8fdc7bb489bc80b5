/** Raw notes cut into the blocks that a reader of them would see. */

export type NoteItem = { readonly text: string; readonly items: readonly NoteItem[] }

export type NoteBlock =
  /** `isMarked`: written as a heading (`#`, underline, bold, number), not guessed from its shortness. */
  | {
      readonly kind: 'heading'
      readonly text: string
      readonly level: number
      readonly isMarked: boolean
    }
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'list'; readonly items: readonly NoteItem[]; readonly isNumbered: boolean }
  | {
      readonly kind: 'table'
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
      readonly source: string
    }
  | { readonly kind: 'source'; readonly text: string; readonly urls: readonly string[] }
  /** Code, tags, settings, scraps: kept for the notes as they stand. */
  | { readonly kind: 'verbatim'; readonly text: string }

/** A block and the number of the line after it. */
export type BlockRead = { readonly block: NoteBlock; readonly next: number }
