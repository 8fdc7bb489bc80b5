/** What a drawing covers: its texts as boxes, its lines as stretches. */
import type { Drawing, PathShape, Shape } from '../../scripts/chart/drawing.ts'
import { measureText } from '../../scripts/font/measure-text.ts'

export type Text = Extract<Shape, { kind: 'text' }>
export type Box = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const SHIFT = { start: 0, middle: 0.5, end: 1 } as const

/** From the baseline to the height of figures and capitals; Devanagari has its marks above and below. */
export function boxOf({ text, size, weight, x, y, anchor }: Text): Box {
  const width = measureText(text, { stack: 'sans', weight, isItalic: false }) * size
  const left = x - SHIFT[anchor] * width
  return { text, left, right: left + width, top: y - 0.74 * size, bottom: y }
}

export function textBoxes({ shapes }: Drawing): readonly Box[] {
  return shapes.flatMap((shape) =>
    shape.kind === 'text' && shape.text !== '' ? [boxOf(shape)] : [],
  )
}

export function overlapsOf(boxes: readonly Box[]): readonly string[] {
  return boxes.flatMap((first, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (second) =>
          first.left < second.right - 0.1 &&
          second.left < first.right - 0.1 &&
          first.top < second.bottom - 0.1 &&
          second.top < first.bottom - 0.1,
      )
      .map((second) => `${first.text} × ${second.text}`),
  )
}

export function outsideOf({ width, height, ...drawing }: Drawing): readonly string[] {
  return textBoxes({ width, height, ...drawing })
    .filter(
      ({ left, right, top, bottom }) =>
        left < -1 || right > width + 1 || top < -1 || bottom > height + 1,
    )
    .map(({ text }) => text)
}

/** Thick enough to be a line of the chart: leaders and the rule at zero are hairlines. */
export function dataLines({ shapes }: Drawing, em: number): readonly PathShape[] {
  return shapes.filter(
    (shape): shape is PathShape =>
      shape.kind === 'path' && shape.stroke !== undefined && shape.strokeWidth > em / 12,
  )
}

export function pointsOf({
  steps,
}: PathShape): readonly { readonly x: number; readonly y: number }[] {
  return steps.flatMap((step) => (step.to === 'move' || step.to === 'line' ? [step] : []))
}
