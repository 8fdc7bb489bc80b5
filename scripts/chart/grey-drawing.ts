/** A drawing for machines that print black only: areas are told apart by hatching, lines by dashes. */
import { darkened } from '../color/legible.ts'
import type { Drawing, PathShape, Shape } from './drawing.ts'
import { hatchSteps } from './hatch.ts'

type RectShape = Extract<Shape, { kind: 'rect' }>

export function greyDrawing(drawing: Drawing): Drawing {
  return { ...drawing, shapes: drawing.shapes.flatMap(greyShape) }
}

function greyShape(shape: Shape): readonly Shape[] {
  if (shape.kind === 'rect' && shape.greyPattern !== undefined)
    return hatched(shape, shape.greyPattern)
  if (shape.kind === 'path' && shape.greyDash !== undefined) return [dashed(shape, shape.greyDash)]
  return [shape]
}

function dashed({ greyDash: _, ...path }: PathShape, dash: readonly number[]): PathShape {
  return { ...path, dash, ...(path.stroke !== undefined && { stroke: darkEnough(path.stroke) }) }
}

/** In px of a slide: on a sheet of six, lines of 0.24 mm, 1.2 mm apart, which a second copy keeps apart. */
const LINE_WIDTH = 3.5
const STEP = 18
/** Narrower than this, an area has no room for lines. */
const LEAST_SIDE = 10

function hatched(
  rect: RectShape,
  pattern: NonNullable<RectShape['greyPattern']>,
): readonly Shape[] {
  const { x, y, width, height, fill } = rect
  if (Math.min(width, height) < LEAST_SIDE) return [{ kind: 'rect', x, y, width, height, fill }]
  const inset = LINE_WIDTH / 2
  const box = {
    left: x + inset,
    top: y + inset,
    right: x + width - inset,
    bottom: y + height - inset,
  }
  const look = { kind: 'path', stroke: darkEnough(fill), strokeWidth: LINE_WIDTH } as const
  const corners = [
    { to: 'move', x: box.left, y: box.top },
    { to: 'line', x: box.right, y: box.top },
    { to: 'line', x: box.right, y: box.bottom },
    { to: 'line', x: box.left, y: box.bottom },
    { to: 'close' },
  ] as const
  return [{ ...look, steps: [...corners, ...hatchSteps(box, pattern, STEP)] }]
}

/** A copier loses thin light lines: those of a pattern are as dark as text. */
const LEAST_LINE_CONTRAST = 7

function darkEnough(color: string): string {
  return darkened(color, LEAST_LINE_CONTRAST)
}
