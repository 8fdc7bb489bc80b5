/** The slide master: ground, stripe, and the text styles that everything on slides inherits. */

import { lineHeightPx, type SizeName } from '../../deck/deck-ruler.ts'
import type { TypeSize } from '../../theme/deck-tokens.ts'
import { LAYOUT_NAMES } from '../presentation.ts'
import { colorXml, fillXml } from '../write/color-xml.ts'
import { element, emu, fontSize, NAMESPACES, XML_HEAD } from '../write/xml.ts'
import type { PlaceholderPlan } from './base.ts'
import { type Look, lineShare } from './look.ts'
import { placeholderShapeXml, shapeTreeXml } from './placeholder-xml.ts'

export function masterXml(look: Look): string {
  const { placeholders } = look.layouts['Title and Content']
  const shapes = placeholders
    .filter(({ role }) => role !== 'section')
    .map((plan, index) => masterPlaceholder(plan, index + 3, look))
  const ids = LAYOUT_NAMES.map((_, index) =>
    element('p:sldLayoutId', { id: 2_147_483_649 + index, 'r:id': `rId${index + 1}` }),
  )
  return `${XML_HEAD}${element(
    'p:sldMaster',
    NAMESPACES,
    element('p:cSld', {}, groundXml('paper', look), shapeTreeXml(stripeXml(look), ...shapes)),
    element('p:clrMap', look.scheme.map),
    element('p:sldLayoutIdLst', {}, ...ids),
    element(
      'p:txStyles',
      {},
      element('p:titleStyle', {}, levelXml(1, titleStyle(look), look)),
      element('p:bodyStyle', {}, ...bodyLevels(look)),
      element('p:otherStyle', {}, ''),
    ),
  )}`
}

export function groundXml(color: 'paper' | 'primaryGround', { scheme }: Look): string {
  return element('p:bg', {}, element('p:bgPr', {}, fillXml(color, scheme), '<a:effectLst/>'))
}

/** The line of colour at the left edge. */
function stripeXml({ theme, scheme }: Look): string {
  const { stripePx, heightPx } = theme.deck
  if (stripePx === 0) return ''
  return element(
    'p:sp',
    {},
    '<p:nvSpPr><p:cNvPr id="2" name="Stripe"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>',
    element(
      'p:spPr',
      {},
      `<a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(stripePx)}" cy="${emu(heightPx)}"/></a:xfrm>`,
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
      fillXml('accent', scheme),
      '<a:ln><a:noFill/></a:ln>',
    ),
    '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-IN"/></a:p></p:txBody>',
  )
}

/** What a master shows in place of text. */
const PROMPTS: Readonly<Partial<Record<PlaceholderPlan['role'], string>>> = {
  title: '<a:p><a:r><a:rPr lang="en-IN"/><a:t>Title</a:t></a:r></a:p>',
  body: ['First level', 'Second level', 'Third level']
    .map(
      (text, level) =>
        `<a:p><a:pPr lvl="${level}"/><a:r><a:rPr lang="en-IN"/><a:t>${text}</a:t></a:r></a:p>`,
    )
    .join(''),
  number:
    '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="en-IN"/><a:t>‹#›</a:t></a:fld></a:p>',
}

const EMPTY = '<a:p><a:endParaRPr lang="en-IN"/></a:p>'

export function promptXml(role: PlaceholderPlan['role']): string {
  return PROMPTS[role] ?? EMPTY
}

function masterPlaceholder(plan: PlaceholderPlan, id: number, look: Look): string {
  const anchor = plan.role === 'title' || plan.role === 'body' ? 't' : 'ctr'
  const fit = plan.role === 'title' || plan.role === 'body' ? '<a:normAutofit/>' : ''
  return placeholderShapeXml(
    { ...plan, type: plan.role === 'body' ? 'body' : plan.type },
    {
      id,
      box: plan.box,
      body: element(
        'p:txBody',
        {},
        element('a:bodyPr', { ...NO_INSETS, anchor }, fit),
        element('a:lstStyle', {}, footStyle(plan, look)),
        promptXml(plan.role),
      ),
    },
  ).replace('</p:spPr>', '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>')
}

export const NO_INSETS = { vert: 'horz', wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0 }

const FOOT_ALIGN: Readonly<Partial<Record<PlaceholderPlan['role'], string>>> = {
  footer: 'l',
  section: 'ctr',
  date: 'r',
  number: 'r',
}

/** Of the foot line alone: title and body have their own styles in the master. */
export function footStyle({ role, sizePx }: PlaceholderPlan, { scheme }: Look): string {
  const align = FOOT_ALIGN[role]
  if (align === undefined) return ''
  return element(
    'a:lvl1pPr',
    { marL: 0, indent: 0, algn: align },
    '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>',
    element('a:defRPr', { sz: fontSize(sizePx) }, fillXml('muted', scheme)),
  )
}

type LevelStyle = {
  readonly size: TypeSize
  readonly isBold?: boolean
  readonly color: 'ink' | 'primary'
  readonly font: 'mj' | 'mn'
  readonly beforePx: number
  readonly marginPx: number
  readonly hangingPx: number
  readonly bullet: string
}

function levelXml(level: number, style: LevelStyle, { scheme }: Look): string {
  return element(
    `a:lvl${level}pPr`,
    {
      marL: emu(style.marginPx),
      indent: -emu(style.hangingPx),
      algn: 'l',
      defTabSz: 914_400,
      rtl: 0,
      eaLnBrk: 1,
      latinLnBrk: 0,
      hangingPunct: 1,
    },
    `<a:lnSpc><a:spcPct val="${lineShare(style.size.linePx, style.size.sizePx)}"/></a:lnSpc>`,
    `<a:spcBef><a:spcPts val="${fontSize(style.beforePx)}"/></a:spcBef>`,
    style.bullet,
    element(
      'a:defRPr',
      { sz: fontSize(style.size.sizePx), b: style.isBold === true ? 1 : 0, kern: 1200 },
      fillXml(style.color, scheme),
      `<a:latin typeface="+${style.font}-lt"/><a:ea typeface="+${style.font}-ea"/><a:cs typeface="+${style.font}-cs"/>`,
    ),
  )
}

function sizeOf(name: SizeName, { theme, lang }: Look): TypeSize {
  return { sizePx: theme.deck.sizes[name].sizePx, linePx: lineHeightPx(theme.deck, name, lang) }
}

function titleStyle(look: Look): LevelStyle {
  return {
    size: sizeOf('title', look),
    isBold: true,
    color: 'primary',
    font: 'mj',
    beforePx: 0,
    marginPx: 0,
    hangingPx: 0,
    bullet: '<a:buNone/>',
  }
}

const LEVELS: readonly SizeName[] = ['text', 'nested', 'deep']

/** Nine, as ECMA-376 has them; from the third on they only move inward. */
function bodyLevels(look: Look): readonly string[] {
  const { itemIndentPx, nestedIndentPx, itemGapPx, nestedGapPx } = look.theme.deck
  return Array.from({ length: 9 }, (_, level) =>
    levelXml(
      level + 1,
      {
        size: sizeOf(LEVELS[level] ?? 'deep', look),
        color: 'ink',
        font: 'mn',
        beforePx: level === 0 ? itemGapPx : nestedGapPx,
        marginPx: itemIndentPx + level * nestedIndentPx,
        hangingPx: level === 0 ? itemIndentPx : nestedIndentPx,
        bullet: bulletXml(level, look),
      },
      look,
    ),
  )
}

/** A square, then dashes, as on the slides of the page. */
function bulletXml(level: number, { scheme }: Look): string {
  const color = element('a:buClr', {}, colorXml(level === 0 ? 'accent' : 'primary', scheme))
  const [sign, percent] = level === 0 ? ['■', 55] : ['–', 100]
  return `${color}<a:buSzPct val="${percent * 1000}"/><a:buFont typeface="Arial"/><a:buChar char="${sign}"/>`
}
