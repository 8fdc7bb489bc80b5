/** A graph while its source is read: nodes by id in the order of first mention, groups as a stack. */
import type { Direction, Graph, GraphEdge, GraphGroup, GraphNode } from './diagram.ts'

type OpenGroup = {
  readonly id: string
  readonly label: string
  nodes: string[]
  groups: GraphGroup[]
  direction: Direction | undefined
  /** Parts that run at the same time; the last one is still read. */
  readonly regions: GraphGroup[]
}

export class GraphDraft {
  #direction: Direction
  #isOpen = true
  readonly #nodes = new Map<string, GraphNode>()
  readonly #edges: GraphEdge[] = []
  readonly #open: OpenGroup[] = []
  readonly #groups: GraphGroup[] = []
  readonly #homes = new Map<string, OpenGroup>()
  readonly #titles = new Map<string, string>()
  readonly #groupIds = new Set<string>()
  readonly #stressed = new Set<string>()

  constructor(direction: Direction) {
    this.#direction = direction
  }

  /** What the author asked for, of the innermost group that is open; without it the first one given is a guess. */
  turn(direction: Direction | undefined): void {
    const group = this.#open.at(-1)
    if (direction === undefined) return
    if (group !== undefined) {
      group.direction = direction
      return
    }
    this.#direction = direction
    this.#isOpen = false
  }

  get depth(): number {
    return this.#open.length
  }

  /** Of the innermost group that is open, and which of its regions; empty outside all. */
  get groupName(): string {
    const group = this.#open.at(-1)
    if (group === undefined) return ''
    return group.regions.length === 0 ? group.id : `${group.id} ${group.regions.length}`
  }

  /** Makes the node on its first mention; later ones add what they say. It lives in the first group that names it. */
  node(id: string, given: Partial<Omit<GraphNode, 'id'>> = {}): void {
    const known = this.#nodes.get(id)
    const isMentionOnly = Object.keys(given).length === 0
    if (known === undefined || !isMentionOnly)
      this.#nodes.set(id, { ...(known ?? { ...PLAIN, id, label: id }), ...given })
    this.#settle(id)
  }

  /** The innermost of the groups that are open counts, however early the outer one named it. */
  #settle(id: string): void {
    const group = this.#open.at(-1)
    const home = this.#homes.get(id)
    if (group === undefined || (home !== undefined && !this.#open.includes(home))) return
    if (home === group) return
    if (home !== undefined) home.nodes = home.nodes.filter((each) => each !== id)
    this.#homes.set(id, group)
    group.nodes.push(id)
  }

  get(id: string): GraphNode | undefined {
    return this.#nodes.get(id)
  }

  edge(edge: Pick<GraphEdge, 'from' | 'to'> & Partial<GraphEdge>): void {
    this.#edges.push({ ...PLAIN_EDGE, ...edge })
  }

  /** A note on a node, or a free one; it stands in the group of its node. */
  note(label: string, of?: string): void {
    const id = `note ${this.#nodes.size}`
    this.#nodes.set(id, { ...PLAIN, id, label, shape: 'note' })
    this.#open.at(-1)?.nodes.push(id)
    if (of !== undefined) this.edge({ from: of, to: id, line: 'dotted' })
  }

  stress(id: string): void {
    this.#stressed.add(id)
  }

  /** A title given to a group before or after it. */
  describeGroup(id: string, label: string): void {
    this.#titles.set(id, label)
  }

  openGroup(id: string, label: string): void {
    this.#open.push({ id, label, nodes: [], groups: [], direction: undefined, regions: [] })
  }

  /** What was read of the open group so far runs at the same time as what follows. */
  partGroup(): boolean {
    const group = this.#open.at(-1)
    if (group === undefined) return false
    const { id, nodes, groups, direction, regions } = group
    regions.push({ id: `${id} region ${regions.length}`, label: '', nodes, groups, direction })
    group.nodes = []
    group.groups = []
    return true
  }

  closeGroup(): void {
    if ((this.#open.at(-1)?.regions.length ?? 0) > 0) this.partGroup()
    const closed = this.#open.pop()
    if (closed === undefined) return
    const { regions, ...rest } = closed
    const group = { ...rest, groups: [...rest.groups, ...regions.filter(isFilled)] }
    if (!isFilled(group)) {
      this.node(group.id, { label: group.label || group.id })
      return
    }
    this.#groupIds.add(group.id)
    const home = this.#open.at(-1)?.groups ?? this.#groups
    home.push(group)
  }

  /** A name that is a group is no node of its own, however early it was mentioned; one of nothing is a box. */
  finish(): Graph {
    while (this.#open.length > 0) this.closeGroup()
    const groups = this.#groups.map((group) => this.#tidy(group)).filter(isFilled)
    const grouped = new Set(groups.flatMap(idsOf))
    const nodes = [...this.#nodes.values()].filter(({ id }) => !grouped.has(id))
    const known = new Set([...nodes.map(({ id }) => id), ...grouped])
    return {
      kind: 'graph',
      direction: this.#direction,
      isOpen: this.#isOpen,
      nodes: nodes.map((node) => ({ ...node, isStressed: this.#isStressed(node.id) })),
      edges: this.#edges.filter(({ from, to }) => known.has(from) && known.has(to)),
      groups,
    }
  }

  /** Where all are of some class, none is the one to notice. */
  #isStressed(id: string): boolean {
    return this.#stressed.has(id) && this.#stressed.size <= Math.max(1, this.#nodes.size / 2)
  }

  #tidy(group: GraphGroup): GraphGroup {
    return {
      ...group,
      label: this.#titles.get(group.id) ?? group.label,
      nodes: group.nodes.filter((id) => !this.#groupIds.has(id)),
      groups: group.groups.map((inner) => this.#tidy(inner)).filter(isFilled),
    }
  }
}

const PLAIN = { shape: 'box', tag: '', lists: [], isStressed: false } as const

const PLAIN_EDGE = {
  label: '',
  line: 'solid',
  fromMark: 'none',
  toMark: 'none',
  fromLabel: '',
  toLabel: '',
} as const

function isFilled(group: GraphGroup): boolean {
  return group.nodes.length + group.groups.length > 0
}

function idsOf(group: GraphGroup): readonly string[] {
  return [group.id, ...group.groups.flatMap(idsOf)]
}
