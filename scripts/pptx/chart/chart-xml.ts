/** The part of a native chart (DrawingML Charts, ECMA-376 Part 1 §21.2). */
import { LANGS } from '../write/languages.ts'
import { element, NAMESPACES, XML_HEAD } from '../write/xml.ts'
import { axesXml, CATEGORY_AXIS, VALUE_AXIS } from './axes-xml.ts'
import type { ChartPlan, Share } from './chart-plan.ts'
import { type ChartContext, textPropertiesXml } from './chart-text.ts'
import type { DataSheet } from './data-sheet.ts'
import { decimal } from './labels-xml.ts'
import { seriesXml } from './series-xml.ts'

export const CHART = 'http://schemas.openxmlformats.org/drawingml/2006/chart'

export type ChartXmlInput = {
  readonly plan: ChartPlan
  readonly sheet: DataSheet
  /** Of the chart in its package. */
  readonly number: number
  /** Id of the relationship to the workbook. */
  readonly workbook: string
}

export function chartXml(input: ChartXmlInput, context: ChartContext): string {
  const { plan, workbook } = input
  return `${XML_HEAD}${element(
    'c:chartSpace',
    {
      'xmlns:c': CHART,
      'xmlns:a': NAMESPACES['xmlns:a'],
      'xmlns:r': NAMESPACES['xmlns:r'],
    },
    '<c:date1904 val="0"/>',
    element('c:lang', { val: LANGS[context.lang] }),
    '<c:roundedCorners val="0"/>',
    element(
      'c:chart',
      {},
      '<c:autoTitleDeleted val="1"/>',
      element(
        'c:plotArea',
        {},
        layoutXml(plan.plot, 'inner'),
        marksXml(input, context),
        axesXml(plan, context),
        '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
      ),
      legendXml(plan, context),
      '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>',
    ),
    '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>',
    textPropertiesXml({ sizePx: plan.sizePx, color: 'ink' }, context, '<a:bodyPr/>'),
    element('c:externalData', { 'r:id': workbook }, '<c:autoUpdate val="0"/>'),
  )}`
}

function layoutXml({ x, y, width, height }: Share, target?: 'inner'): string {
  const sides = { x, y, w: width, h: height }
  return element(
    'c:layout',
    {},
    element(
      'c:manualLayout',
      {},
      target === undefined ? '' : element('c:layoutTarget', { val: target }),
      '<c:xMode val="edge"/><c:yMode val="edge"/>',
      ...Object.entries(sides).map(([side, share]) =>
        element(`c:${side}`, { val: decimal(share) }),
      ),
    ),
  )
}

function marksXml({ plan, sheet, number }: ChartXmlInput, context: ChartContext): string {
  const isWhole = plan.kind === 'whole'
  const all = { ...context, plan, sheet, sizePx: plan.sizePx, chart: number, hasKeys: isWhole }
  const series = plan.series.map((one, index) => seriesXml(one, index, all)).join('')
  const axes = element('c:axId', { val: CATEGORY_AXIS }) + element('c:axId', { val: VALUE_AXIS })
  if (plan.kind === 'lines')
    return element(
      'c:lineChart',
      {},
      '<c:grouping val="standard"/><c:varyColors val="0"/>',
      series,
      '<c:marker val="1"/>',
      axes,
    )
  return element(
    'c:barChart',
    {},
    element('c:barDir', { val: isWhole ? 'col' : 'bar' }),
    element('c:grouping', { val: isWhole ? 'percentStacked' : 'clustered' }),
    '<c:varyColors val="0"/>',
    series,
    element('c:gapWidth', { val: Math.round(plan.gaps.between) }),
    element('c:overlap', { val: isWhole ? 100 : -Math.round(plan.gaps.within) }),
    axes,
  )
}

function legendXml({ legend, sizePx }: ChartPlan, context: ChartContext): string {
  if (legend === undefined) return ''
  return element(
    'c:legend',
    {},
    '<c:legendPos val="t"/>',
    layoutXml(legend),
    '<c:overlay val="0"/>',
    textPropertiesXml({ sizePx, color: 'ink' }, context),
  )
}
