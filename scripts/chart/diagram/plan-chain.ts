/** Steps one after the other, set like text: in rows from left to right. No layout engine is needed. */
import type { Graph } from '../../topic/diagram/diagram.ts'
import { drawEdge } from './edge-line.ts'
import { evenSteps } from './even-sizes.ts'
import { drawLabel, type Label } from './label.ts'
import { drawNode, type NodeBox } from './node-box.ts'
import type { Box, Point } from './outline.ts'
import type { DiagramPlan, PlanShape } from './plan.ts'
import { firstOf, LINE_WIDTHS, type MeasuredParts, measureParts } from './plan-graph.ts'

const STEP_GAP = 1.5
const ROW_GAP = 2
const LABEL_ROOM = 1.3
/** Between a label and the line below it. */
const LABEL_LIFT = 0.1
const MIN_STEPS = 3

/** The ids of the steps in order, or undefined for any other graph. */
export function chainOf({ nodes, edges, groups }: Graph): readonly string[] | undefined {
  if (
    groups.length > 0 ||
    nodes.some(({ lists }) => lists.length > 0) ||
    nodes.length < MIN_STEPS ||
    edges.length !== nodes.length - 1
  )
    return
  const next = new Map(edges.map(({ from, to }) => [from, to]))
  const targets = new Set(edges.map(({ to }) => to))
  const start = nodes.find(({ id }) => !targets.has(id))
  if (start === undefined || next.size !== edges.length || targets.size !== edges.length) return
  const chain = [start.id]
  for (let id = next.get(start.id); id !== undefined; id = next.get(id)) chain.push(id)
  return chain.length === nodes.length ? chain : undefined
}

/** One row first, then two and three, each as even as can be. */
export function planChain(graph: Graph, chain: readonly string[]): readonly DiagramPlan[] {
  const rows = [...new Set([1, 2, 3].map((count) => Math.ceil(chain.length / count)))]
  return rows.flatMap((perRow) =>
    LINE_WIDTHS.map((lineWidth) =>
      drawChain(graph, chain, { parts: measureParts(graph, lineWidth), perRow }),
    ),
  )
}

type ChainSetting = { readonly parts: MeasuredParts; readonly perRow: number }

function drawChain(
  graph: Graph,
  chain: readonly string[],
  { parts, perRow }: ChainSetting,
): DiagramPlan {
  const steps = evenSteps(parts.boxes)
  const boxes = chain.flatMap((id) => steps.filter(({ node }) => node.id === id))
  const order = new Map(graph.edges.map((edge, index) => [edge.from, { edge, index }]))
  const links = chain.slice(0, -1).flatMap((id) => order.get(id) ?? [])
  const labels = links.map(({ index }) => parts.edgeLabels[index])
  const places = placesOf(boxes, { labels, perRow })
  const first = firstOf(graph)
  const shapes = [
    ...links.flatMap(({ edge }, index) => {
      const points = linkBetween(places[index], places[index + 1])
      return [...drawEdge(points, edge), ...labelOn(points, labels[index])]
    }),
    ...boxes.flatMap((box, index) =>
      drawNode(box, places[index] ?? NOWHERE, box.node.id === first ? 'first' : 'plain'),
    ),
  ]
  return {
    width: Math.max(...places.map(({ x, width }) => x + width)) + 0.05,
    height: Math.max(...places.map(({ y, height }) => y + height)) + 0.05,
    isAsked: true,
    shapes,
  }
}

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 }

function placesOf(
  boxes: readonly NodeBox[],
  { labels, perRow }: { readonly labels: readonly (Label | undefined)[]; readonly perRow: number },
): readonly Box[] {
  const room = (size: 'width' | 'height'): number =>
    Math.max(0, ...labels.map((label) => label?.[size] ?? 0))
  const gap = Math.max(STEP_GAP, room('width') === 0 ? 0 : room('width') + LABEL_ROOM)
  const column = Math.max(...boxes.map(({ width }) => width))
  const row = Math.max(...boxes.map(({ height }) => height))
  const rowGap = ROW_GAP + room('height')
  // A label on the first row may be higher than the boxes beside it.
  const head = Math.max(0, room('height') + LABEL_LIFT - row / 2)
  return boxes.map(({ width, height }, index) => ({
    x: 0.05 + (index % perRow) * (column + gap) + (column - width) / 2,
    y: 0.05 + head + Math.floor(index / perRow) * (row + rowGap) + (row - height) / 2,
    width,
    height,
  }))
}

/** Straight to the next box; from the end of a row down, back and into the first of the next. */
function linkBetween(from: Box = NOWHERE, to: Box = NOWHERE): readonly Point[] {
  const middle = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
  const [a, b] = [middle(from), middle(to)]
  if (to.x > from.x)
    return [
      { x: from.x + from.width, y: a.y },
      { x: to.x, y: b.y },
    ]
  const turn = (from.y + from.height + to.y) / 2
  return [
    { x: a.x, y: from.y + from.height },
    { x: a.x, y: turn },
    { x: b.x, y: turn },
    { x: b.x, y: to.y },
  ]
}

function labelOn(points: readonly Point[], label: Label | undefined): readonly PlanShape[] {
  const [from, to] = points.length > 2 ? [points[1], points[2]] : [points[0], points[1]]
  if (label === undefined || from === undefined || to === undefined) return []
  const nearTip = points.length > 2 ? 0 : -0.25
  const top = from.y - label.height - LABEL_LIFT
  return drawLabel(label, { x: (from.x + to.x) / 2 + nearTip, top, color: 'muted' })
}
