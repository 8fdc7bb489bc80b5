/** `c:ser` of bars and lines: its look, its points that look otherwise, its labels, its data with their cells. */
import type { Color } from '../presentation.ts'
import { fillXml, outlineXml, type Palette } from '../write/color-xml.ts'
import { element, emu, xmlText } from '../write/xml.ts'
import type { ChartPlan, PointPlan, SeriesPlan } from './chart-plan.ts'
import { categoryNames, type DataSheet, seriesFormat, seriesName } from './data-sheet.ts'
import { labelsRangeXml, labelsXml } from './labels-xml.ts'
import type { LabelContext } from './rich-label-xml.ts'

export type SeriesContext = Omit<LabelContext, 'series'> & {
  readonly plan: ChartPlan
  readonly sheet: DataSheet
}

export function seriesXml(series: SeriesPlan, index: number, context: SeriesContext): string {
  const { plan, sheet, lang } = context
  const isLine = plan.kind === 'lines'
  const places = sheet.series[index] ?? { name: '', values: '', printed: '' }
  const number = { val: index }
  return element(
    'c:ser',
    {},
    element('c:idx', number),
    element('c:order', number),
    element('c:tx', {}, stringsXml(places.name, [seriesName(series, lang)])),
    isLine ? lineLook(series, index, context) : barLook(series, context),
    ...series.points.map((point, at) =>
      isLine ? linePoint(point, at, { series, index, context }) : barPoint(point, at, context),
    ),
    labelsXml(series, { ...context, series: index }),
    element('c:cat', {}, categoriesXml(context)),
    element('c:val', {}, valuesXml(series, places.values)),
    isLine ? '<c:smooth val="0"/>' : '',
    labelsRangeXml(series, places.printed),
  )
}

/** Parts of a whole are kept apart by the ground; what nobody has counted is left open. */
function barLook({ color }: SeriesPlan, { palette, plan, sizePx }: SeriesContext): string {
  const thin = sizePx / 14
  const outline =
    color === undefined
      ? { color: 'muted' as const, widthPx: thin }
      : { color: 'paper' as const, widthPx: thin }
  const isOutlined = plan.kind === 'whole'
  return `${element(
    'c:spPr',
    {},
    fillXml(color, palette),
    outlineXml(isOutlined ? outline : undefined, palette),
  )}<c:invertIfNegative val="0"/>`
}

function barPoint(point: PointPlan | undefined, index: number, { palette }: SeriesContext): string {
  if (point?.color === undefined) return ''
  return element(
    'c:dPt',
    {},
    element('c:idx', { val: index }),
    '<c:invertIfNegative val="0"/><c:bubble3D val="0"/>',
    element('c:spPr', {}, fillXml(point.color, palette), outlineXml(undefined, palette)),
  )
}

function lineLook(series: SeriesPlan, index: number, { palette }: SeriesContext): string {
  return element('c:spPr', {}, strokeXml(series, palette)) + markerXml(series, index, palette)
}

function strokeXml({ color, strokePx }: SeriesPlan, palette: Palette): string {
  return element('a:ln', { w: emu(strokePx), cap: 'rnd' }, fillXml(color, palette), '<a:round/>')
}

/** A form for each series, as in our drawing, as far as PowerPoint has them. */
const SYMBOLS = ['circle', 'square', 'triangle', 'diamond', 'star', 'dash'] as const
/** In points (ECMA-376 Part 1 §21.2.3.22). */
const SIZES = { least: 2, most: 72 } as const

type Marker = { readonly color: Color | undefined; readonly markerPx: number }

function markerXml({ color, markerPx }: Marker, index: number, palette: Palette): string {
  if (markerPx === 0) return '<c:marker><c:symbol val="none"/></c:marker>'
  const size = Math.min(SIZES.most, Math.max(SIZES.least, Math.round(markerPx * 0.75)))
  const outline = color === undefined ? undefined : { color, widthPx: 1 }
  return element(
    'c:marker',
    {},
    element('c:symbol', { val: SYMBOLS[index % SYMBOLS.length] }),
    element('c:size', { val: size }),
    element('c:spPr', {}, fillXml(color, palette), outlineXml(outline, palette)),
  )
}

type LinePointContext = {
  readonly series: SeriesPlan
  readonly index: number
  readonly context: SeriesContext
}

/** The line to the point is told again: PowerPoint would draw it in a colour of its own. */
function linePoint(
  point: PointPlan | undefined,
  at: number,
  { series, index, context }: LinePointContext,
): string {
  if (point === undefined) return ''
  if (point.color === undefined && point.markerPx === undefined) return ''
  const { palette } = context
  const marker = {
    color: point.color ?? series.color,
    markerPx: point.markerPx ?? series.markerPx,
  }
  return element(
    'c:dPt',
    {},
    element('c:idx', { val: at }),
    markerXml(marker, index, palette),
    '<c:bubble3D val="0"/>',
    element('c:spPr', {}, strokeXml(series, palette)),
  )
}

function stringsXml(place: string, texts: readonly string[]): string {
  return element(
    'c:strRef',
    {},
    `<c:f>${xmlText(place)}</c:f>`,
    element('c:strCache', {}, element('c:ptCount', { val: texts.length }), ...texts.map(pointXml)),
  )
}

function pointXml(text: string, idx: number): string {
  return element('c:pt', { idx }, `<c:v>${xmlText(text)}</c:v>`)
}

function categoriesXml({ plan, sheet, lang }: SeriesContext): string {
  const { times } = plan
  if (times === undefined) return stringsXml(sheet.categories, categoryNames(plan, lang))
  // LibreOffice takes a time axis for one only where its figures are said to be dates, as years are not.
  const format = times.unit === 'days' ? 'yyyy' : times.format
  return numbersXml(sheet.categories, { format, values: times.values })
}

function valuesXml(series: SeriesPlan, place: string): string {
  const values = series.points.map((point) => point?.value)
  return numbersXml(place, { format: seriesFormat(series), values })
}

type Numbers = { readonly format: string; readonly values: readonly (number | undefined)[] }

/** What is not known has no point: the chart shows a gap. */
function numbersXml(place: string, { format, values }: Numbers): string {
  const points = values.map((value, index) =>
    value === undefined ? '' : pointXml(String(value), index),
  )
  return element(
    'c:numRef',
    {},
    `<c:f>${xmlText(place)}</c:f>`,
    element(
      'c:numCache',
      {},
      `<c:formatCode>${xmlText(format)}</c:formatCode>`,
      element('c:ptCount', { val: values.length }),
      ...points,
    ),
  )
}
