/** A native chart before it is XML: what the drawing of the page shows, in the terms that PowerPoint has for it. */
import type { Color } from '../presentation.ts'

/** A part of the frame of a chart: all four from 0 to 1. */
export type Share = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export type ChartPlan = {
  /** `whole`: one divided column, a series for each part. */
  readonly kind: 'bars' | 'lines' | 'whole'
  /** Of its letters, in px. */
  readonly sizePx: number
  /** Where the marks stand, without labels. */
  readonly plot: Share
  /** Left out: the names of series stand beside their marks, or there are none. */
  readonly legend?: Share
  /** Rows of the data sheet. */
  readonly categories: readonly string[]
  /** Of categories that are times, where steps of one width would not do. */
  readonly times?: TimeAxis
  readonly series: readonly SeriesPlan[]
  /** Ends of the scale; those left out are PowerPoint's to choose, so that it follows edited figures. */
  readonly scale: { readonly min?: number; readonly max?: number }
  /** A rule at zero, or under the lines. */
  readonly hasRule: boolean
  /** Between the bars of two categories, and of one, in percent of a bar. */
  readonly gaps: { readonly between: number; readonly within: number }
  /** Every how many categories is labelled. */
  readonly labelStep: number
}

export type TimeAxis = {
  /** One for each category, as a number of a sheet. */
  readonly values: readonly number[]
  /** Writes the number as the label of its category. */
  readonly format: string
  readonly unit: 'days' | 'months'
  /** Every how many units is labelled. */
  readonly step: number
}

export type SeriesPlan = {
  /** Empty when the chart has one series that nobody named. */
  readonly name: string
  /** Undefined: only an outline. */
  readonly color: Color | undefined
  /** Of lines, in px. */
  readonly strokePx: number
  readonly markerPx: number
  /** One for each category; undefined where no figure is known. */
  readonly points: readonly (PointPlan | undefined)[]
}

export type PointPlan = {
  readonly value: number
  /** As the drawing writes it. */
  readonly printed: string
  /** Where it is not that of its series. */
  readonly color?: Color
  /** Of a line; left out: that of its series. */
  readonly markerPx?: number
  /** Left out: the figure is not written. */
  readonly label?: LabelPlan
}

export type LabelPlan = {
  readonly side: 'outside' | 'middle' | 'left' | 'right' | 'above' | 'below'
  readonly color: Color
  /** Of the figure, in px; its name has the size of the chart. */
  readonly sizePx: number
  /** From where the side puts it, in shares of the frame. */
  readonly shift?: { readonly x: number; readonly y: number }
  /** Spaces before the figure. */
  readonly before?: string
  /** Lines of the name of its series, after the figure. */
  readonly name?: readonly string[]
  readonly isNameStrong?: boolean
}

export type PlannedChart = { readonly plan: ChartPlan; readonly heightPx: number }
