/** Text as it comes in: stretches of one style each. */
import type { TextStyle } from '../font/faces.ts'
import type { InlineDrawing } from './inline-drawing.ts'
import type { Inline } from './structure.ts'

export type TextSpan = {
  readonly text: string
  readonly style: TextStyle
  /** `#rrggbb` */
  readonly color: string
  /** Size relative to the paragraph's: 1, or 0.6 for a superscript. */
  readonly scale: number
  /** How far the baseline is raised, in em of the paragraph. */
  readonly riseEm: number
  /** Added after every Latin character, in em of the span; never applied to Devanagari. */
  readonly trackingEm: number
  /** http, https or mailto address; empty for plain text. */
  readonly link: string
  /** The link or reference that the text is (a part of). */
  readonly inline: Inline | undefined
  /** Drawn in place of the text, side by side; a line may end between two. */
  readonly drawings?: readonly InlineDrawing[]
}

export type SpanOptions = Partial<Omit<TextSpan, 'text' | 'style' | 'color'>>

export function makeSpan(
  text: string,
  look: { readonly style: TextStyle; readonly color: string },
  options: SpanOptions = {},
): TextSpan {
  return {
    text,
    ...look,
    scale: 1,
    riseEm: 0,
    trackingEm: 0,
    link: '',
    inline: undefined,
    ...options,
  }
}
