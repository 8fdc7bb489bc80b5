/** The master of notes pages: the slide above, what is said below it. */
import { element, NAMESPACES, XML_HEAD } from '../write/xml.ts'
import type { Look } from './look.ts'
import { groundXml, NO_INSETS } from './master-xml.ts'
import { shapeTreeXml, transformXml } from './placeholder-xml.ts'

/** A page of 7.5 × 10 in, as PowerPoint's own, in px. */
export const NOTES_PAGE = { widthPx: 720, heightPx: 960 }
const MARGIN_PX = 72

export function notesMasterXml(look: Look): string {
  const { widthPx, heightPx } = look.theme.deck
  const width = NOTES_PAGE.widthPx - 2 * MARGIN_PX
  const height = Math.min(360, (width * heightPx) / widthPx)
  const image = {
    x: (NOTES_PAGE.widthPx - (height * widthPx) / heightPx) / 2,
    y: MARGIN_PX,
    width: (height * widthPx) / heightPx,
    height,
  }
  const top = MARGIN_PX + height + 24
  const text = { x: MARGIN_PX, y: top, width, height: NOTES_PAGE.heightPx - MARGIN_PX - top }
  const levels = Array.from({ length: 9 }, (_, level) =>
    element(
      `a:lvl${level + 1}pPr`,
      { marL: level * 228_600, algn: 'l', defTabSz: 914_400 },
      '<a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>',
    ),
  )
  return `${XML_HEAD}${element(
    'p:notesMaster',
    NAMESPACES,
    element(
      'p:cSld',
      {},
      groundXml('paper', look),
      shapeTreeXml(
        `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image 2"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${transformXml(image)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>`,
        `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>${transformXml(text)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>${element('p:txBody', {}, element('a:bodyPr', NO_INSETS), '<a:lstStyle/>', '<a:p><a:r><a:rPr lang="en-IN"/><a:t>Notes</a:t></a:r></a:p>')}</p:sp>`,
      ),
    ),
    element('p:clrMap', look.scheme.map),
    element('p:notesStyle', {}, ...levels),
  )}`
}
