/** Our charts as PowerPoint's, one plan for each kind. */
import type { ChartStyle } from '../../chart/draw-chart.ts'
import type { Chart, ChartKind } from '../../topic/topic.ts'
import type { PlannedChart } from './chart-plan.ts'
import { planBarChart } from './plan-bars.ts'
import { planLineChart } from './plan-lines.ts'
import { planWholeChart } from './plan-whole.ts'

const PLANNERS: Readonly<Record<ChartKind, (chart: Chart, style: ChartStyle) => PlannedChart>> = {
  bar: planBarChart,
  'grouped-bar': planBarChart,
  line: planLineChart,
  share: planWholeChart,
}

/** In the room of `style`, no taller than `maxHeight`. */
export function planChart(chart: Chart, style: ChartStyle): PlannedChart {
  return PLANNERS[chart.kind](chart, style)
}
