/**
 * One drawing made of plain shapes: written as SVG for the deck, painted as vectors by the brief.
 * Units are those of the caller (px in the deck, pt in the brief); y grows downward.
 */
/** How an area is told from others where there are no colours. */
export type GreyPattern = 'hatch' | 'back-hatch' | 'cross-hatch' | 'rules' | 'open'

export type Shape =
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      /** `#rrggbb` */
      readonly fill: string
      /** Set where the fill tells it from others of the drawing: hatched when there are no colours. */
      readonly greyPattern?: GreyPattern
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly stroke: string
      readonly strokeWidth: number
    }
  | {
      readonly kind: 'text'
      /** Left end of the text (`start`), its middle or its right end (`end`), on the baseline. */
      readonly x: number
      readonly y: number
      readonly text: string
      readonly size: number
      readonly weight: 400 | 600 | 700
      readonly fill: string
      readonly anchor: 'start' | 'middle' | 'end'
    }
  | PathShape

/** A line of straight and curved steps, filled, stroked or both. */
export type PathShape = {
  readonly kind: 'path'
  readonly steps: readonly PathStep[]
  /** `#rrggbb` */
  readonly fill?: string
  readonly stroke?: string
  readonly strokeWidth: number
  /** Lengths of strokes and gaps. */
  readonly dash?: readonly number[]
  /** Lengths of strokes and gaps where there are no colours; left out: as with them. */
  readonly greyDash?: readonly number[]
}

export type PathStep =
  | { readonly to: 'move' | 'line'; readonly x: number; readonly y: number }
  /** A cubic Bézier curve with two control points. */
  | {
      readonly to: 'curve'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly x: number
      readonly y: number
    }
  | { readonly to: 'close' }

export type Drawing = {
  readonly width: number
  readonly height: number
  readonly shapes: readonly Shape[]
}
