/** A native chart in its frame on a slide, with its part and its workbook. */
import { placeholderXml, transformXml } from '../base/placeholder-xml.ts'
import type { ChartShape } from '../presentation.ts'
import { officeType, relationshipType } from '../write/package.ts'
import { nameXml, type ShapeContext } from '../write/shape-context.ts'
import { element } from '../write/xml.ts'
import { CHART, chartXml } from './chart-xml.ts'
import { makeDataSheet } from './data-sheet.ts'
import { WORKBOOK_TYPE, writeWorkbook } from './workbook.ts'

export function chartFrameXml(shape: ChartShape, context: ShapeContext): string {
  const placeholder = context.layout.placeholders.find(({ role }) => role === shape.role)
  return element(
    'p:graphicFrame',
    {},
    element(
      'p:nvGraphicFramePr',
      {},
      nameXml(shape, context),
      '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>',
      element('p:nvPr', {}, placeholder === undefined ? '' : placeholderXml(placeholder)),
    ),
    transformXml(shape.box, 'p:xfrm'),
    element(
      'a:graphic',
      {},
      element(
        'a:graphicData',
        { uri: CHART },
        element('c:chart', { 'xmlns:c': CHART, 'r:id': addChart(shape, context) }),
      ),
    ),
  )
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
