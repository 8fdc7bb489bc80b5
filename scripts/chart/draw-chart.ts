/** A chart as plain shapes, one drawing for each kind. */
import type { Chart, ChartKind } from '../topic/topic.ts'
import type { ChartStyle } from './chart-style.ts'
import { countBarParts, drawBars } from './draw-bars.ts'
import { drawLine } from './draw-line.ts'
import { drawShare } from './draw-share.ts'
import type { Drawing } from './drawing.ts'
import { countShareParts } from './share-plan.ts'

export type { ChartColors, ChartPart, ChartStyle } from './chart-style.ts'

type Draw = (chart: Chart, style: ChartStyle) => Drawing

const DRAWERS: Readonly<Record<ChartKind, Draw>> = {
  bar: drawBars,
  'grouped-bar': drawBars,
  line: drawLine,
  share: drawShare,
}

/** No taller than `maxHeight` where letters of the least size allow it. */
export function drawChart(chart: Chart, style: ChartStyle): Drawing {
  if (chart.categories.length === 0) return { width: style.width, height: 0, shapes: [] }
  return DRAWERS[chart.kind](chart, style)
}

/** How many drawings it takes to keep every letter at its least size; a line is always one. */
export function countParts(chart: Chart, style: ChartStyle): number {
  return COUNTERS[chart.kind](chart, style)
}

const COUNTERS: Readonly<Record<ChartKind, (chart: Chart, style: ChartStyle) => number>> = {
  bar: countBarParts,
  'grouped-bar': countBarParts,
  line: () => 1,
  share: countShareParts,
}
