/** Paragraphs that stand one below the other are one text: whoever edits the first moves the second. */
import type { Shape, TextShape } from '../presentation.ts'
import { PARAGRAPH_NAME } from './compose-text-box.ts'

export function joinParagraphs(shapes: readonly Shape[], gapPx: number): readonly Shape[] {
  const joined: Shape[] = []
  for (const shape of shapes) {
    const last = joined.at(-1)
    if (isParagraph(last) && isParagraph(shape) && isNext(last, shape, gapPx))
      joined[joined.length - 1] = join(last, shape, gapPx)
    else joined.push(shape)
  }
  return joined
}

function isParagraph(shape: Shape | undefined): shape is TextShape {
  return shape?.kind === 'text' && shape.name === PARAGRAPH_NAME
}

function isNext({ box }: TextShape, { box: next }: TextShape, gapPx: number): boolean {
  const isBelow = Math.abs(box.y + box.height + gapPx - next.y) < 1
  return isBelow && box.x === next.x && box.width === next.width
}

function join(upper: TextShape, lower: TextShape, gapPx: number): TextShape {
  const [first, ...rest] = lower.text?.paragraphs ?? []
  const paragraphs = first === undefined ? [] : [{ ...first, beforePx: gapPx }, ...rest]
  return {
    ...upper,
    box: { ...upper.box, height: lower.box.y + lower.box.height - upper.box.y },
    text: { ...upper.text, paragraphs: [...(upper.text?.paragraphs ?? []), ...paragraphs] },
  }
}
