/**
 * A diagram after reading its Mermaid source: plain data, without place or size. Labels are plain text;
 * `\n` is a line break the author wrote. Nothing of the source itself goes further than this.
 */
export type Diagram = Graph | Sequence | Plot

/** Flow chart, state machine, classes or entities: boxes and the lines between them. */
export type Graph = {
  readonly kind: 'graph'
  readonly direction: Direction
  /** The author wrote no direction. */
  readonly isOpen: boolean
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly GraphEdge[]
  readonly groups: readonly GraphGroup[]
}

export const DIRECTIONS = ['DOWN', 'UP', 'RIGHT', 'LEFT'] as const

export type Direction = (typeof DIRECTIONS)[number]

export type NodeShape =
  | 'box'
  | 'rounded'
  | 'stadium'
  | 'circle'
  | 'double-circle'
  | 'diamond'
  | 'hexagon'
  | 'cylinder'
  | 'subroutine'
  | 'flag'
  | 'slanted'
  | 'slanted-left'
  | 'trapezoid'
  | 'trapezoid-down'
  | 'document'
  | 'note'
  /** Words without a box. */
  | 'text'
  | 'start'
  | 'end'
  | 'bar'

export type GraphNode = {
  readonly id: string
  readonly shape: NodeShape
  readonly label: string
  /** Above the label, small: the kind of a class. */
  readonly tag: string
  /** Lists under the label, each behind a rule: attributes and methods of a class, fields of an entity. */
  readonly lists: readonly (readonly string[])[]
  /** The one to notice: the author gave it a style or a class of its own. */
  readonly isStressed: boolean
}

export type EdgeMark =
  | 'none'
  | 'arrow'
  | 'open-arrow'
  | 'cross'
  | 'circle'
  | 'triangle'
  | 'diamond'
  | 'filled-diamond'
  | 'one'
  | 'zero-one'
  | 'many'
  | 'zero-many'

export type EdgeLine = 'solid' | 'dotted' | 'thick' | 'hidden'

export type GraphEdge = {
  readonly from: string
  readonly to: string
  readonly label: string
  readonly line: EdgeLine
  readonly fromMark: EdgeMark
  readonly toMark: EdgeMark
  /** How many, written at the ends. */
  readonly fromLabel: string
  readonly toLabel: string
}

export type GraphGroup = {
  readonly id: string
  readonly label: string
  readonly nodes: readonly string[]
  readonly groups: readonly GraphGroup[]
  /** Of its own, when the author gave it one. */
  readonly direction: Direction | undefined
}

/** Who tells whom what, from top to bottom. */
export type Sequence = {
  readonly kind: 'sequence'
  readonly actors: readonly { readonly id: string; readonly label: string }[]
  /** Actors that stand in a box together. */
  readonly boxes: readonly { readonly label: string; readonly actors: readonly string[] }[]
  readonly steps: readonly SequenceStep[]
}

export type SequenceStep =
  | {
      readonly kind: 'message'
      readonly from: string
      readonly to: string
      readonly label: string
      readonly line: 'solid' | 'dotted'
      readonly fromMark: EdgeMark
      readonly toMark: EdgeMark
    }
  | {
      readonly kind: 'note'
      readonly side: 'left' | 'right' | 'over'
      readonly actors: readonly string[]
      readonly label: string
    }
  /** An actor begins or stops working, appears with the next message or goes with the last one. */
  | { readonly kind: 'activate' | 'deactivate' | 'create' | 'destroy'; readonly actor: string }
  /** Opens a frame (`loop`, `alt`), parts it (`else`) or closes it. */
  | { readonly kind: 'open' | 'part'; readonly word: string; readonly label: string }
  | { readonly kind: 'close' }

/** Bars and lines over named places of an axis. */
export type Plot = {
  readonly kind: 'plot'
  readonly isHorizontal: boolean
  readonly title: string
  readonly xTitle: string
  readonly yTitle: string
  readonly categories: readonly string[]
  readonly series: readonly PlotSeries[]
  /** Ends of the value axis, when the author gave them. */
  readonly range: readonly [number, number] | undefined
}

export type PlotSeries = {
  readonly kind: 'bar' | 'line'
  readonly label: string
  /** `printed` is the figure as the author wrote it. */
  readonly values: readonly { readonly value: number; readonly printed: string }[]
}
