/**
 * What text boxes begin with that no placeholder styles (ECMA-376 Part 1 §19.2.1.8): the theme's own font, in the colour
 * that the institute's text has on its slides, which is not `tx1` in every template.
 */
import { fillXml, type Palette } from '../../write/color-xml.ts'
import { themeFontsXml } from '../../write/theme-fonts.ts'
import { element } from '../../write/xml.ts'

const STEP_EMU = 457_200

export function defaultTextXml(palette: Palette): string {
  return element(
    'p:defaultTextStyle',
    {},
    ...Array.from({ length: 9 }, (_, level) =>
      element(
        `a:lvl${level + 1}pPr`,
        { marL: level * STEP_EMU, algn: 'l', defTabSz: 914_400, rtl: 0, eaLnBrk: 1 },
        `<a:defRPr sz="1800" kern="1200">${fillXml('ink', palette)}${themeFontsXml('mn')}</a:defRPr>`,
      ),
    ),
  )
}
