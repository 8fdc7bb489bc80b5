/** The master of notes pages: the slide above, what is said below it, four texts at the corners. */

import type { Box } from '../presentation.ts'
import { backgroundXml } from '../write/ground-xml.ts'
import { LANGS } from '../write/languages.ts'
import { themeFontsXml } from '../write/theme-fonts.ts'
import { element, emu, NAMESPACES, XML_HEAD } from '../write/xml.ts'
import type { Look } from './look.ts'
import { RECTANGLE, shapeTreeXml, transformXml } from './placeholder-xml.ts'
import { numberField, PROMPTS } from './prompts.ts'

/** A page of 7.5 × 10 in, as PowerPoint's own, in px. */
export const NOTES_PAGE = { widthPx: 720, heightPx: 960 }
const MARGIN_PX = 72
const IMAGE_PX = 360
const GAP_PX = 24
const CORNER = { widthPx: 312, heightPx: 48 }

/** @param look in the colours of paper: notes pages are printed */
export function notesMasterXml(look: Look): string {
  return `${XML_HEAD}${element(
    'p:notesMaster',
    NAMESPACES,
    element(
      'p:cSld',
      {},
      backgroundXml('paper', look.scheme),
      shapeTreeXml(
        ...corner('hdr', look),
        ...corner('dt', look),
        ...middle(look),
        ...corner('ftr', look),
        ...corner('sldNum', look),
      ),
    ),
    element('p:clrMap', look.scheme.map),
    '<p:hf dt="0"/>',
    element('p:notesStyle', {}, ...LEVELS),
  )}`
}

/** The slide, in its own proportion, and the text below it. */
function middle(look: Look): readonly string[] {
  const { widthPx, heightPx } = look.theme.deck
  const width = NOTES_PAGE.widthPx - 2 * MARGIN_PX
  const height = Math.min(IMAGE_PX, (width * heightPx) / widthPx)
  const imageWidth = (height * widthPx) / heightPx
  const image = {
    x: (NOTES_PAGE.widthPx - imageWidth) / 2,
    y: MARGIN_PX,
    width: imageWidth,
    height,
  }
  const y = MARGIN_PX + height + GAP_PX
  const text = { x: MARGIN_PX, y, width, height: NOTES_PAGE.heightPx - MARGIN_PX - y }
  return [
    `<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${transformXml(image)}${RECTANGLE}<a:noFill/><a:ln w="9525"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></p:spPr></p:sp>`,
    placeholder({
      id: 5,
      name: 'Notes',
      ph: '<p:ph type="body" sz="quarter" idx="3"/>',
      box: text,
      body: `<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0"><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r><a:rPr lang="${LANGS[look.lang]}"/><a:t>${PROMPTS[look.lang].notes}</a:t></a:r></a:p>`,
    }),
  ]
}

type CornerPlan = {
  readonly id: number
  readonly name: string
  readonly index: number | undefined
  readonly isRight: boolean
  readonly isBottom: boolean
}

const CORNERS = {
  hdr: { id: 2, name: 'Header', index: undefined, isRight: false, isBottom: false },
  dt: { id: 3, name: 'Date', index: 1, isRight: true, isBottom: false },
  ftr: { id: 6, name: 'Footer', index: 4, isRight: false, isBottom: true },
  sldNum: { id: 7, name: 'Slide number', index: 5, isRight: true, isBottom: true },
} as const satisfies Readonly<Record<string, CornerPlan>>

function corner(type: keyof typeof CORNERS, { lang }: Look): readonly string[] {
  const { id, name, index, isRight, isBottom } = CORNERS[type]
  const box = {
    x: isRight ? NOTES_PAGE.widthPx - CORNER.widthPx : 0,
    y: isBottom ? NOTES_PAGE.heightPx - CORNER.heightPx : 0,
    width: CORNER.widthPx,
    height: CORNER.heightPx,
  }
  const text =
    type === 'sldNum' ? numberField(lang) : `<a:p><a:endParaRPr lang="${LANGS[lang]}"/></a:p>`
  const inset = `lIns="${emu(24)}" rIns="${emu(24)}"`
  return [
    placeholder({
      id,
      name,
      ph: element('p:ph', { type, sz: 'quarter', idx: index }),
      box,
      body: `<a:bodyPr ${inset} anchor="ctr"/><a:lstStyle><a:lvl1pPr algn="${isRight ? 'r' : 'l'}"><a:defRPr sz="1000"/></a:lvl1pPr></a:lstStyle>${text}`,
    }),
  ]
}

type PlaceholderXml = {
  readonly id: number
  readonly name: string
  readonly ph: string
  readonly box: Box
  readonly body: string
}

function placeholder({ id, name, ph, box, body }: PlaceholderXml): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>${ph}</p:nvPr></p:nvSpPr><p:spPr>${transformXml(box)}${RECTANGLE}</p:spPr><p:txBody>${body}</p:txBody></p:sp>`
}

const LEVELS = Array.from({ length: 9 }, (_, level) =>
  element(
    `a:lvl${level + 1}pPr`,
    { marL: level * 228_600, algn: 'l', defTabSz: 914_400 },
    '<a:spcBef><a:spcPts val="600"/></a:spcBef>',
    `<a:defRPr sz="1200" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>${themeFontsXml('mn')}</a:defRPr>`,
  ),
)
