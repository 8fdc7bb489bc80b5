/** Text on an institute's layouts: where they have no place for it, and where they leave it too little room. */
import type { LayoutPlan, PlaceholderPlan } from '../base/base.ts'
import type { PlaceholderShape, Shape, TextShape } from '../presentation.ts'

/** 12 pt: what the last row still reads, and less than any institute sets for text. */
const LEAST_TEXT_PX = 16
/** Half a point. */
const TOLERANCE_PX = 0.67

/**
 * The smallest text of a slide, where it is too small to read.
 * @param drawnPx of what stands in no placeholder
 */
export function smallText(
  shapes: readonly Shape[],
  layout: LayoutPlan,
  drawnPx: number,
): number | undefined {
  const sizes = shapes.map((shape) => {
    if (shape.kind !== 'placeholder') return drawnPx
    const plan = planOf(shape, layout)
    if (plan?.look === undefined || shape.role === 'title') return LEAST_TEXT_PX
    return (plan.sizePx * (shape.text.fontScale ?? 100)) / 100
  })
  const least = Math.min(LEAST_TEXT_PX, ...sizes)
  return least < LEAST_TEXT_PX - TOLERANCE_PX ? least : undefined
}

/** A cover of many institutes has a title alone: what else is said stands in a text box. */
export function freeText(shapes: readonly Shape[], layout: LayoutPlan): readonly Shape[] {
  return shapes.map((shape) => {
    const plan = shape.kind === 'placeholder' ? planOf(shape, layout) : undefined
    if (shape.kind !== 'placeholder' || plan?.isFree !== true) return shape
    return textBox(shape, plan)
  })
}

function planOf(
  { role }: PlaceholderShape,
  { placeholders }: LayoutPlan,
): PlaceholderPlan | undefined {
  return placeholders.find((plan) => plan.role === role)
}

/** Of its line, as a share of the size. */
const LINE = 1.3

function textBox({ text, box }: PlaceholderShape, plan: PlaceholderPlan): TextShape {
  const paragraphs = text.paragraphs.map((paragraph) => {
    const sizePx = paragraph.sizePx ?? plan.sizePx
    const bullet = paragraph.bullet === 'master' ? 'none' : paragraph.bullet
    return { linePx: sizePx * LINE, ...paragraph, sizePx, bullet }
  })
  return { kind: 'text', name: 'Text', box: box ?? plan.box, text: { ...text, paragraphs } }
}
