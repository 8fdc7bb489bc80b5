/**
 * Places for the boxes and lines of a graph, by ELK's layered algorithm (Sugiyama's; Eclipse Layout Kernel,
 * the engine of beautiful-mermaid, which marp-core draws Mermaid with). Sizes are ours: it estimates widths
 * for another font, sets type half the size a slide needs, and knows no Devanagari.
 */
import type { ElkLabel, ElkNode, LayoutOptions } from 'elkjs'
import type { Direction, Graph, GraphEdge, GraphGroup } from '../../topic/diagram/diagram.ts'
import { type Label, NO_LABEL, setLabel } from './label.ts'
import { GROUP_LABEL, type LaidGraph, readLayout, UNITS_PER_EM } from './laid-graph.ts'
import type { NodeBox } from './node-box.ts'

const MANY_PARTS = 70

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.padding': '[top=1,left=1,bottom=1,right=1]',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.randomSeed': '1',
  'elk.spacing.nodeNode': '18',
  'elk.spacing.edgeNode': '14',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '5',
  'elk.spacing.componentComponent': '32',
  'elk.layered.spacing.nodeNodeBetweenLayers': '30',
  'elk.layered.spacing.edgeNodeBetweenLayers': '15',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
} as const

export type GraphParts = {
  readonly boxes: readonly NodeBox[]
  readonly edgeLabels: readonly Label[]
  readonly direction: Direction
}

/** The engine is 1.6 MB: loaded with the first graph that needs it. */
let engine: Promise<{ layout(graph: ElkNode): Promise<ElkNode> }> | undefined

async function openEngine() {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js')
  return withoutSelf(() => new Elk())
}

/** With a global `self`, which some libraries define, ELK takes Node for a web worker and exports nothing. */
function withoutSelf<T>(work: () => T): T {
  const found = Object.getOwnPropertyDescriptor(globalThis, 'self')
  if (found === undefined) return work()
  Reflect.deleteProperty(globalThis, 'self')
  try {
    return work()
  } finally {
    Object.defineProperty(globalThis, 'self', found)
  }
}

export async function layGraph(graph: Graph, parts: GraphParts): Promise<LaidGraph> {
  engine ??= openEngine()
  const elk = await engine
  const root = await elk.layout(elkGraphOf(graph, parts))
  return readLayout(graph, root)
}

function elkGraphOf(graph: Graph, { boxes, edgeLabels, direction }: GraphParts): ElkNode {
  const byId = new Map(boxes.map((box) => [box.node.id, box]))
  const grouped = new Set(graph.groups.flatMap(nodesIn))
  const nodes = (ids: readonly string[]): ElkNode[] => ids.flatMap((id) => elkNode(byId.get(id)))
  const group = (each: GraphGroup): ElkNode => ({
    id: `g:${each.id}`,
    layoutOptions: {
      'elk.padding': paddingOf(each),
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      ...directionOf(each, graph),
    },
    children: [...nodes(each.nodes), ...each.groups.map(group)],
  })
  const room = labelRoom(graph, edgeLabels)
  const free = boxes.map(({ node }) => node.id).filter((id) => !grouped.has(id))
  return {
    id: 'root',
    layoutOptions: {
      ...OPTIONS,
      ...linesOf(graph),
      'elk.layered.thoroughness': thoroughnessFor(graph),
      'elk.direction': direction,
    },
    children: [...nodes(free), ...graph.groups.map(group)],
    edges: graph.edges.map((edge, index) => ({
      id: `e:${index}`,
      sources: [elkId(edge.from, byId)],
      targets: [elkId(edge.to, byId)],
      labels: [
        ...labelled(edgeLabels[index] ?? NO_LABEL, 'CENTER', room.get(edge.from)),
        ...labelled(endLabel(edge.fromLabel), 'TAIL'),
        ...labelled(endLabel(edge.toLabel), 'HEAD'),
      ],
    })),
  }
}

/** How often ELK tries to untangle lines: 7 by itself, which takes a second for many. */
function thoroughnessFor({ nodes, edges }: Graph): string {
  return nodes.length + edges.length > MANY_PARTS ? '2' : '7'
}

/** A direction of its own only where no line leads in or out, as in Mermaid: ELK then lays the group by itself. */
function directionOf(group: GraphGroup, graph: Graph): LayoutOptions {
  if (group.direction === undefined || !isClosed(group, graph)) return {}
  return {
    ...OPTIONS,
    'elk.padding': paddingOf(group),
    'elk.hierarchyHandling': 'SEPARATE_CHILDREN',
    'elk.direction': group.direction,
  }
}

export function isClosed(group: GraphGroup, { edges }: Graph): boolean {
  const inside = new Set([...nodesIn(group), ...group.groups.flatMap(groupsIn)])
  return edges.every(({ from, to }) => inside.has(from) === inside.has(to))
}

function groupsIn({ id, groups }: GraphGroup): readonly string[] {
  return [id, ...groups.flatMap(groupsIn)]
}

export function nodesIn({ nodes, groups }: GraphGroup): readonly string[] {
  return [...nodes, ...groups.flatMap(nodesIn)]
}

function elkNode(box: NodeBox | undefined): readonly ElkNode[] {
  if (box === undefined) return []
  const { width, height } = box
  return [{ id: `n:${box.node.id}`, width: width * UNITS_PER_EM, height: height * UNITS_PER_EM }]
}

function elkId(id: string, boxes: ReadonlyMap<string, NodeBox>): string {
  return boxes.has(id) ? `n:${id}` : `g:${id}`
}

function paddingOf({ label }: GraphGroup): string {
  const top = (setLabel(label, GROUP_LABEL).height + 0.8) * UNITS_PER_EM
  return `[top=${top},left=16,bottom=16,right=16]`
}

/**
 * Lines of a circle turn back where the source does; elsewhere the order of the source would turn lines
 * that need no turning.
 */
function linesOf(graph: Graph): LayoutOptions {
  if (hasCircle(graph)) return { 'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER' }
  return { 'elk.layered.mergeEdges': String(graph.edges.every(isPlainEdge)) }
}

/** Lines may run together where nothing tells them apart. */
function isPlainEdge(edge: GraphEdge): boolean {
  const marks = [edge.fromMark, edge.toMark].filter((mark) => mark !== 'none' && mark !== 'arrow')
  const words = edge.fromLabel + edge.toLabel
  return marks.length === 0 && words === '' && edge.line === 'solid'
}

/** Lines there and back on one rail could not be told apart. */
function hasCircle({ nodes, edges }: Graph): boolean {
  let left = nodes.map(({ id }) => id)
  for (;;) {
    const inner = edges.filter(({ from, to }) => left.includes(from) && left.includes(to))
    const targets = new Set(inner.map(({ to }) => to))
    const rest = left.filter((id) => targets.has(id))
    if (rest.length === left.length) return rest.length > 0
    left = rest
  }
}

export function endLabel(text: string): Label {
  return setLabel(text, { maxWidth: 6 })
}

type LabelRoom = Pick<Label, 'width' | 'height'>

/** A label takes a layer of its own: the unlabelled lines from the same box go as far. */
function labelRoom({ edges }: Graph, labels: readonly Label[]): ReadonlyMap<string, LabelRoom> {
  const room = new Map<string, LabelRoom>()
  for (const [index, { from }] of edges.entries()) {
    const { width, height } = labels[index] ?? NO_LABEL
    if (height > (room.get(from)?.height ?? 0))
      room.set(from, { width: Math.min(width, 1), height })
  }
  return room
}

/** The text only says which label it is; ELK measures nothing. */
function labelled(label: Label, placement: string, room?: LabelRoom): readonly ElkLabel[] {
  const isEmpty = label.lines.length === 0
  const shown = isEmpty ? room : label
  if (shown === undefined) return []
  const size = {
    width: (shown.width + 0.3) * UNITS_PER_EM,
    height: shown.height * UNITS_PER_EM,
  }
  // ELK leaves out labels without text.
  const text = isEmpty ? 'ROOM' : placement
  return [{ text, ...size, layoutOptions: { 'elk.edgeLabels.placement': placement } }]
}
