/**
 * How tables of a deck look, as a style of its own in the gallery “Table Design” (ECMA-376 Part 1 §20.1.4.2): cells
 * say nothing of rules and weights, so that another style, or a changed colour of the theme, changes them.
 */
import type { Color } from '../presentation.ts'
import { colorXml, fillXml, outlineXml, type Palette } from './color-xml.ts'
import { element, NAMESPACES, XML_HEAD } from './xml.ts'

export const TABLE_STYLE = '{6C656374-6572-4E00-8000-7461626C6531}'

/** As the style sheet of the slides has them; see deck/layout-css.ts. */
const TOP_PX = 3
const HEAD_PX = 2
const ROW_PX = 1

export function tableStylesXml(palette: Palette): string {
  return `${XML_HEAD}${element(
    'a:tblStyleLst',
    { 'xmlns:a': NAMESPACES['xmlns:a'], def: TABLE_STYLE },
    tableStyleXml(palette),
  )}`
}

/** Names its own namespace, so that it can join the gallery of an institute's template. */
export function tableStyleXml(palette: Palette): string {
  return element(
    'a:tblStyle',
    { 'xmlns:a': NAMESPACES['xmlns:a'], styleId: TABLE_STYLE, styleName: 'Ruled' },
    part('wholeTbl', palette, {
      rules: { bottom: ['ink', ROW_PX], insideH: ['rule', ROW_PX] },
    }),
    part('band1H', palette, { fill: 'tint' }),
    part('lastCol', palette, { isStrong: true }),
    part('firstCol', palette, { isStrong: true }),
    part('lastRow', palette, { isStrong: true, rules: { top: ['ink', HEAD_PX] } }),
    part('firstRow', palette, {
      isStrong: true,
      rules: { top: ['ink', TOP_PX], bottom: ['ink', HEAD_PX] },
    }),
  )
}

const SIDES = ['left', 'right', 'top', 'bottom', 'insideH', 'insideV'] as const

type PartLook = {
  readonly isStrong?: boolean
  readonly fill?: Color
  readonly rules?: Readonly<Partial<Record<(typeof SIDES)[number], readonly [Color, number]>>>
}

function part(name: string, palette: Palette, { isStrong, fill, rules }: PartLook): string {
  const isWhole = name === 'wholeTbl'
  const borders = SIDES.map((side) => {
    const rule = rules?.[side]
    if (rule === undefined && !isWhole) return ''
    const outline = rule === undefined ? undefined : { color: rule[0], widthPx: rule[1] }
    return element(`a:${side}`, {}, outlineXml(outline, palette))
  })
  return element(
    `a:${name}`,
    {},
    element(
      'a:tcTxStyle',
      { b: isStrong === true ? 'on' : undefined },
      '<a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>',
      colorXml('ink', palette),
    ),
    element(
      'a:tcStyle',
      {},
      element('a:tcBdr', {}, ...borders),
      fill === undefined && !isWhole ? '' : element('a:fill', {}, fillXml(fill, palette)),
    ),
  )
}
