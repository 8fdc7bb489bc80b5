/** The outline of each shape of a box, in the frame that ELK knows. */
import type { NodeShape } from '../../topic/diagram/diagram.ts'
import type { PathStep } from '../drawing.ts'
import {
  type Box,
  circle,
  drum,
  type Point,
  polygon,
  polyline,
  rectangle,
  roundedRectangle,
} from './outline.ts'

/** Height of the ellipse on a drum. */
export const LID = 0.8
/** How far the lower edge of a document swings. */
export const WAVE = 0.3
const SLANT = 0.6
const FOLD = 0.45
const RING = 0.3

export function outlineOf(shape: NodeShape, box: Box): readonly PathStep[] {
  const { x, y, width, height } = box
  const [right, bottom, middle] = [x + width, y + height, y + height / 2]
  const centre = { x: x + width / 2, y: middle }
  switch (shape) {
    case 'rounded':
      return roundedRectangle(box, 0.45)
    case 'stadium':
      return roundedRectangle(box, height / 2)
    case 'circle':
      return circle(centre, width / 2)
    case 'double-circle':
      return [...circle(centre, width / 2), ...circle(centre, width / 2 - RING)]
    case 'diamond':
      return polygon(at(centre.x, y), at(right, middle), at(centre.x, bottom), at(x, middle))
    case 'hexagon':
      return polygon(
        ...[at(x + SLANT, y), at(right - SLANT, y), at(right, middle)],
        ...[at(right - SLANT, bottom), at(x + SLANT, bottom), at(x, middle)],
      )
    case 'slanted':
      return leaning(box, [SLANT, 0, SLANT, 0])
    case 'slanted-left':
      return leaning(box, [0, SLANT, 0, SLANT])
    case 'trapezoid':
      return leaning(box, [SLANT, SLANT, 0, 0])
    case 'trapezoid-down':
      return leaning(box, [0, 0, SLANT, SLANT])
    case 'flag':
      return polygon(...corners(box), at(x + 0.5, middle))
    case 'note':
      return note(box)
    case 'document':
      return document(box)
    case 'cylinder':
      return drum(box, LID)
    case 'subroutine':
      return [...rectangle(box), ...inset(box)]
    default:
      return rectangle(box)
  }
}

function at(x: number, y: number): Point {
  return { x, y }
}

function corners({ x, y, width, height }: Box): readonly Point[] {
  return [at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)]
}

/** How far its corners are drawn in: left and right above, right and left below. */
function leaning(box: Box, [a, b, c, d]: readonly [number, number, number, number]) {
  const moves = [a, -b, -c, d]
  return polygon(...corners(box).map(({ x, y }, index) => at(x + (moves[index] ?? 0), y)))
}

/** A corner is folded over. */
function note({ x, y, width, height }: Box): readonly PathStep[] {
  const [right, bottom] = [x + width, y + height]
  return [
    ...polygon(
      ...[at(x, y), at(right - FOLD, y), at(right, y + FOLD)],
      ...[at(right, bottom), at(x, bottom)],
    ),
    ...polyline([at(right - FOLD, y), at(right - FOLD, y + FOLD), at(right, y + FOLD)]),
  ]
}

function document({ x, y, width, height }: Box): readonly PathStep[] {
  const [right, bottom] = [x + width, y + height - WAVE]
  return [
    ...polyline([at(x, y), at(right, y), at(right, bottom)]),
    {
      to: 'curve',
      x1: x + width * 0.6,
      y1: bottom - 3 * WAVE,
      x2: x + width * 0.4,
      y2: bottom + 3 * WAVE,
      x,
      y: bottom,
    },
    { to: 'close' },
  ]
}

function inset({ x, y, width, height }: Box): readonly PathStep[] {
  return [x + 0.35, x + width - 0.35].flatMap((side) =>
    polyline([at(side, y), at(side, y + height)]),
  )
}
