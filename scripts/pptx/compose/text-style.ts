/** How text looks that no placeholder styles: the size and line of its name, in the measures of the slide. */
import type { SizeName } from '../../deck/deck-ruler.ts'
import type { ListItem } from '../../deck/slide.ts'
import type { Canvas } from '../canvas.ts'
import type { Color, Paragraph } from '../presentation.ts'
import { runsOf } from './runs-of.ts'

export type TextLook = {
  readonly size: SizeName
  readonly color?: Color
  readonly isSerif?: boolean
}

export function textStyle(
  { ruler, lang }: Canvas,
  { size, color, isSerif }: TextLook,
): Pick<Paragraph, 'sizePx' | 'linePx' | 'color' | 'isSerif'> {
  return {
    sizePx: ruler.tokens.sizes[size].sizePx,
    linePx: ruler.linePx(size),
    ...(color !== undefined && { color }),
    // Devanagari has no serif; see deck/deck-ruler.ts.
    ...(isSerif === true && lang !== 'hi' && { isSerif }),
  }
}

export type ListLook = TextLook & {
  readonly markColor: Color
  /** Of the outermost points; left out: 1, below a title. */
  readonly level?: number
}

/** Points below a title or a point: a dash before each, one step further in. */
export function nestedParagraphs(
  items: readonly ListItem[],
  look: ListLook,
  canvas: Canvas,
): readonly Paragraph[] {
  const { nestedIndentPx, nestedGapPx } = canvas.ruler.tokens
  const level = look.level ?? 1
  const left = level * nestedIndentPx
  return items.flatMap(({ text, children }) => [
    {
      runs: runsOf(text),
      level,
      bullet: { sign: '–', color: look.markColor },
      indentPx: { left, first: -nestedIndentPx },
      beforePx: nestedGapPx,
      ...textStyle(canvas, look),
    },
    ...nestedParagraphs(children, { ...look, level: level + 1 }, canvas),
  ])
}
