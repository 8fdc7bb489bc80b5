/** Where the points of a line stand. */
import { inlineText } from '../topic/inline-text.ts'
import { timeOf } from '../topic/time-label.ts'
import type { Chart } from '../topic/topic.ts'
import type { Point } from './path-shapes.ts'

export type Area = {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export type LineScale = {
  /** Of each category. */
  readonly xs: readonly number[]
  readonly y: (value: number) => number
  /** Undefined when zero is too far away to be shown: then no rule stands under the line. */
  readonly zero: number | undefined
}

export function scaleLines(chart: Chart, area: Area): LineScale {
  const { least, most } = domainOf(chart)
  const span = most - least
  const y = (value: number): number =>
    span === 0 ? area.bottom : area.bottom - ((value - least) / span) * (area.bottom - area.top)
  return {
    xs: placesOf(chart).map((place) => area.left + place * (area.right - area.left)),
    y,
    zero: least <= 0 && most >= 0 ? y(0) : undefined,
  }
}

/** True when the lines stand on a rule at zero, so that they need no room below. */
export function standsOnZero(chart: Chart): boolean {
  return domainOf(chart).least === 0
}

/**
 * Zero belongs to the scale when the figures reach down to half of the highest. Nearer together, they would be a
 * flat line from zero, and what a line shows is change (Cleveland 1985, The Elements of Graphing Data, 2.4).
 */
export function domainOf({ series }: Chart): { readonly least: number; readonly most: number } {
  const values = series.flatMap(({ figures }) => figures.flatMap((figure) => figure?.value ?? []))
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (values.length === 0 || (low === 0 && high === 0)) return { least: 0, most: 1 }
  if (low > 0 && low > high / 2 && low < high) return { least: low, most: high }
  if (high < 0 && high < low / 2 && low < high) return { least: low, most: high }
  return { least: Math.min(0, low), most: Math.max(0, high) }
}

/** From 0 to 1: by time where all labels are times in order, else one step each. */
export function placesOf({ categories }: Chart): readonly number[] {
  const count = categories.length
  if (count === 1) return [0.5]
  const times = categories.map((label) => timeOf(inlineText(label)))
  const known = times.flatMap((time) => time ?? [])
  const isTime =
    known.length === count && known.every((time, index) => time > (known[index - 1] ?? -Infinity))
  if (!isTime) return categories.map((_, index) => index / (count - 1))
  const [first = 0, last = 1] = [known[0], known.at(-1)]
  return known.map((time) => (time - first) / (last - first))
}

/** Runs of neighbouring known figures; a figure that is not known leaves a gap. */
export function runsOf(points: readonly (Point | undefined)[]): readonly (readonly Point[])[] {
  const runs: Point[][] = [[]]
  for (const point of points) {
    if (point === undefined) runs.push([])
    else runs.at(-1)?.push(point)
  }
  return runs.filter((run) => run.length > 0)
}
