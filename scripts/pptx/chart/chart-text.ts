/** Letters of a chart: `c:txPr`, and the properties of runs in its labels. */

import type { Color } from '../presentation.ts'
import { fillXml, type Palette } from '../write/color-xml.ts'
import { LANGS } from '../write/languages.ts'
import { themeFontsXml } from '../write/theme-fonts.ts'
import { element, emu, fontSize } from '../write/xml.ts'

export type ChartContext = { readonly palette: Palette; readonly lang: 'en' | 'hi' }

export type TextLook = {
  readonly sizePx: number
  readonly color: Color
  readonly isStrong?: boolean
}

export function textPropertiesXml(
  look: TextLook,
  context: ChartContext,
  body: string = element('a:bodyPr', { rot: 0, vert: 'horz' }),
): string {
  return element(
    'c:txPr',
    {},
    body,
    '<a:lstStyle/>',
    element(
      'a:p',
      {},
      element('a:pPr', {}, runPropertiesXml('a:defRPr', look, context)),
      element('a:endParaRPr', { lang: LANGS[context.lang] }),
    ),
  )
}

export function runPropertiesXml(
  tag: 'a:defRPr' | 'a:rPr',
  { sizePx, color, isStrong }: TextLook,
  { palette, lang }: ChartContext,
): string {
  return element(
    tag,
    {
      lang: tag === 'a:rPr' ? LANGS[lang] : undefined,
      sz: fontSize(sizePx),
      b: isStrong === true ? 1 : 0,
    },
    fillXml(color, palette),
    themeFontsXml('mn'),
  )
}

/** Labels take the room they need, and keep this distance from their marks. */
export function labelBodyXml(gapPx: number): string {
  return element(
    'a:bodyPr',
    {
      rot: 0,
      vertOverflow: 'overflow',
      horzOverflow: 'overflow',
      vert: 'horz',
      wrap: 'none',
      lIns: emu(gapPx),
      tIns: 0,
      rIns: emu(gapPx),
      bIns: 0,
      anchor: 'ctr',
    },
    '<a:spAutoFit/>',
  )
}
