/** How text looks that no placeholder styles: the size and line of its name, in the measures of the slide. */
import type { SizeName } from '../../deck/deck-ruler.ts'
import type { ListBlock, ListItem } from '../../deck/slide.ts'
import type { Canvas } from '../canvas.ts'
import type { Color, Mark, Paragraph } from '../presentation.ts'
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
  /** Where their title begins; left out: at the edge of the box. */
  readonly fromPx?: number
}

/** Points below a title or a point: a dash before each, one step further in. */
export function nestedParagraphs(
  items: readonly ListItem[],
  look: ListLook,
  canvas: Canvas,
): readonly Paragraph[] {
  const { nestedIndentPx, nestedGapPx } = canvas.ruler.tokens
  const level = look.level ?? 1
  const left = (look.fromPx ?? 0) + level * nestedIndentPx
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

const POINT_SIZES: readonly SizeName[] = ['text', 'nested', 'deep']

/** Points outside a placeholder, as the master has them inside. */
export function pointParagraphs({ items, start }: ListBlock, canvas: Canvas): readonly Paragraph[] {
  return items.flatMap((item, index) => pointOf(item, { level: 0, number: start, index }, canvas))
}

type Point = { readonly level: number; readonly number: number; readonly index: number }

function pointOf(
  { text, children, isFragment }: ListItem,
  { level, number, index }: Point,
  canvas: Canvas,
): readonly Paragraph[] {
  const look = pointLook(level, canvas)
  const inner = children.flatMap((child, at) =>
    pointOf(child, { level: level + 1, number: 0, index: at }, canvas),
  )
  return [
    {
      runs: runsOf(text),
      level,
      ...look,
      ...(number !== 0 && { bullet: number }),
      ...(level === 0 && index === 0 && { beforePx: 0 }),
      ...(isFragment && { isStep: true }),
    },
    ...inner,
  ]
}

/** A point of this level, 0 the outermost. */
export function pointLook(
  level: number,
  canvas: Canvas,
): Omit<Paragraph, 'runs' | 'level' | 'isStep'> {
  const { itemIndentPx, itemGapPx, nestedIndentPx, nestedGapPx } = canvas.ruler.tokens
  const isOuter = level === 0
  const mark: Mark = isOuter
    ? { sign: '■', color: 'accent', percent: 55 }
    : { sign: '–', color: 'primary' }
  return {
    bullet: mark,
    indentPx: {
      left: itemIndentPx + level * nestedIndentPx,
      first: isOuter ? -itemIndentPx : -nestedIndentPx,
    },
    beforePx: isOuter ? itemGapPx : nestedGapPx,
    ...textStyle(canvas, { size: POINT_SIZES[level] ?? 'deep', color: 'ink' }),
  }
}
