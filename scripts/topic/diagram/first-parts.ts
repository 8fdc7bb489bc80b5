/** The beginning of a diagram: how much of it a slide would hold. */
import type { Diagram, GraphGroup } from './diagram.ts'

export function partsOf(diagram: Diagram): { readonly count: number; readonly parts: string } {
  switch (diagram.kind) {
    case 'graph':
      return { count: diagram.nodes.length, parts: 'boxes' }
    case 'sequence':
      return { count: diagram.steps.length, parts: 'steps' }
    case 'plot':
      return { count: diagram.categories.length, parts: 'places' }
  }
}

export function firstParts(diagram: Diagram, count: number): Diagram {
  switch (diagram.kind) {
    case 'graph': {
      const nodes = diagram.nodes.slice(0, count)
      const groups = diagram.groups.flatMap((group) =>
        keepIn(group, new Set(nodes.map(({ id }) => id))),
      )
      const known = new Set([...nodes.map(({ id }) => id), ...groups.flatMap(groupIds)])
      const edges = diagram.edges.filter(({ from, to }) => known.has(from) && known.has(to))
      return { ...diagram, nodes, edges, groups }
    }
    case 'sequence':
      return { ...diagram, steps: diagram.steps.slice(0, count) }
    case 'plot':
      return {
        ...diagram,
        categories: diagram.categories.slice(0, count),
        series: diagram.series.map((series) => ({
          ...series,
          values: series.values.slice(0, count),
        })),
      }
  }
}

function keepIn(group: GraphGroup, kept: ReadonlySet<string>): readonly GraphGroup[] {
  const nodes = group.nodes.filter((id) => kept.has(id))
  const groups = group.groups.flatMap((inner) => keepIn(inner, kept))
  return nodes.length + groups.length === 0 ? [] : [{ ...group, nodes, groups }]
}

function groupIds({ id, groups }: GraphGroup): readonly string[] {
  return [id, ...groups.flatMap(groupIds)]
}
