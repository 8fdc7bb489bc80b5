/**
 * Figures beside their marks. Most are the value in a number format, so that an edited figure is shown at once; what no
 * format says (`85–95`, `nearly 30`) comes from a column of the data sheet ([MS-ODRAWXML] §2.24.3, “values from cells”),
 * with the same text for programs that do not know of it.
 */
import { element, xmlText } from '../write/xml.ts'
import type { LabelPlan, SeriesPlan } from './chart-plan.ts'
import { labelBodyXml, textPropertiesXml } from './chart-text.ts'
import { seriesFormat } from './data-sheet.ts'
import { numberFormat, spacedFormat } from './number-format.ts'
import {
  GAP,
  type LabelContext,
  type LabelledPoint,
  richLabelXml,
  SPACES,
} from './rich-label-xml.ts'

const POSITIONS: Readonly<Record<LabelPlan['side'], string>> = {
  outside: 'outEnd',
  middle: 'ctr',
  left: 'l',
  right: 'r',
  above: 't',
  below: 'b',
}

const PLAIN = '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'

export function labelsXml(series: SeriesPlan, context: LabelContext): string {
  const format = seriesFormat(series)
  const labels = series.points.map((point) => point?.label)
  const usual =
    labels.find((label) => label !== undefined && isUsual(label)) ?? labels.find(Boolean)
  if (usual === undefined) return element('c:dLbls', {}, '<c:delete val="1"/>')
  const own = series.points.map((point, index) => {
    if (point === undefined) return ''
    return labelXml({ series, point, index, format, usual }, context)
  })
  return element(
    'c:dLbls',
    {},
    ...own,
    formatXml(format, usual.side),
    PLAIN,
    textXml(usual, context),
    element('c:dLblPos', { val: POSITIONS[usual.side] }),
    showXml({ hasKey: context.hasKeys, showVal: true }),
    leadersXml(context),
  )
}

function isUsual({ color, shift, name }: LabelPlan): boolean {
  return color === 'ink' && shift === undefined && name === undefined
}

/** From points to the figures that had to move; beside parts of a whole, samples of their colours stand for them. */
function leadersXml({ hasKeys }: LabelContext): string {
  return extensionXml(CE, element('c15:showLeaderLines', { val: hasKeys ? 0 : 1 }))
}

type PointLabel = LabelledPoint & {
  /** Of the series, and its usual label. */
  readonly format: string
  readonly usual: LabelPlan
}

/** Empty where the labels of the series say it all. */
function labelXml(of: PointLabel, context: LabelContext): string {
  const { point, index, usual } = of
  const { label } = point
  const idx = element('c:idx', { val: index })
  if (label === undefined) return element('c:dLbl', {}, idx, '<c:delete val="1"/>')
  const format = numberFormat(point.value, point.printed)
  const isPlain = isUsual(label) && label.side === usual.side && isUsual(usual)
  if (isPlain && format === of.format) return ''
  const isWritten = format === undefined || label.name !== undefined
  return element(
    'c:dLbl',
    {},
    idx,
    shiftXml(label),
    isWritten ? element('c:tx', {}, richLabelXml(of, label, context)) : '',
    formatXml(format ?? of.format, isWritten ? 'middle' : label.side),
    PLAIN,
    isWritten ? '' : textXml(label, context),
    element('c:dLblPos', { val: POSITIONS[label.side] }),
    showXml({
      hasKey: context.hasKeys,
      showVal: format !== undefined,
      showSerName: label.name !== undefined,
    }),
    isWritten ? extensionXml(CE, format === undefined ? FROM_CELLS : FROM_FIELDS) : '',
  )
}

function shiftXml({ shift }: LabelPlan): string {
  if (shift === undefined) return ''
  const inner = [
    element('c:x', { val: decimal(shift.x) }),
    element('c:y', { val: decimal(shift.y) }),
  ]
  return element('c:layout', {}, element('c:manualLayout', {}, ...inner))
}

/** Five places are a hundredth of a pixel. */
export function decimal(value: number): number {
  return Math.round(value * 1e5) / 1e5
}

function formatXml(format: string, side: LabelPlan['side']): string {
  const sides = SPACES[side]
  const formatCode = sides === undefined ? format : spacedFormat(format, sides)
  return element('c:numFmt', { formatCode, sourceLinked: 0 })
}

function textXml({ color, sizePx }: LabelPlan, context: LabelContext): string {
  const look = { sizePx, color, isStrong: true }
  return textPropertiesXml(look, context, labelBodyXml(GAP * context.sizePx))
}

type Shows = {
  readonly hasKey: boolean
  readonly showVal: boolean
  readonly showSerName?: boolean
}

function showXml({ hasKey, showVal, showSerName = false }: Shows): string {
  const shows = {
    showLegendKey: hasKey,
    showVal,
    showCatName: false,
    showSerName,
    showPercent: false,
    showBubbleSize: false,
  }
  return Object.entries(shows)
    .map(([name, isShown]) => element(`c:${name}`, { val: Number(isShown) }))
    .join('')
}

const FROM_CELLS = '<c15:showDataLabelsRange val="1"/>'
const FROM_FIELDS = '<c15:dlblFieldTable/>'

const C15 = 'http://schemas.microsoft.com/office/drawing/2012/chart'
const CE = '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}'
const LABELS_RANGE = '{02D57815-91ED-43cb-92C2-25804820EDAC}'

/** The schemas of Office allow one child each. */
function extensionXml(uri: string, child: string): string {
  return element('c:extLst', {}, element('c:ext', { uri, 'xmlns:c15': C15 }, child))
}

/** The column of the sheet that labels are read from; of series that need it. */
export function labelsRangeXml({ points }: SeriesPlan, range: string): string {
  const isNeeded = points.some(
    (point) => point?.label !== undefined && numberFormat(point.value, point.printed) === undefined,
  )
  if (!isNeeded) return ''
  const cached = points.map((point, idx) =>
    element('c:pt', { idx }, `<c:v>${xmlText(point?.printed ?? '–')}</c:v>`),
  )
  return extensionXml(
    LABELS_RANGE,
    element(
      'c15:datalabelsRange',
      {},
      `<c15:f>${xmlText(range)}</c15:f>`,
      element('c15:dlblRangeCache', {}, element('c:ptCount', { val: points.length }), ...cached),
    ),
  )
}
