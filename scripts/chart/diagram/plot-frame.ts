/** What stands around bars and lines: title, names of the places, of the axes and of the series. */

import { measureText } from '../../font/measure-text.ts'
import type { Plot } from '../../topic/diagram/diagram.ts'
import { drawLabel, type Label, setLabel } from './label.ts'
import { polyline, rectangle } from './outline.ts'
import type { PlanColor, PlanShape } from './plan.ts'

export type PlotFrame = {
  readonly height: number
  readonly shapes: readonly PlanShape[]
  /** Room along the axis for one place. */
  readonly band: number
  readonly low: number
  readonly high: number
  /** Middle of a place along the axis. */
  placeOf(index: number): number
  /** Where a value lies across the axis. */
  levelOf(value: number): number
}

type FrameSize = {
  readonly width: number
  /** Of title, marks and names together. */
  readonly height: number
  readonly colors: readonly PlanColor[]
}

const BOLD = { stack: 'sans', weight: 700, isItalic: false } as const
const VALUE_ROOM = 1.6
const NAME_GAP = 0.35
const MIN_ROW = 1.7

export function drawFrame(plot: Plot, { width, height, colors }: FrameSize): PlotFrame {
  const head = drawHead(plot, width, colors)
  const { low, high } = rangeOf(plot)
  return plot.isHorizontal
    ? horizontal(plot, { width, height, head, low, high })
    : vertical(plot, { width, height, head, low, high })
}

type Head = { readonly height: number; readonly shapes: readonly PlanShape[] }

/** Title, name of the values, and which colour is what. */
function drawHead(plot: Plot, width: number, colors: readonly PlanColor[]): Head {
  const shapes: PlanShape[] = []
  let y = 0
  const write = (text: string, weight: 400 | 700, color: PlanColor): void => {
    const label = setLabel(text, { maxWidth: width, weight })
    shapes.push(...drawLabel(label, { x: 0, top: y, color, anchor: 'start' }))
    y += label.height
  }
  if (plot.title !== '') write(plot.title, 700, 'ink')
  if (plot.yTitle !== '') write(plot.yTitle, 400, 'muted')
  const named = plot.series.some(({ label }) => label !== '')
  let x = 0
  for (const [index, { label }] of plot.series.entries()) {
    if (!named || label === '') continue
    const set = setLabel(label, { maxWidth: width })
    const box = { x, y: y + 0.35, width: 0.55, height: 0.55 }
    shapes.push({
      kind: 'path',
      steps: rectangle(box),
      fill: colors[index] ?? 'primary',
      strokeWidth: 0,
    })
    shapes.push(...drawLabel(set, { x: x + 0.85, top: y, color: 'ink', anchor: 'start' }))
    x += set.width + 2.4
  }
  if (x > 0) y += 1.3
  return { height: y === 0 ? 0 : y + 0.4, shapes }
}

/** A line needs no zero; a bar does. */
function rangeOf({ series, range }: Plot): { low: number; high: number } {
  const values = series.flatMap((each) => each.values.map(({ value }) => value))
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const hasBars = series.some(({ kind }) => kind === 'bar')
  const span = most - least || Math.abs(most) || 1
  const low = hasBars || (least >= 0 && least < span) ? Math.min(0, least) : least
  const high = hasBars ? Math.max(0, most) : most
  if (range === undefined) return { low, high: high === low ? low + 1 : high }
  return { low: Math.min(range[0], least), high: Math.max(range[1], most) }
}

type Area = FrameSizeWithout & { readonly head: Head; readonly low: number; readonly high: number }
type FrameSizeWithout = { readonly width: number; readonly height: number }

function vertical(plot: Plot, { width, height, head, low, high }: Area): PlotFrame {
  const count = Math.max(1, plot.categories.length)
  const band = width / count
  const names = plot.categories.map((name) =>
    setLabel(name, { maxWidth: Math.max(2.5, band - 0.5) }),
  )
  const every = Math.max(1, Math.ceil(Math.max(0, ...names.map((name) => name.width + 0.4)) / band))
  const shown = names.filter((_, index) => index % every === 0)
  const namesHeight = Math.max(0, ...shown.map((name) => name.height))
  const below = namesHeight + NAME_GAP + (plot.xTitle === '' ? 0 : 1.5) + (low < 0 ? VALUE_ROOM : 0)
  const top = head.height + VALUE_ROOM
  const bottom = Math.max(top + 3, height - below)
  const hasBars = plot.series.some(({ kind }) => kind === 'bar')
  // The value of a valley stands below it.
  const floor = bottom - (hasBars || low === 0 ? 0 : VALUE_ROOM)
  const levelOf = (value: number): number => floor - ((value - low) / (high - low)) * (floor - top)
  const placeOf = (index: number): number => (index + 0.5) * band
  const zero = low > 0 ? bottom : levelOf(Math.min(0, high))
  const nameTop = bottom + NAME_GAP + (low < 0 ? VALUE_ROOM : 0)
  const xTitle = setLabel(plot.xTitle, { maxWidth: width })
  return {
    height: bottom + below,
    band,
    low,
    high,
    placeOf,
    levelOf,
    shapes: [
      ...head.shapes,
      axis({ x1: 0, y1: zero, x2: width, y2: zero }),
      ...names.flatMap((name, index) =>
        index % every === 0
          ? drawLabel(name, { x: inside(placeOf(index), name, width), top: nameTop, color: 'ink' })
          : [],
      ),
      ...drawLabel(xTitle, { x: width / 2, top: nameTop + namesHeight + 0.2, color: 'muted' }),
    ],
  }
}

function horizontal(plot: Plot, { width, height, head, low, high }: Area): PlotFrame {
  const names = plot.categories.map((name) => setLabel(name, { maxWidth: width * 0.32 }))
  const left = Math.max(0, ...names.map((name) => name.width)) + 0.7
  const printed = plot.series.flatMap(({ values }) => values.map((value) => value.printed))
  const values = Math.max(0, ...printed.map((text) => measureText(text, BOLD))) + 0.6
  const least = Math.max(MIN_ROW, ...names.map((name) => name.height + 0.4)) * rowsOf(plot)
  const band = Math.max(least, Math.min(3, (height - head.height) / Math.max(1, names.length)))
  const [from, to] = [left + (low < 0 ? values : 0), width - values]
  const levelOf = (value: number): number => from + ((value - low) / (high - low)) * (to - from)
  const placeOf = (index: number): number => head.height + (index + 0.5) * band
  const zero = levelOf(Math.max(low, Math.min(0, high)))
  const bottom = head.height + names.length * band
  return {
    height: bottom,
    band,
    low,
    high,
    placeOf,
    levelOf,
    shapes: [
      ...head.shapes,
      axis({ x1: zero, y1: head.height, x2: zero, y2: bottom }),
      ...names.flatMap((name, index) => leftName(name, placeOf(index))),
    ],
  }
}

/** A name wider than its place stands out to one side only at the ends. */
function inside(middle: number, { width }: Label, whole: number): number {
  return Math.max(width / 2, Math.min(whole - width / 2, middle))
}

function rowsOf({ series }: Plot): number {
  return Math.max(1, series.filter(({ kind }) => kind === 'bar').length * 0.8)
}

function leftName(name: Label, middle: number): readonly PlanShape[] {
  return drawLabel(name, { x: 0, top: middle - name.height / 2, color: 'ink', anchor: 'start' })
}

function axis({ x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number }): PlanShape {
  const steps = polyline([
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ])
  return { kind: 'path', steps, stroke: 'muted', strokeWidth: 0.06 }
}
