/** Text that would run out of its box is shown smaller from the first opening of the file. */
import type { Canvas } from '../canvas.ts'
import type { Paragraph, PlaceholderShape, Shape, TextBody } from '../presentation.ts'
import { fitText, hasLostWord, type LevelText, type TextRoom } from './fit-text.ts'
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
  if (text.fontScale !== undefined) return text
  const paragraphs = text.paragraphs.map((paragraph) =>
    hasLostWord(paragraph, room) ? withCompany(paragraph) : paragraph,
  )
  return { ...text, paragraphs, ...fitText(paragraphs, room) }
}

/** The last two words stay together: programs know no `text-wrap: pretty`. */
function withCompany(paragraph: Paragraph): Paragraph {
  const runs = [...paragraph.runs]
  let hasWord = false
  for (let index = runs.length - 1; index >= 0; index--) {
    const run = runs[index]
    if (run === undefined || run === 'break') break
    const end: number = hasWord ? run.text.length : run.text.trimEnd().length
    hasWord ||= end > 0
    const at: number = run.text.lastIndexOf(' ', end - 1)
    if (at < 0) continue
    runs[index] = { ...run, text: `${run.text.slice(0, at)}\u00a0${run.text.slice(at + 1)}` }
    return { ...paragraph, runs }
  }
  return paragraph
}

/** What programs show text of that says nothing: 18 pt. */
const UNSAID: LevelText = { sizePx: 24, linePx: 33, beforePx: 0, indentPx: 0, isStrong: false }

function levelAt(): LevelText {
  return UNSAID
}
