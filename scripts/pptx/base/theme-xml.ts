/** The theme part: colours, fonts, plain fills and lines, and what new shapes, lines and text boxes look like. */
import { contrast } from '../../color/contrast.ts'
import { type Attributes, element, emu, NAMESPACES, XML_HEAD } from '../write/xml.ts'
import { FONTS, type Look } from './look.ts'

export function themeXml(look: Look): string {
  const { theme, scheme } = look
  const colors = [...scheme.slots].map(([slot, hex]) =>
    element(`a:${slot}`, {}, element('a:srgbClr', { val: hex.slice(1).toUpperCase() })),
  )
  return `${XML_HEAD}${element(
    'a:theme',
    { 'xmlns:a': NAMESPACES['xmlns:a'], name: theme.name },
    element(
      'a:themeElements',
      {},
      element('a:clrScheme', { name: theme.name }, ...colors),
      element(
        'a:fontScheme',
        { name: theme.name },
        element('a:majorFont', {}, FONT_LIST),
        element('a:minorFont', {}, FONT_LIST),
      ),
      FORMATS,
    ),
    objectDefaults(look),
    '<a:extraClrSchemeLst/>',
  )}`
}

/**
 * PANOSE of Noto Sans and `FF_SWISS | VARIABLE_PITCH`, from which Windows chooses another font where Noto is not
 * installed (ECMA-376 Part 1 §20.1.4.1.24, §21.1.2.3.7).
 */
const SANS: Attributes = { panose: '020B0502040504020204', pitchFamily: 34, charset: 0 }

const FONT_LIST = [
  element('a:latin', { typeface: FONTS.sans, ...SANS }),
  element('a:ea', { typeface: '' }),
  element('a:cs', { typeface: FONTS.devanagari, ...SANS }),
  element('a:font', { script: 'Deva', typeface: FONTS.devanagari }),
].join('')

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'

function line(width: number): string {
  return `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${FILL}<a:prstDash val="solid"/></a:ln>`
}

const NO_EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>'

/** Three each, as Office demands (ECMA-376 Part 1 §20.1.4.1.14). */
const FORMATS = `<a:fmtScheme name="Plain"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(9525)}${line(19_050)}${line(28_575)}</a:lnStyleLst><a:effectStyleLst>${NO_EFFECT.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`

/** A filled shape without outline, a line in the ink, a text box: readable on slides of either lightness. */
function objectDefaults({ scheme, theme }: Look): string {
  const fill = scheme.slots.get('accent1') ?? theme.colors.primary
  const letters =
    contrast(theme.colors.paper, fill) >= contrast(theme.colors.ink, fill) ? 'bg1' : 'tx1'
  const inset = { lIns: emu(12), tIns: emu(8), rIns: emu(12), bIns: emu(8) }
  return element(
    'a:objectDefaults',
    {},
    element(
      'a:spDef',
      {},
      '<a:spPr><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></a:spPr>',
      element('a:bodyPr', { ...inset, rtlCol: 0, anchor: 'ctr' }),
      `<a:lstStyle><a:defPPr algn="ctr"><a:defRPr><a:solidFill><a:schemeClr val="${letters}"/></a:solidFill></a:defRPr></a:defPPr></a:lstStyle>`,
      styleXml(letters),
    ),
    '<a:lnDef><a:spPr><a:ln w="19050"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:ln></a:spPr><a:bodyPr/><a:lstStyle/></a:lnDef>',
    element(
      'a:txDef',
      {},
      '<a:spPr><a:noFill/></a:spPr>',
      element('a:bodyPr', { wrap: 'square', rtlCol: 0 }, '<a:spAutoFit/>'),
      '<a:lstStyle/>',
    ),
  )
}

function styleXml(letters: string): string {
  const accent = '<a:schemeClr val="accent1"/>'
  return `<a:style><a:lnRef idx="0">${accent}</a:lnRef><a:fillRef idx="1">${accent}</a:fillRef><a:effectRef idx="0">${accent}</a:effectRef><a:fontRef idx="minor"><a:schemeClr val="${letters}"/></a:fontRef></a:style>`
}
