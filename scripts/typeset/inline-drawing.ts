/** Something drawn that stands in a line like a word: a part of a formula. Lengths in em of the text around it. */
import type { Mark } from './mark.ts'
import type { Tag } from './structure.ts'

export type InlineDrawing = {
  readonly width: number
  /** Above and below the baseline. */
  readonly height: number
  readonly depth: number
  /** `x` and `y` are those of the baseline; the drawing is tagged as a part of `tag`. */
  draw(place: {
    readonly x: number
    readonly y: number
    readonly sizePt: number
    readonly tag: Tag
  }): readonly Mark[]
}
