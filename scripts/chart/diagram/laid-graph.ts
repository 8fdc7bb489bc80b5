/** What ELK has laid out, in em: boxes, groups, and lines with their labels. */
import type { ElkExtendedEdge, ElkNode } from 'elkjs'
import type { Graph, GraphGroup } from '../../topic/diagram/diagram.ts'
import { type Label, setLabel } from './label.ts'
import type { Box, Point } from './outline.ts'

export type LaidGraph = {
  readonly width: number
  readonly height: number
  readonly nodes: ReadonlyMap<string, Box>
  readonly groups: readonly (Box & { readonly label: Label })[]
  /** In the order of the graph's edges. */
  readonly edges: readonly LaidEdge[]
}

export type LaidEdge = {
  readonly points: readonly Point[]
  readonly label: Box | undefined
  readonly fromLabel: Box | undefined
  readonly toLabel: Box | undefined
}

/** ELK's own defaults are lengths in pixels. */
export const UNITS_PER_EM = 20

export const GROUP_LABEL = { maxWidth: 16, weight: 700 } as const

export function readLayout(graph: Graph, root: ElkNode): LaidGraph {
  const nodes = new Map<string, Box>()
  const groups: (Box & { label: Label })[] = []
  const labels = new Map(allGroups(graph.groups).map(({ id, label }) => [`g:${id}`, label]))
  const walk = (element: ElkNode): void => {
    const label = labels.get(element.id)
    if (label !== undefined) groups.push({ ...boxOf(element), label: setLabel(label, GROUP_LABEL) })
    else nodes.set(element.id.slice(2), boxOf(element))
    for (const inner of element.children ?? []) walk(inner)
  }
  for (const element of root.children ?? []) walk(element)
  const edges = new Map((root.edges ?? []).map((edge) => [edge.id, edge]))
  return {
    ...boxOf(root),
    nodes,
    groups,
    edges: graph.edges.map((_, index) => laidEdge(edges.get(`e:${index}`))),
  }
}

/** In the order of a walk from the outside in, which is that of `LaidGraph.groups`. */
export function allGroups(groups: readonly GraphGroup[]): readonly GraphGroup[] {
  return groups.flatMap((group) => [group, ...allGroups(group.groups)])
}

function laidEdge(edge: ElkExtendedEdge | undefined): LaidEdge {
  const [section] = edge?.sections ?? []
  const labelAt = (placement: string): Box | undefined => {
    const label = edge?.labels?.find(({ text }) => text === placement)
    return label === undefined ? undefined : boxOf(label)
  }
  const points =
    section === undefined
      ? []
      : [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]
  return {
    points: points.map(({ x, y }) => ({ x: x / UNITS_PER_EM, y: y / UNITS_PER_EM })),
    label: labelAt('CENTER'),
    fromLabel: labelAt('TAIL'),
    toLabel: labelAt('HEAD'),
  }
}

type Placed = Pick<ElkNode, 'x' | 'y' | 'width' | 'height'>

function boxOf({ x = 0, y = 0, width = 0, height = 0 }: Placed): Box {
  return {
    x: x / UNITS_PER_EM,
    y: y / UNITS_PER_EM,
    width: width / UNITS_PER_EM,
    height: height / UNITS_PER_EM,
  }
}
