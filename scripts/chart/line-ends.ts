/** The figures at both ends of all lines, in a column at either side, and the names at the right. */
import {
  type ChartStyle,
  round,
  textLines,
  textShape,
  VALUE_STYLE,
  widthOf,
} from './chart-style.ts'
import type { Shape } from './drawing.ts'
import {
  COLUMN_OVERHANG,
  END_GAP,
  FIGURE_HEIGHT,
  type LinePlan,
  type LinePoint,
  labelHeight,
  type PlannedLine,
  START_GAP,
} from './line-plan.ts'
import type { Box } from './line-values.ts'
import { linePath } from './path-shapes.ts'
import { spreadLabels } from './spread-labels.ts'

export type Written = {
  readonly shapes: readonly Shape[]
  readonly leaders: readonly Shape[]
  readonly boxes: readonly Box[]
  /** Of the figures, without the names. */
  readonly places: ReadonlyMap<LinePoint, Box>
}

/** The figures of one end of all lines, one below the other, and at the right the names. */
export function drawColumn(plan: LinePlan, style: ChartStyle, side: 'start' | 'end'): Written {
  const { em, height, area } = plan
  // One point alone has its figure at the right.
  const isLone = side === 'start' && plan.scale.xs.length === 1
  const found = (isLone ? [] : plan.lines)
    .flatMap((line) => {
      const point = side === 'start' ? line.points[0] : line.points.at(-1)
      const isNamed = side === 'end' && line.name.length > 0
      return point === undefined && !isNamed
        ? []
        : [{ line, point, name: isNamed ? line.name : [] }]
    })
    .map((entry) => ({ ...entry, y: entry.point?.at[1] ?? lastY(entry.line) }))
    .sort((a, b) => a.y - b.y)
  const middles = spreadLabels(
    found.map(({ y, name }) => ({ at: y, height: labelHeight(name.length, em) })),
    { top: plan.keyHeight, bottom: Math.min(height, area.bottom + COLUMN_OVERHANG * em) },
  )
  const x = side === 'start' ? area.left - START_GAP * em : area.right + END_GAP * em
  const entries = found.map((entry, index) => {
    const middle = middles[index] ?? entry.y
    const stress = entry.line.isStressed ? style.colors.accent : style.colors.ink
    const figure = textShape(entry.point?.figure.printed ?? '', {
      x,
      middle,
      em,
      weight: 700,
      fill: stress,
      anchor: side,
    })
    const name = textLines(entry.name, {
      x: x + entry.line.lastWidth,
      middle,
      em,
      fill: stress,
      weight: entry.line.isStressed ? 700 : 400,
    })
    const text =
      side === 'start'
        ? { ...figure, anchor: 'end' as const }
        : { ...figure, anchor: 'start' as const }
    const shapes = entry.point === undefined ? name : [text as Shape, ...name]
    return { shapes, leaders: bend(entry.y, middle, { plan, style, side }), middle }
  })
  return {
    shapes: entries.flatMap(({ shapes }) => shapes),
    leaders: entries.flatMap(({ leaders }) => leaders),
    ...figureBoxes(
      entries.map(({ middle }, index) => ({ middle, point: found[index]?.point })),
      { x, em, side, right: style.width },
    ),
  }
}

type Column = {
  readonly x: number
  readonly em: number
  readonly side: 'start' | 'end'
  /** Names reach there. */
  readonly right: number
}

function figureBoxes(
  figures: readonly { readonly middle: number; readonly point: LinePoint | undefined }[],
  { x, em, side, right }: Column,
): Pick<Written, 'boxes' | 'places'> {
  const half = (FIGURE_HEIGHT * em) / 2
  const places = new Map<LinePoint, Box>()
  const boxes = figures.map(({ middle, point }) => {
    const width = widthOf(point?.figure.printed ?? '', VALUE_STYLE, em)
    const ends = side === 'start' ? [x - width, x] : [x, x + width]
    const box = {
      left: ends[0] ?? x,
      right: ends[1] ?? x,
      top: middle - half,
      bottom: middle + half,
    }
    if (point !== undefined) places.set(point, box)
    return side === 'start' ? box : { ...box, right }
  })
  return { boxes, places }
}

function lastY({ points }: PlannedLine): number {
  return points.findLast((point) => point !== undefined)?.at[1] ?? 0
}

/** From a point to its figure, where the figure had to move. */
function bend(
  from: number,
  to: number,
  {
    plan,
    style,
    side,
  }: { readonly plan: LinePlan; readonly style: ChartStyle; readonly side: 'start' | 'end' },
): readonly Shape[] {
  const { em, area } = plan
  if (Math.abs(from - to) < 0.3 * em) return []
  const [edge, gap] = side === 'start' ? [area.left, -START_GAP] : [area.right, END_GAP]
  const at = (share: number): number => round(edge + gap * share * em)
  return [
    linePath(
      [
        [at(0.3), from],
        [at(0.85), to],
      ],
      { stroke: style.colors.muted, strokeWidth: em / 18 },
    ),
  ]
}
