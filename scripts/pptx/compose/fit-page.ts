/** Text that would run out of its box is shown smaller from the first opening of the file. */
import type { Canvas } from '../canvas.ts'
import type { PlaceholderShape, Shape, TextBody } from '../presentation.ts'
import { fitText, type LevelText, type TextRoom } from './fit-text.ts'
import { placeholderRoom, planOf } from './placeholder-text.ts'

export function fitPage(shapes: readonly Shape[], canvas: Canvas): readonly Shape[] {
  return shapes.map((shape) => fitShape(shape, canvas))
}

function fitShape(shape: Shape, canvas: Canvas): Shape {
  switch (shape.kind) {
    case 'group':
      return { ...shape, children: fitPage(shape.children, canvas) }
    case 'placeholder':
      return fitPlaceholder(shape, canvas)
    case 'text': {
      if (shape.text === undefined) return shape
      const { x = 0, y = 0 } = shape.text.insetsPx ?? {}
      const { width, height } = shape.box
      const room = { widthPx: width - 2 * x, heightPx: height - 2 * y }
      return { ...shape, text: fitted(shape.text, { ...room, lang: canvas.lang, levelAt }) }
    }
    default:
      return shape
  }
}

/** A program that rounds up would shrink the text of a box that is exactly as high. */
const SPARE_PX = 6

function fitPlaceholder(shape: PlaceholderShape, canvas: Canvas): PlaceholderShape {
  const plan = planOf(shape.role, canvas)
  if (plan === undefined) return shape
  const { box } = shape
  const room = placeholderRoom(plan, box ?? plan.box, canvas)
  const text = fitted(shape.text, room)
  if (box === undefined) return { ...shape, text }
  return { ...shape, box: { ...box, height: box.height + SPARE_PX }, text }
}

function fitted(text: TextBody, room: TextRoom): TextBody {
  return text.fontScale === undefined ? { ...text, ...fitText(text.paragraphs, room) } : text
}

/** What programs show text of that says nothing: 18 pt. */
const UNSAID: LevelText = { sizePx: 24, linePx: 33, beforePx: 0, indentPx: 0, isStrong: false }

function levelAt(): LevelText {
  return UNSAID
}
