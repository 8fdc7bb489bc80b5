/** The path data of an SVG picture as steps on the page. Source: SVG 2, 9.3; the commands that KaTeX writes. */
import type { OutlineStep } from '../font/glyph-outline.ts'

/** From the units of the path to the page. */
export type PathPlace = { x(at: number): number; y(at: number): number }

type Pen = {
  x: number
  y: number
  startX: number
  startY: number
  controlX: number
  controlY: number
}

/** Numbers that each command takes. */
const COUNTS: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, z: 0 }

export function readSvgPath(data: string, place: PathPlace): readonly OutlineStep[] {
  const steps: OutlineStep[] = []
  const pen: Pen = { x: 0, y: 0, startX: 0, startY: 0, controlX: 0, controlY: 0 }
  for (const [, letter = '', written = ''] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const name = letter.toLowerCase()
    const count = COUNTS[name]
    if (count === undefined) throw new Error(`no step of ours is the path command ${letter}`)
    const numbers = (written.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).map(Number)
    if (name === 'z') closePath(steps, pen)
    for (let at = 0; count > 0 && at + count <= numbers.length; at += count) {
      // Further pairs behind a move are lines.
      const command = name === 'm' && at > 0 ? 'l' : name
      const values = absolute(
        command,
        numbers.slice(at, at + count),
        letter === name ? pen : undefined,
      )
      steps.push(takeStep(command, values, { pen, place }))
    }
  }
  return steps
}

function closePath(steps: OutlineStep[], pen: Pen): void {
  steps.push({ to: 'close' })
  Object.assign(pen, { x: pen.startX, y: pen.startY, controlX: pen.startX, controlY: pen.startY })
}

/** As x and y of the path's own units; a small letter counts from the pen. */
function absolute(
  command: string,
  values: readonly number[],
  from: Pen | undefined,
): readonly number[] {
  if (from === undefined) return values
  if (command === 'h') return [(values[0] ?? 0) + from.x]
  if (command === 'v') return [(values[0] ?? 0) + from.y]
  return values.map((value, index) => value + (index % 2 === 0 ? from.x : from.y))
}

type Board = { readonly pen: Pen; readonly place: PathPlace }

function takeStep(command: string, values: readonly number[], { pen, place }: Board): OutlineStep {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values
  switch (command) {
    case 'h':
      return lineTo({ x: a, y: pen.y }, 'line', { pen, place })
    case 'v':
      return lineTo({ x: pen.x, y: a }, 'line', { pen, place })
    case 'c':
      return curveTo([a, b, c, d, e, f], { pen, place })
    case 's':
      // The first control point mirrors the last one of the curve before.
      return curveTo([2 * pen.x - pen.controlX, 2 * pen.y - pen.controlY, a, b, c, d], {
        pen,
        place,
      })
    case 'm':
      Object.assign(pen, { startX: a, startY: b })
      return lineTo({ x: a, y: b }, 'move', { pen, place })
    default:
      return lineTo({ x: a, y: b }, 'line', { pen, place })
  }
}

function lineTo(
  { x, y }: { x: number; y: number },
  to: 'move' | 'line',
  { pen, place }: Board,
): OutlineStep {
  Object.assign(pen, { x, y, controlX: x, controlY: y })
  return { to, x: place.x(x), y: place.y(y) }
}

function curveTo(points: readonly number[], { pen, place }: Board): OutlineStep {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x = 0, y = 0] = points
  Object.assign(pen, { x, y, controlX: x2, controlY: y2 })
  return {
    to: 'curve',
    x1: place.x(x1),
    y1: place.y(y1),
    x2: place.x(x2),
    y2: place.y(y2),
    x: place.x(x),
    y: place.y(y),
  }
}
