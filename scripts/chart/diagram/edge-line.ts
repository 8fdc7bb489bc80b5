/** Lines between boxes, with what stands at their ends: arrows, the diamonds of UML, the feet of entities. */
import type { EdgeLine, EdgeMark } from '../../topic/diagram/diagram.ts'
import { circle, type Point, polygon, polyline } from './outline.ts'
import type { PlanColor, PlanShape } from './plan.ts'

const WIDTH = 0.075
const THICK = 0.16
const DASH = [0.3, 0.22] as const
const COLOR: PlanColor = 'primary'

export type EdgeLook = {
  readonly line: EdgeLine
  readonly fromMark: EdgeMark
  readonly toMark: EdgeMark
}

/** The line ends where a closed mark begins. */
export function drawEdge(points: readonly Point[], look: EdgeLook): readonly PlanShape[] {
  if (look.line === 'hidden' || points.length < 2) return []
  const strokeWidth = look.line === 'thick' ? THICK : WIDTH
  const ends = [endOf(points, look.toMark), endOf([...points].reverse(), look.fromMark)] as const
  const shortened = [ends[1].stop, ...points.slice(1, -1), ends[0].stop]
  return [
    {
      kind: 'path',
      steps: polyline(shortened),
      stroke: COLOR,
      strokeWidth,
      ...(look.line === 'dotted' ? { dash: DASH } : {}),
    },
    ...ends[0].shapes,
    ...ends[1].shapes,
  ]
}

type End = { readonly stop: Point; readonly shapes: readonly PlanShape[] }

function endOf(points: readonly Point[], mark: EdgeMark): End {
  const tip = points.at(-1) ?? { x: 0, y: 0 }
  const before = points.at(-2) ?? tip
  const length = Math.hypot(tip.x - before.x, tip.y - before.y)
  if (mark === 'none' || length === 0) return { stop: tip, shapes: [] }
  const along = { x: (tip.x - before.x) / length, y: (tip.y - before.y) / length }
  return MARKS[mark]((back, aside) => ({
    x: tip.x - along.x * back - along.y * aside,
    y: tip.y - along.y * back + along.x * aside,
  }))
}

/** A point so far back from the tip and so far to its right. */
type At = (back: number, aside: number) => Point

function closed(points: readonly Point[], fill: PlanColor): PlanShape {
  return { kind: 'path', steps: polygon(...points), fill, stroke: COLOR, strokeWidth: WIDTH }
}

function stroke(...points: readonly Point[]): PlanShape {
  return { kind: 'path', steps: polyline(points), stroke: COLOR, strokeWidth: WIDTH }
}

function ring(at: Point): PlanShape {
  const steps = circle(at, 0.2)
  return { kind: 'path', steps, fill: 'paper', stroke: COLOR, strokeWidth: WIDTH }
}

function diamond(at: At, fill: PlanColor): End {
  const corners = [at(0, 0), at(0.45, 0.25), at(0.9, 0), at(0.45, -0.25)]
  return { stop: at(0.9, 0), shapes: [closed(corners, fill)] }
}

function foot(at: At): readonly PlanShape[] {
  return [stroke(at(0, 0.32), at(0.6, 0), at(0, -0.32))]
}

function bar(at: At, back: number): PlanShape {
  return stroke(at(back, 0.3), at(back, -0.3))
}

const MARKS: Readonly<Record<Exclude<EdgeMark, 'none'>, (at: At) => End>> = {
  arrow: (at) => ({
    stop: at(0.5, 0),
    shapes: [
      {
        kind: 'path',
        steps: polygon(at(0, 0), at(0.62, 0.29), at(0.62, -0.29)),
        fill: COLOR,
        strokeWidth: 0,
      },
    ],
  }),
  'open-arrow': (at) => ({
    stop: at(0.04, 0),
    shapes: [stroke(at(0.5, 0.3), at(0.04, 0), at(0.5, -0.3))],
  }),
  cross: (at) => ({
    stop: at(0.3, 0),
    shapes: [stroke(at(0.1, 0.22), at(0.5, -0.22)), stroke(at(0.1, -0.22), at(0.5, 0.22))],
  }),
  circle: (at) => ({ stop: at(0.4, 0), shapes: [ring(at(0.24, 0))] }),
  triangle: (at) => ({
    stop: at(0.7, 0),
    shapes: [closed([at(0, 0), at(0.7, 0.38), at(0.7, -0.38)], 'paper')],
  }),
  diamond: (at) => diamond(at, 'paper'),
  'filled-diamond': (at) => diamond(at, COLOR),
  one: (at) => ({ stop: at(0, 0), shapes: [bar(at, 0.35), bar(at, 0.55)] }),
  'zero-one': (at) => ({ stop: at(0, 0), shapes: [bar(at, 0.35), ring(at(0.62, 0))] }),
  many: (at) => ({ stop: at(0, 0), shapes: [...foot(at), bar(at, 0.75)] }),
  'zero-many': (at) => ({ stop: at(0, 0), shapes: [...foot(at), ring(at(0.8, 0))] }),
}
