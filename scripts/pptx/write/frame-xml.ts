/** The frame in which a table or a chart stands on a slide (ECMA-376 Part 1 §19.3.1.21, `graphicFrame`). */
import { placeholderXml, transformXml } from '../base/placeholder-xml.ts'
import type { Box, PlaceholderRole } from '../presentation.ts'
import { nameXml, type ShapeContext, type ShapeName } from './shape-context.ts'
import { element } from './xml.ts'

export type Framed = ShapeName & { readonly role?: PlaceholderRole; readonly box: Box }

/** What stands in the frame, and the namespace that says what it is. */
export type FrameContent = { readonly uri: string; readonly xml: string }

export function frameXml(
  framed: Framed,
  { uri, xml }: FrameContent,
  context: ShapeContext,
): string {
  const plan = context.layout.placeholders.find(({ role }) => role === framed.role)
  return element(
    'p:graphicFrame',
    {},
    element(
      'p:nvGraphicFramePr',
      {},
      nameXml(framed, context),
      '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr>',
      element('p:nvPr', {}, plan === undefined ? '' : placeholderXml(plan)),
    ),
    transformXml(framed.box, 'p:xfrm'),
    element('a:graphic', {}, element('a:graphicData', { uri }, xml)),
  )
}
