/** A native chart in its frame on a slide, with its part and its workbook. */
import type { ChartShape } from '../presentation.ts'
import { frameXml } from '../write/frame-xml.ts'
import { officeType, relationshipType } from '../write/package.ts'
import type { ShapeContext } from '../write/shape-context.ts'
import { element } from '../write/xml.ts'
import { CHART, chartXml } from './chart-xml.ts'
import { makeDataSheet } from './data-sheet.ts'
import { WORKBOOK_TYPE, writeWorkbook } from './workbook.ts'

export function chartFrameXml(shape: ChartShape, context: ShapeContext): string {
  const xml = element('c:chart', { 'xmlns:c': CHART, 'r:id': addChart(shape, context) })
  return frameXml(shape, { uri: CHART, xml }, context)
}

/** Returns the id of the relationship to the chart. */
function addChart({ plan }: ChartShape, { shared, slide, palette, lang }: ShapeContext): string {
  const number = shared.count('chart')
  const workbook = `ppt/embeddings/Microsoft_Excel_Sheet${number}.xlsx`
  const sheet = makeDataSheet(plan, lang)
  shared.add({ path: workbook, contentType: WORKBOOK_TYPE, content: writeWorkbook(sheet) })
  return slide.addPart(
    {
      path: `ppt/charts/chart${number}.xml`,
      contentType: officeType('drawingml.chart+xml'),
      content: chartXml({ plan, sheet, number, workbook: 'rId1' }, { palette, lang }),
      relationships: [{ id: 'rId1', type: relationshipType('package'), target: workbook }],
    },
    relationshipType('chart'),
  )
}
