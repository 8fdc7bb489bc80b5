/** The names of the colours that a drawing is made of, so that a native chart follows the theme of the file. */
import type { ChartColors } from '../../chart/draw-chart.ts'
import type { Color } from '../presentation.ts'

const NAMES = [
  'ink',
  'accent',
  'primary',
  'muted',
  'paper',
  'series1',
  'series2',
  'series3',
  'series4',
  'series5',
  'series6',
] as const satisfies readonly (keyof ChartColors)[]

/** A mix of two has no name and keeps its value. */
export function colorName(hex: string, colors: ChartColors): Color {
  return NAMES.find((name) => colors[name] === hex) ?? `#${hex.replace(/^#/, '')}`
}
