/** What text boxes and shapes begin with that no placeholder styles (ECMA-376 Part 1 §19.2.1.8): the theme's own font. */
import { element, emu } from './xml.ts'

const STEP_PX = 48

export function defaultTextXml(): string {
  return element(
    'p:defaultTextStyle',
    {},
    ...Array.from({ length: 9 }, (_, level) =>
      element(
        `a:lvl${level + 1}pPr`,
        { marL: emu(level * STEP_PX), algn: 'l', defTabSz: 914_400, rtl: 0, eaLnBrk: 1 },
        '<a:defRPr sz="1800" kern="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr>',
      ),
    ),
  )
}
