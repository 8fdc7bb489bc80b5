/** A graph while its source is read: nodes by id in the order of first mention, groups as a stack. */
import type { Direction, Graph, GraphEdge, GraphGroup, GraphNode } from './diagram.ts'

type OpenGroup = { id: string; label: string; nodes: string[]; groups: GraphGroup[] }

export class GraphDraft {
  #direction: Direction
  #isOpen = true
  readonly #nodes = new Map<string, GraphNode>()
  readonly #edges: GraphEdge[] = []
  readonly #open: OpenGroup[] = []
  readonly #groups: GraphGroup[] = []
  readonly #grouped = new Set<string>()
  readonly #stressed = new Set<string>()
  readonly #groupIds = new Set<string>()

  constructor(direction: Direction) {
    this.#direction = direction
  }

  /** What the author asked for; without it the first one given is a guess. */
  turn(direction: Direction | undefined): void {
    if (direction === undefined) return
    this.#direction = direction
    this.#isOpen = false
  }

  get depth(): number {
    return this.#open.length
  }

  /** Of the innermost group that is open; empty outside all. */
  get groupName(): string {
    return this.#open.at(-1)?.id ?? ''
  }

  /** Makes the node on its first mention; later ones add what they say. */
  node(id: string, given: Partial<Omit<GraphNode, 'id'>> = {}): void {
    const known = this.#nodes.get(id)
    const isMentionOnly = Object.keys(given).length === 0
    if (known === undefined || !isMentionOnly)
      this.#nodes.set(id, { ...(known ?? { ...PLAIN, id, label: id }), ...given })
    const group = this.#open.at(-1)
    if (group === undefined || this.#grouped.has(id) || (known !== undefined && isMentionOnly))
      return
    this.#grouped.add(id)
    group.nodes.push(id)
  }

  get(id: string): GraphNode | undefined {
    return this.#nodes.get(id)
  }

  edge(edge: Pick<GraphEdge, 'from' | 'to'> & Partial<GraphEdge>): void {
    this.#edges.push({ ...PLAIN_EDGE, ...edge })
  }

  stress(id: string): void {
    this.#stressed.add(id)
  }

  openGroup(id: string, label: string): void {
    this.#groupIds.add(id)
    this.#open.push({ id, label, nodes: [], groups: [] })
  }

  closeGroup(): void {
    const closed = this.#open.pop()
    if (closed === undefined) return
    const home = this.#open.at(-1)?.groups ?? this.#groups
    home.push(closed)
  }

  /** A name that is a group is no node of its own, however early it was mentioned. */
  finish(): Graph {
    while (this.#open.length > 0) this.closeGroup()
    const groups = this.#groups.map((group) => this.#tidy(group)).filter(isFilled)
    const kept = new Set(groups.flatMap(idsOf))
    const nodes = [...this.#nodes.values()].filter(({ id }) => !this.#groupIds.has(id))
    const known = new Set([...nodes.map(({ id }) => id), ...kept])
    return {
      kind: 'graph',
      direction: this.#direction,
      isOpen: this.#isOpen,
      nodes: nodes.map((node) => ({
        ...node,
        isStressed: node.isStressed || this.#stressed.has(node.id),
      })),
      edges: this.#edges.filter(({ from, to }) => known.has(from) && known.has(to)),
      groups,
    }
  }

  #tidy(group: GraphGroup): GraphGroup {
    return {
      ...group,
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
