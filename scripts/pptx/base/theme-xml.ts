/** The theme part: colours, fonts, and the plain fills and lines that Office demands (ECMA-376 Part 1 §20.1.6). */
import { element, NAMESPACES, XML_HEAD } from '../write/xml.ts'
import { FONTS, type Look } from './look.ts'

export function themeXml({ theme, scheme }: Look): string {
  const colors = [...scheme.slots].map(([slot, hex]) =>
    element(`a:${slot}`, {}, element('a:srgbClr', { val: hex.slice(1) })),
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
        element('a:majorFont', {}, fonts()),
        element('a:minorFont', {}, fonts()),
      ),
      FORMATS,
    ),
  )}`
}

/** Where Noto is not installed, Office takes the font it has for the script. */
function fonts(): string {
  return [
    element('a:latin', { typeface: FONTS.sans, panose: '020B0502040504020204' }),
    element('a:ea', { typeface: '' }),
    element('a:cs', { typeface: FONTS.devanagari }),
    element('a:font', { script: 'Deva', typeface: FONTS.devanagari }),
  ].join('')
}

const FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'

function line(width: number): string {
  return `<a:ln w="${width}" cap="flat" cmpd="sng" algn="ctr">${FILL}<a:prstDash val="solid"/></a:ln>`
}

const NO_EFFECT = '<a:effectStyle><a:effectLst/></a:effectStyle>'

const FORMATS = `<a:fmtScheme name="Plain"><a:fillStyleLst>${FILL.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(9525)}${line(19_050)}${line(28_575)}</a:lnStyleLst><a:effectStyleLst>${NO_EFFECT.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${FILL.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>`
