/** A drawing of plain shapes → marks at a place on the page. */
import type { Drawing, Shape } from '../chart/drawing.ts'
import { breakParagraph } from '../typeset/break-paragraph.ts'
import { moveStep } from '../typeset/change-marks.ts'
import { neverHyphenate } from '../typeset/hyphenate.ts'
import type { Mark } from '../typeset/mark.ts'
import { makeItems } from '../typeset/paragraph-items.ts'
import { setLine } from '../typeset/set-line.ts'
import type { Tag } from '../typeset/structure.ts'
import { makeSpan } from '../typeset/text-span.ts'

export type DrawingPlace = { readonly x: number; readonly y: number; readonly tag: Tag }

export function drawDrawing(drawing: Drawing, place: DrawingPlace): readonly Mark[] {
  return drawing.shapes.flatMap((shape) => drawShape(shape, place))
}

function drawShape(shape: Shape, { x, y, tag }: DrawingPlace): readonly Mark[] {
  switch (shape.kind) {
    case 'rect': {
      return [{ ...shape, x: x + shape.x, y: y + shape.y, tag }]
    }
    case 'line':
      return [
        {
          kind: 'line',
          x1: x + shape.x1,
          y1: y + shape.y1,
          x2: x + shape.x2,
          y2: y + shape.y2,
          widthPt: shape.strokeWidth,
          stroke: shape.stroke,
          tag,
        },
      ]
    case 'text':
      return drawLabel(shape, { x, y, tag })
    case 'path': {
      const { strokeWidth, steps, ...look } = shape
      return [
        { ...look, widthPt: strokeWidth, steps: steps.map((step) => moveStep(step, x, y)), tag },
      ]
    }
  }
}

/** Share of the text that stands left of its place. */
const ANCHORS = { start: 0, middle: 0.5, end: 1 } as const

function drawLabel(shape: Extract<Shape, { kind: 'text' }>, place: DrawingPlace): readonly Mark[] {
  const style = { stack: 'sans', weight: shape.weight, isItalic: false } as const
  const items = makeItems([makeSpan(shape.text, { style, color: shape.fill })], {
    hyphenate: neverHyphenate,
    longWordEm: Number.POSITIVE_INFINITY,
  })
  const [line] = breakParagraph(items, Number.MAX_SAFE_INTEGER, 'ragged')
  if (line === undefined) return []
  const shift = ANCHORS[shape.anchor] * line.width * shape.size
  return setLine(items, line, {
    x: place.x + shape.x - shift,
    y: place.y + shape.y,
    sizePt: shape.size,
    tag: place.tag,
  })
}
