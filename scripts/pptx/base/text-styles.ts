/**
 * Nine levels of text each (`CT_TextListStyle`, ECMA-376 Part 1 §21.1.2.4.12): of titles, of bodies, and of whatever
 * stands in no placeholder, such as a text box that somebody adds later.
 */
import { lineHeightPx, type SizeName } from '../../deck/deck-ruler.ts'
import type { TypeSize } from '../../theme/deck-tokens.ts'
import { colorXml, fillXml } from '../write/color-xml.ts'
import { LANGS } from '../write/languages.ts'
import { themeFontsXml } from '../write/theme-fonts.ts'
import { type Attributes, element, emu, fontSize } from '../write/xml.ts'
import { type Look, lineShare } from './look.ts'

const LEVEL_COUNT = 9

/** What PowerPoint writes of every level. */
const PLAIN = { defTabSz: 914_400, rtl: 0, eaLnBrk: 1, latinLnBrk: 0, hangingPunct: 1 } as const

export function sizeOf(name: SizeName, { theme, lang }: Look): TypeSize {
  return { sizePx: theme.deck.sizes[name].sizePx, linePx: lineHeightPx(theme.deck, name, lang) }
}

/** `<a:lnSpc>` of lines as high as the theme has them. */
export function lineSpacingXml({ linePx, sizePx }: TypeSize): string {
  return `<a:lnSpc><a:spcPct val="${lineShare(linePx, sizePx)}"/></a:lnSpc>`
}

export function spaceBeforeXml(px: number): string {
  return `<a:spcBef><a:spcPts val="${Math.round(px * 75)}"/></a:spcBef>`
}

export function titleLevels(look: Look): readonly string[] {
  const size = sizeOf('title', look)
  return [
    element(
      'a:lvl1pPr',
      { marL: 0, indent: 0, algn: 'l', ...PLAIN },
      lineSpacingXml(size),
      spaceBeforeXml(0),
      '<a:buNone/>',
      runDefaults(size.sizePx, { b: 1 }, fillXml('primary', look.scheme), themeFontsXml('mj')),
    ),
  ]
}

const BODY_SIZES: readonly SizeName[] = ['text', 'nested', 'deep']

/** From the third on they only move inward. */
export function bodyLevels(look: Look): readonly string[] {
  const { itemIndentPx, nestedIndentPx, itemGapPx, nestedGapPx } = look.theme.deck
  return Array.from({ length: LEVEL_COUNT }, (_, level) => {
    const size = sizeOf(BODY_SIZES[level] ?? 'deep', look)
    const hanging = level === 0 ? itemIndentPx : nestedIndentPx
    return element(
      `a:lvl${level + 1}pPr`,
      {
        marL: emu(itemIndentPx + level * nestedIndentPx),
        indent: -emu(hanging),
        algn: 'l',
        ...PLAIN,
      },
      lineSpacingXml(size),
      spaceBeforeXml(level === 0 ? itemGapPx : nestedGapPx),
      bulletXml(level, look),
      runDefaults(size.sizePx, {}, fillXml('ink', look.scheme), themeFontsXml('mn')),
    )
  })
}

/** A square, then dashes, as on the slides of the page. */
export function bulletXml(
  level: number,
  { scheme }: Look,
  color: 'accent' | 'onPrimaryAccent' = 'accent',
): string {
  const dash = color === 'accent' ? 'primary' : color
  const paint = element('a:buClr', {}, colorXml(level === 0 ? color : dash, scheme))
  const [sign, percent] = level === 0 ? ['■', 55] : ['–', 100]
  return `${paint}<a:buSzPct val="${percent * 1000}"/><a:buFont typeface="Arial" panose="020B0604020202020204" pitchFamily="34" charset="0"/><a:buChar char="${sign}"/>`
}

/** The indent of each level of a text box, as PowerPoint has it. */
const STEP_EMU = 457_200

/** Text of no placeholder: in the ink and the fonts of the theme, as large as a caption. */
export function otherLevels({ theme, scheme, lang }: Look): readonly string[] {
  const { sizePx } = theme.deck.sizes.caption
  return [
    element('a:defPPr', {}, element('a:defRPr', { lang: LANGS[lang] })),
    ...Array.from({ length: LEVEL_COUNT }, (_, level) =>
      element(
        `a:lvl${level + 1}pPr`,
        { marL: level * STEP_EMU, algn: 'l', ...PLAIN },
        runDefaults(sizePx, {}, fillXml('ink', scheme), themeFontsXml('mn')),
      ),
    ),
  ]
}

function runDefaults(sizePx: number, attributes: Attributes, ...children: string[]): string {
  return element('a:defRPr', { sz: fontSize(sizePx), ...attributes, kern: 1200 }, ...children)
}
