/** The two axes of a chart: labels at one, nothing to be seen of the other, which stays there to be edited. */
import { outlineXml } from '../write/color-xml.ts'
import { element } from '../write/xml.ts'
import type { ChartPlan, TimeAxis } from './chart-plan.ts'
import { type ChartContext, textPropertiesXml } from './chart-text.ts'

/** Each named by its axis, by the other, and by the marks: nothing else may be. */
export const CATEGORY_AXIS = 111_111_111
export const VALUE_AXIS = 222_222_222

export function axesXml(plan: ChartPlan, context: ChartContext): string {
  return categoryAxis(plan, context) + valueAxis(plan, context)
}

function categoryAxis(plan: ChartPlan, context: ChartContext): string {
  const { kind, times, labelStep, sizePx, hasRule, scale } = plan
  const isUpright = kind !== 'bars'
  const isLevel = labelStep === 1 || times !== undefined
  const hasTicks = kind === 'lines' && hasRule && scale.min === 0
  const rule = hasRule ? ({ color: 'muted', widthPx: sizePx / 14 } as const) : undefined
  return element(
    times === undefined ? 'c:catAx' : 'c:dateAx',
    {},
    element('c:axId', { val: CATEGORY_AXIS }),
    // The first category is the topmost.
    element('c:scaling', {}, element('c:orientation', { val: isUpright ? 'minMax' : 'maxMin' })),
    element('c:delete', { val: kind === 'whole' ? 1 : 0 }),
    element('c:axPos', { val: isUpright ? 'b' : 'l' }),
    element('c:numFmt', { formatCode: times?.format ?? 'General', sourceLinked: 0 }),
    element('c:majorTickMark', { val: hasTicks ? 'out' : 'none' }),
    '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>',
    element('c:spPr', {}, '<a:noFill/>', outlineXml(rule, context.palette)),
    textPropertiesXml({ sizePx, color: 'ink' }, context, isLevel ? LEVEL : FREE),
    element('c:crossAx', { val: VALUE_AXIS }),
    '<c:crosses val="autoZero"/>',
    times === undefined ? stepsXml(labelStep) : timesXml(times),
  )
}

/** LibreOffice breaks level labels, between any two letters where there is no room; others it slants. */
const LEVEL = '<a:bodyPr rot="0" vert="horz"/>'
const FREE = '<a:bodyPr vert="horz"/>'

function stepsXml(labelStep: number): string {
  const steps = { val: labelStep }
  return [
    '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/>',
    element('c:tickLblSkip', steps),
    element('c:tickMarkSkip', steps),
    '<c:noMultiLvlLbl val="1"/>',
  ].join('')
}

function timesXml({ unit, step }: TimeAxis): string {
  return [
    '<c:auto val="0"/><c:lblOffset val="100"/>',
    element('c:baseTimeUnit', { val: unit }),
    element('c:majorUnit', { val: step }),
    element('c:majorTimeUnit', { val: unit }),
  ].join('')
}

function valueAxis({ kind, scale, categories }: ChartPlan, { palette }: ChartContext): string {
  const isOnPoints = kind === 'lines' && categories.length > 1
  return element(
    'c:valAx',
    {},
    element('c:axId', { val: VALUE_AXIS }),
    element(
      'c:scaling',
      {},
      // The first part is the topmost.
      element('c:orientation', { val: kind === 'whole' ? 'maxMin' : 'minMax' }),
      scale.max === undefined ? '' : element('c:max', { val: scale.max }),
      scale.min === undefined ? '' : element('c:min', { val: scale.min }),
    ),
    element('c:delete', { val: 0 }),
    element('c:axPos', { val: kind === 'bars' ? 'b' : 'l' }),
    '<c:numFmt formatCode="General" sourceLinked="0"/>',
    '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>',
    element('c:spPr', {}, '<a:noFill/>', outlineXml(undefined, palette)),
    element('c:crossAx', { val: CATEGORY_AXIS }),
    '<c:crosses val="autoZero"/>',
    element('c:crossBetween', { val: isOnPoints ? 'midCat' : 'between' }),
  )
}
