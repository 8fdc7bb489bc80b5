/** Plans of a graph: in the author's direction and in the other, with lines of three lengths. */
import type { Direction, Graph, GraphEdge, NodeShape } from '../../topic/diagram/diagram.ts'
import { drawEdge } from './edge-line.ts'
import { evenRanks } from './even-sizes.ts'
import { drawLabel, type Label, setLabel } from './label.ts'
import { allGroups, type LaidEdge, type LaidGraph } from './laid-graph.ts'
import { endLabel, type GraphParts, layGraph, nodesIn } from './lay-graph.ts'
import { drawNode, isEven, measureNode, type NodeBox } from './node-box.ts'
import { type Box, type Point, reach, rectangle } from './outline.ts'
import type { DiagramPlan, PlanShape } from './plan.ts'

/** Of a line in a box, in em; the longest first, because it makes the calmest boxes. */
export const LINE_WIDTHS = [13, 9, 6.5, 5] as const

/** So many boxes never have room for long lines, and each layout of them takes a quarter of a second. */
const MANY_NODES = 24
const NARROW = LINE_WIDTHS.slice(-2)
/** Nobody can read so many on a slide, and a layout may take half a second: one in each direction. */
const MOST_PARTS = 70
const NARROWEST = LINE_WIDTHS.slice(-1)

const TURNED: Readonly<Record<Direction, Direction>> = {
  DOWN: 'RIGHT',
  RIGHT: 'DOWN',
  UP: 'LEFT',
  LEFT: 'UP',
}

export async function planGraph(graph: Graph): Promise<readonly DiagramPlan[]> {
  const plans: DiagramPlan[] = []
  for (const direction of [graph.direction, TURNED[graph.direction]]) {
    let last = ''
    for (const lineWidth of lineWidthsFor(graph)) {
      const measured = measureParts(graph, lineWidth)
      const parts = { ...measured, boxes: evenRanks(measured.boxes, graph, direction) }
      const broken = JSON.stringify([parts.boxes, parts.edgeLabels])
      if (broken === last) continue
      last = broken
      const placed = await layTitled(graph, { ...parts, direction })
      plans.push({
        ...drawGraph(graph, placed.parts, placed.laid),
        isAsked: graph.isOpen || direction === graph.direction,
      })
    }
  }
  return plans
}

/** ELK knows nothing of the titles of groups: where one stands out, a box below it is made wider, and all laid anew. */
async function layTitled(graph: Graph, parts: GraphParts) {
  const laid = await layGraph(graph, parts)
  const wider = new Map(
    allGroups(graph.groups).flatMap((group, index) => {
      const lack = lackOf(laid.groups[index])
      const widest = parts.boxes
        .filter(({ node }) => nodesIn(group).includes(node.id) && isEven(node))
        .toSorted((a, b) => b.width - a.width)[0]
      return lack > 0 && widest !== undefined ? [[widest.node.id, widest.width + lack]] : []
    }),
  )
  if (wider.size === 0) return { parts, laid }
  const boxes = parts.boxes.map((box) => ({ ...box, width: wider.get(box.node.id) ?? box.width }))
  const widened = { ...parts, boxes }
  return { parts: widened, laid: await layGraph(graph, widened) }
}

function lackOf(group: LaidGraph['groups'][number] | undefined): number {
  return group === undefined ? 0 : group.label.width + 1.2 - group.width
}

function lineWidthsFor({ nodes, edges }: Graph): readonly number[] {
  if (nodes.length + edges.length > MOST_PARTS) return NARROWEST
  return nodes.length > MANY_NODES ? NARROW : LINE_WIDTHS
}

export type MeasuredParts = {
  readonly boxes: readonly NodeBox[]
  readonly edgeLabels: readonly Label[]
}

export function measureParts(graph: Graph, lineWidth: number): MeasuredParts {
  return {
    boxes: graph.nodes.map((node) => measureNode(node, lineWidth)),
    edgeLabels: graph.edges.map(({ label }) => setLabel(label, { maxWidth: lineWidth * 0.75 })),
  }
}

/** Half a stroke stands outside the boxes. */
const MARGIN = 0.1

function drawGraph(
  graph: Graph,
  { boxes, edgeLabels }: MeasuredParts,
  laid: LaidGraph,
): Omit<DiagramPlan, 'isAsked'> {
  const first = firstOf(graph)
  const shapes = [
    ...laid.groups.flatMap(drawGroup),
    ...graph.edges.flatMap((edge, index) =>
      drawLaidEdge(
        edge,
        edgeLabels[index],
        reached(edge, laid.edges[index] ?? NOWHERE, { graph, laid }),
      ),
    ),
    ...boxes.flatMap((box) => {
      const at = laid.nodes.get(box.node.id)
      const role = box.node.id === first ? 'first' : 'plain'
      return at === undefined ? [] : drawNode(box, at, role)
    }),
  ]
  return { width: laid.width + MARGIN, height: laid.height + MARGIN, shapes }
}

const NOWHERE: LaidEdge = {
  points: [],
  label: undefined,
  fromLabel: undefined,
  toLabel: undefined,
}

/** The box that all begins with, when there is one: it is filled. */
export function firstOf({ nodes, edges }: Graph): string | undefined {
  const targets = new Set(edges.filter(({ from, to }) => from !== to).map(({ to }) => to))
  const roots = nodes.filter(({ id }) => !targets.has(id))
  const [root] = roots
  const isPlain = root !== undefined && root.lists.length === 0 && edges.length > 1
  return roots.length === 1 && isPlain ? root.id : undefined
}

function drawGroup({ label, ...box }: LaidGraph['groups'][number]): readonly PlanShape[] {
  return [
    { kind: 'path', steps: rectangle(box), stroke: 'rule', strokeWidth: 0.07 },
    ...drawLabel(label, { x: box.x + 0.6, top: box.y + 0.35, color: 'muted', anchor: 'start' }),
  ]
}

function drawLaidEdge(
  edge: GraphEdge,
  label: Label | undefined,
  laid: LaidEdge,
): readonly PlanShape[] {
  return [
    ...drawEdge(laid.points, edge),
    ...drawLabelAt(label, laid.label),
    ...drawLabelAt(endLabel(edge.fromLabel), laid.fromLabel),
    ...drawLabelAt(endLabel(edge.toLabel), laid.toLabel),
  ]
}

const REACHED: Partial<Readonly<Record<NodeShape, 'circle' | 'diamond'>>> = {
  circle: 'circle',
  'double-circle': 'circle',
  diamond: 'diamond',
}

/** ELK ends a line at the frame of a box; a rhombus or a circle begins further in. */
function reached(
  { from, to }: GraphEdge,
  edge: LaidEdge,
  { graph, laid }: { readonly graph: Graph; readonly laid: LaidGraph },
): LaidEdge {
  const endAt = (id: string, before: Point | undefined, end: Point | undefined) => {
    const shape = graph.nodes.find((node) => node.id === id)?.shape
    const box = laid.nodes.get(id)
    const outline = shape === undefined ? undefined : REACHED[shape]
    if (outline === undefined || box === undefined || before === undefined || end === undefined)
      return end
    return reach(outline, box, [before, end])
  }
  const { points } = edge
  if (points.length < 2) return edge
  const ends = [endAt(from, points[1], points[0]), endAt(to, points.at(-2), points.at(-1))]
  const [first, last] = ends
  if (first === undefined || last === undefined) return edge
  return { ...edge, points: [first, ...points.slice(1, -1), last] }
}

function drawLabelAt(label: Label | undefined, at: Box | undefined): readonly PlanShape[] {
  if (label === undefined || at === undefined) return []
  return drawLabel(label, { x: at.x + at.width / 2, top: at.y, color: 'muted' })
}
