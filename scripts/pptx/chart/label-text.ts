/** Room inside the text of a label, which has neither tabs nor columns. */
import { widthOf } from '../../chart/chart-style.ts'
import type { TextStyle } from '../../font/faces.ts'
import { shapeText } from '../../font/shape-text.ts'

/** Between a figure and the name that follows it, in spaces that a line never breaks at. */
export const NAME_SPACE = '\u00a0\u00a0'

/** A digit wide, a usual one, a thin one: no line breaks at the first two. */
const SPACES = ['\u2007', '\u00a0', '\u200a'] as const
const MOST = 80

/** Spaces about as wide as `width`, in letters of `em`. */
export function spacesOf(width: number, style: TextStyle, em: number): string {
  let text = ''
  let left = width
  for (const space of SPACES) {
    const one = widthOf(space, style, em)
    const count = one <= 0 ? 0 : Math.max(0, Math.floor(left / one + 0.05))
    text += space.repeat(count)
    left -= count * one
  }
  return text.slice(0, MOST)
}

const DEVANAGARI = /\p{Script=Devanagari}/u

/** As letters are drawn: the ruler makes joined ones too wide, and half of that would be seen beside a centred text. */
export function drawnWidth(text: string, style: TextStyle, em: number): number {
  if (!DEVANAGARI.test(text)) return widthOf(text, style, em)
  return shapeText(text, style).reduce((sum, { widthEm }) => sum + widthEm * em, 0)
}
