/** Boxes of a graph: how much room a label needs in each shape, and how the shape is drawn around it. */
import type { GraphNode, NodeShape } from '../../topic/diagram/diagram.ts'
import { drawLabel, type Label, NO_LABEL, setLabel } from './label.ts'
import { LID, outlineOf, WAVE } from './node-outline.ts'
import { type Box, circle, polyline } from './outline.ts'
import type { PlanColor, PlanShape } from './plan.ts'

export type NodeBox = {
  readonly node: GraphNode
  readonly label: Label
  readonly tag: Label
  readonly lists: readonly (readonly Label[])[]
  readonly width: number
  readonly height: number
}

const PADDING_X = 0.65
const PADDING_Y = 0.45
export const STROKE = 0.075
const MIN_WIDTH = 3.2
const LIST_WIDTH = 24

/** @param maxWidth of a line of its label, in em */
export function measureNode(node: GraphNode, maxWidth: number): NodeBox {
  const hasLists = node.lists.some((list) => list.length > 0)
  const label = setLabel(node.label, { maxWidth, weight: hasLists ? 700 : 400 })
  const tag = node.tag === '' ? NO_LABEL : setLabel(`«${node.tag}»`, { maxWidth })
  const lists = node.lists
    .map((list) => list.map((text) => setLabel(text, { maxWidth: LIST_WIDTH })))
    .filter((list) => list.length > 0)
  const inner = {
    width: Math.max(label.width, tag.width, ...lists.flat().map(({ width }) => width)),
    height: label.height + tag.height,
  }
  const below = lists.reduce((sum, list) => sum + heightOf(list) + 2 * PADDING_Y, 0)
  const size = SIZES[node.shape](inner)
  return { node, label, tag, lists, width: size.width, height: size.height + below }
}

function heightOf(list: readonly Label[]): number {
  return list.reduce((sum, { height }) => sum + height, 0)
}

type Size = { readonly width: number; readonly height: number }

function padded({ width, height }: Size, extraX = 0, extraY = 0): Size {
  return {
    width: Math.max(MIN_WIDTH, width + 2 * PADDING_X + extraX),
    height: height + 2 * PADDING_Y + extraY,
  }
}

function round({ width, height }: Size, extra: number): Size {
  const side = Math.max(2.4, Math.hypot(width, height) + extra)
  return { width: side, height: side }
}

/** A rhombus around a box of a × b has a/W + b/H = 1. */
const RHOMBUS = { x: 1.75, y: 2.34 }
const DOT = 0.95

const SIZES: Readonly<Record<NodeShape, (inner: Size) => Size>> = {
  box: (inner) => padded(inner),
  rounded: (inner) => padded(inner),
  stadium: (inner) => padded(inner, 0.6),
  subroutine: (inner) => padded(inner, 0.7),
  flag: (inner) => padded(inner, 0.9),
  slanted: (inner) => padded(inner, 1),
  'slanted-left': (inner) => padded(inner, 1),
  trapezoid: (inner) => padded(inner, 1.2),
  'trapezoid-down': (inner) => padded(inner, 1.2),
  document: (inner) => padded(inner, 0, 2 * WAVE),
  note: (inner) => padded(inner, 0.3),
  text: (inner) => padded(inner, -0.6, -0.4),
  hexagon: (inner) => padded(inner, 1.2),
  cylinder: (inner) => padded(inner, 0, 1.2 * LID),
  diamond: ({ width, height }) => ({
    width: Math.max(2.4, (width + 0.5) * RHOMBUS.x),
    height: Math.max(2.4, (height + 0.1) * RHOMBUS.y),
  }),
  circle: (inner) => round(inner, 0.7),
  'double-circle': (inner) => round(inner, 1.4),
  start: () => ({ width: DOT, height: DOT }),
  end: () => ({ width: DOT, height: DOT }),
  bar: () => ({ width: 5, height: 0.3 }),
}

/** Shapes that may share one size, so that a row of them stands in line. */
const EVEN: ReadonlySet<NodeShape> = new Set(['box', 'rounded', 'stadium', 'subroutine'])
/** Wider than this times the mean, one long label would blow up all. */
const MAX_UNEVEN = 1.7

/** Boxes of one width or height each, by the group they stand in; `''` for those that keep their own. */
export function evenBoxes(
  boxes: readonly NodeBox[],
  side: 'width' | 'height',
  groupOf: (id: string) => string,
): readonly NodeBox[] {
  const groups = new Map<string, number[]>()
  for (const box of boxes.filter(isResized)) {
    const group = groupOf(box.node.id)
    groups.set(group, [...(groups.get(group) ?? []), box[side]])
  }
  return boxes.map((box) => {
    const group = groupOf(box.node.id)
    const sizes = groups.get(group) ?? []
    return group === '' || !isResized(box) ? box : { ...box, [side]: shared(sizes) ?? box[side] }
  })
}

function isResized({ node, lists }: NodeBox): boolean {
  return isEven(node) && lists.length === 0
}

/** May be wider than its words. */
export function isEven({ shape }: GraphNode): boolean {
  return EVEN.has(shape)
}

function shared(sizes: readonly number[]): number | undefined {
  const most = Math.max(...sizes)
  const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length
  return most <= mean * MAX_UNEVEN ? most : undefined
}

export type NodeRole = 'plain' | 'first'

type Look = { readonly fill: PlanColor; readonly stroke: PlanColor; readonly text: PlanColor }

const LOOKS: Readonly<Record<'plain' | 'first' | 'stressed' | 'choice' | 'note', Look>> = {
  plain: { fill: 'tint', stroke: 'primary', text: 'ink' },
  first: { fill: 'strong', stroke: 'primary', text: 'onStrong' },
  stressed: { fill: 'stressed', stroke: 'accent', text: 'onStressed' },
  choice: { fill: 'paper', stroke: 'accent', text: 'ink' },
  note: { fill: 'paper', stroke: 'muted', text: 'ink' },
}

export function drawNode(box: NodeBox, at: Box, role: NodeRole): readonly PlanShape[] {
  const { node } = box
  const look = lookOf(node, role)
  const isDot = node.shape === 'start' || node.shape === 'end'
  if (node.shape === 'text') return drawTexts(box, at, look)
  if (isDot) return drawDot(node.shape === 'end', at)
  const outline: PlanShape = {
    kind: 'path',
    steps: outlineOf(node.shape, at),
    fill: node.shape === 'bar' ? 'primary' : look.fill,
    stroke: look.stroke,
    strokeWidth: role === 'first' || node.isStressed ? STROKE * 1.6 : STROKE,
  }
  return [outline, ...drawTexts(box, at, look)]
}

function lookOf({ isStressed, shape }: GraphNode, role: NodeRole): Look {
  if (shape === 'note' || shape === 'text') return LOOKS.note
  if (isStressed) return LOOKS.stressed
  return shape === 'diamond' ? LOOKS.choice : LOOKS[role]
}

function drawDot(isEnd: boolean, { x, y, width, height }: Box): readonly PlanShape[] {
  const middle = { x: x + width / 2, y: y + height / 2 }
  const disc = (radius: number): PlanShape => ({
    kind: 'path',
    steps: circle(middle, radius),
    fill: 'primary',
    strokeWidth: 0,
  })
  if (!isEnd) return [disc(width / 2)]
  const ring = circle(middle, width / 2 - STROKE / 2)
  return [
    { kind: 'path', steps: ring, fill: 'paper', stroke: 'primary', strokeWidth: STROKE },
    disc(width * 0.28),
  ]
}

function drawTexts(box: NodeBox, at: Box, { text, stroke }: Look): readonly PlanShape[] {
  const { label, tag, lists, node } = box
  const middle = at.x + at.width / 2
  const below = lists.reduce((sum, list) => sum + heightOf(list) + 2 * PADDING_Y, 0)
  const lid = node.shape === 'cylinder' ? LID / 2 : 0
  const wave = node.shape === 'document' ? WAVE : 0
  let y = at.y + lid - wave / 2 + (at.height - lid - below - label.height - tag.height) / 2
  const shapes = [...drawLabel(tag, { x: middle, top: y, color: text })]
  y += tag.height
  shapes.push(...drawLabel(label, { x: middle, top: y, color: text }))
  y = at.y + at.height - below
  for (const list of lists) {
    const ends = [
      { x: at.x, y },
      { x: at.x + at.width, y },
    ]
    shapes.push({ kind: 'path', steps: polyline(ends), stroke, strokeWidth: STROKE / 2 })
    y += PADDING_Y
    for (const row of list) {
      shapes.push(...drawLabel(row, { x: at.x + PADDING_X, top: y, color: text, anchor: 'start' }))
      y += row.height
    }
    y += PADDING_Y
  }
  return shapes
}
