/** Which boxes of a graph share a size, so that rows and columns stand in line. */
import type { Direction, Graph } from '../../topic/diagram/diagram.ts'
import { evenBoxes, type NodeBox } from './node-box.ts'

/** All of one size: steps of a process. */
export function evenSteps(boxes: readonly NodeBox[]): readonly NodeBox[] {
  const all = (): string => 'all'
  return evenBoxes(evenBoxes(boxes, 'width', all), 'height', all)
}

/** In a tree those of a rank, in other graphs all boxes as to their width. */
export function evenRanks(
  boxes: readonly NodeBox[],
  graph: Graph,
  direction: Direction,
): readonly NodeBox[] {
  const ranks = ranksOf(graph)
  const rankOf = (id: string): string => String(ranks?.get(id) ?? 'all')
  const wide = evenBoxes(boxes, 'width', rankOf)
  const isUpright = direction === 'DOWN' || direction === 'UP'
  return isUpright && ranks !== undefined ? evenBoxes(wide, 'height', rankOf) : wide
}

/** Steps from the root; undefined where a box has two lines in, or lines run in a circle. */
function ranksOf({ nodes, edges }: Graph): ReadonlyMap<string, number> | undefined {
  const parents = new Map(edges.map(({ from, to }) => [to, from]))
  if (parents.size !== edges.length) return undefined
  const ranks = new Map<string, number>()
  for (const { id } of nodes) {
    let rank = 0
    for (let at = parents.get(id); at !== undefined; at = parents.get(at))
      if (++rank > nodes.length) return undefined
    ranks.set(id, rank)
  }
  return ranks
}
