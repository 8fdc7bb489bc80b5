/** The names of series above a chart, each with a sample of its colour, as wide as they need. */
import { LABEL_STYLE, widthOf } from '../../chart/chart-style.ts'
import type { Share } from './chart-plan.ts'

/** A sample and the room around it, in em. */
export const KEY_ROOM = 1.9

type Legend = {
  readonly names: readonly string[]
  readonly em: number
  readonly width: number
  /** Share of the frame. */
  readonly height: number
  /** One below the other, as long names stand. */
  readonly isColumn: boolean
}

export function legendShare({ names, em, width, height, isColumn }: Legend): Share {
  const widths = names.map((name) => widthOf(name, LABEL_STYLE, em) + KEY_ROOM * em)
  const needed = isColumn ? Math.max(...widths) : widths.reduce((sum, one) => sum + one, 0)
  return { x: 0, y: 0, width: Math.min(1, (needed * SLACK) / width), height }
}

/** Programs set names a little wider than we measure them. */
const SLACK = 1.06
