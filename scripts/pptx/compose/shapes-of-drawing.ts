/** A drawing of plain shapes as native shapes; a box is one shape with the words that were drawn in it. */
import type { Shape as DrawnShape, PathShape, PathStep } from '../../chart/drawing.ts'
import type { Box, Color, FreeformStep, Outline, Shape } from '../presentation.ts'
import {
  type DrawnText,
  type Label,
  labelBody,
  labelBox,
  labelShape,
  readLabel,
} from './drawn-label.ts'
import { pathBox } from './path-box.ts'

type Point = { readonly x: number; readonly y: number }

/** @param at of the drawing on the slide */
export function shapesOfDrawing(drawn: readonly DrawnShape[], at: Point): readonly Shape[] {
  const shapes: Shape[] = []
  for (let index = 0; index < drawn.length; ) {
    const shape = drawn[index]
    if (shape === undefined) break
    const next = drawn.slice(index + 1)
    const outline = outlineOf(shape)
    if (shape.kind === 'text') {
      const { label, count } = readLabel(shape, next)
      shapes.push(labelShape(label, at))
      index += count
    } else if (outline !== undefined) {
      const inside = labelInside(outline, next)
      shapes.push(outlineShape(outline, inside?.label, at))
      index += 1 + (inside?.count ?? 0)
    } else index += 1
  }
  return shapes
}

/** What is not text, as one path. */
function outlineOf(shape: DrawnShape): PathShape | undefined {
  switch (shape.kind) {
    case 'text':
      return undefined
    case 'path':
      return shape
    case 'rect': {
      const [right, bottom] = [shape.x + shape.width, shape.y + shape.height]
      const steps = [
        { to: 'move', x: shape.x, y: shape.y },
        { to: 'line', x: right, y: shape.y },
        { to: 'line', x: right, y: bottom },
        { to: 'line', x: shape.x, y: bottom },
        { to: 'close' },
      ] as const
      return { kind: 'path', steps, fill: shape.fill, strokeWidth: 0 }
    }
    case 'line': {
      const { x1, y1, x2, y2, stroke, strokeWidth } = shape
      const steps = [
        { to: 'move', x: x1, y: y1 },
        { to: 'line', x: x2, y: y2 },
      ] as const
      return { kind: 'path', steps, stroke, strokeWidth }
    }
  }
}

/** Words that follow a closed outline and stand within it. */
function labelInside(
  { steps }: PathShape,
  next: readonly DrawnShape[],
): { readonly label: Label; readonly count: number } | undefined {
  const [first, ...rest] = next
  if (first?.kind !== 'text' || !steps.some(({ to }) => to === 'close')) return undefined
  const found = readLabel(first, rest)
  const box = pathBox(steps)
  const words = labelBox(found.label, { x: 0, y: 0 })
  return isWithin(words, box) ? found : undefined
}

/** Letters are measured a little too wide. */
const SLACK_PX = 6

function isWithin(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x - SLACK_PX &&
    inner.x + inner.width <= outer.x + outer.width + SLACK_PX &&
    inner.y >= outer.y - SLACK_PX &&
    inner.y + inner.height <= outer.y + outer.height + SLACK_PX
  )
}

function outlineShape(path: PathShape, label: Label | undefined, at: Point): Shape {
  const { steps } = path
  const own = pathBox(steps)
  const box = { ...own, x: own.x + at.x, y: own.y + at.y }
  const look = lookOf(path)
  const name = label === undefined ? nameOf(path) : nameOfBox(label)
  const isLine = steps.length === 2 && path.fill === undefined
  if (isLine && (box.width < 0.01 || box.height < 0.01))
    return { kind: 'text', name, box, geometry: 'line', ...look }
  const words = label === undefined ? undefined : labelBox(label, at)
  const text = label === undefined ? {} : { text: labelBody(label) }
  const plain = plainGeometry(steps)
  if (plain !== undefined && (words === undefined || isInMiddle(words, box)))
    return { kind: 'text', name, box, ...plain, ...look, ...text }
  return {
    kind: 'freeform',
    name,
    box,
    steps: steps.map((step) => stepWithin(step, own)),
    ...(path.fill !== undefined && partCount(steps) > 1 && { isStacked: true }),
    ...look,
    ...text,
    ...(words !== undefined && { textBox: roomAround(words, box, label?.[0].anchor ?? 'middle') }),
  }
}

function isInMiddle(words: Box, box: Box): boolean {
  const [dx, dy] = [words.x + words.width / 2 - box.x - box.width / 2, middle(words) - middle(box)]
  return Math.abs(dx) < 1 && Math.abs(dy) < 1.5
}

function middle({ y, height }: Box): number {
  return y + height / 2
}

/** As wide as the outline allows around where they stand, so that a wider font still has room. */
function roomAround(words: Box, box: Box, anchor: DrawnText['anchor']): Box {
  const left = Math.max(0, words.x - box.x)
  const right = Math.max(0, box.x + box.width - words.x - words.width)
  const both = Math.min(left, right)
  const { before, behind } = {
    start: { before: 0, behind: right },
    middle: { before: both, behind: both },
    end: { before: left, behind: 0 },
  }[anchor]
  return { ...words, x: words.x - before, width: words.width + before + behind }
}

function lookOf({ fill, stroke, strokeWidth, dash }: PathShape): {
  readonly fill?: Color
  readonly outline?: Outline
} {
  const [strokePx, gapPx] = dash ?? []
  const dashes =
    strokePx === undefined || gapPx === undefined ? {} : { dash: { strokePx, gapPx } as const }
  return {
    // Colours of a drawing are `#rrggbb`.
    ...(fill !== undefined && { fill: fill as Color }),
    ...(stroke !== undefined && {
      outline: { color: stroke as Color, widthPx: strokeWidth, ...dashes },
    }),
  }
}

function stepWithin(step: PathStep, { x, y }: Point): FreeformStep {
  if (step.to === 'close') return step
  const end = { x: step.x - x, y: step.y - y }
  if (step.to !== 'curve') return { to: step.to, ...end }
  const controls = { x1: step.x1 - x, y1: step.y1 - y, x2: step.x2 - x, y2: step.y2 - y }
  return { to: 'curve', ...controls, ...end }
}

function partCount(steps: readonly PathStep[]): number {
  return steps.filter(({ to }) => to === 'move').length
}

type PlainGeometry = { readonly geometry: 'rect' | 'roundRect'; readonly cornerPx?: number }

/** Rectangles of the steps that chart/diagram/outline.ts makes; undefined for any other outline. */
function plainGeometry(steps: readonly PathStep[]): PlainGeometry | undefined {
  const kinds = steps.map(({ to }) => to[0]).join('')
  const [first, second, third] = steps
  if (first?.to !== 'move' || second?.to !== 'line' || third === undefined) return undefined
  if (kinds === 'mlllc') {
    const isUpright = second.y === first.y && third.to === 'line' && third.x === second.x
    return isUpright ? { geometry: 'rect' } : undefined
  }
  if (kinds !== 'mlclclclcc' || third.to !== 'curve') return undefined
  const { x, width, height } = pathBox(steps)
  const cornerPx = first.x - x
  // A circle's words stand in the square inside it, where ours may be wider.
  const isRound = Math.abs(width - height) < 0.5 && cornerPx > width * 0.45
  return isRound ? undefined : { geometry: 'roundRect', cornerPx }
}

function nameOfBox([first]: Label): string {
  return `Box ${first.text}`
}

function nameOf({ steps, fill }: PathShape): string {
  if (fill === undefined) return 'Line'
  return steps.length === 4 && partCount(steps) === 1 ? 'Arrowhead' : 'Shape'
}
