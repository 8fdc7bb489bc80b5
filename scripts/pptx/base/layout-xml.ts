/** Our own layouts: where their placeholders stand and how their text differs from the master's. */
import type { Box, LayoutName, PlaceholderRole } from '../presentation.ts'
import { fillXml } from '../write/color-xml.ts'
import { backgroundXml, MASTER_COLORS } from '../write/ground-xml.ts'
import { type Attributes, element, fontSize, NAMESPACES, XML_HEAD } from '../write/xml.ts'
import type { LayoutPlan, PlaceholderPlan } from './base.ts'
import { coverDecorations, type Decoration, partDecorations } from './decoration-xml.ts'
import { footStyle, isFoot } from './foot-style.ts'
import { LAYOUT_TYPES } from './layout-types.ts'
import { FONTS, type Look } from './look.ts'
import { masterPlaceholders, NO_INSETS } from './master-xml.ts'
import { placeholderShapeXml, shapeTreeXml } from './placeholder-xml.ts'
import { coverRuleY, kindOf, type LayoutKind, partRuleY } from './plan-layouts.ts'
import { promptXml } from './prompts.ts'
import { bulletXml, lineSpacingXml, sizeOf, spaceBeforeXml } from './text-styles.ts'

export function layoutXml(plan: LayoutPlan, name: LayoutName, look: Look): string {
  const kind = kindOf(name)
  const decorations = decorationsOf(kind, look).map((draw, index) => draw(index + 2))
  const shapes = plan.placeholders.map((placeholder, index) =>
    layoutPlaceholder(placeholder, { id: decorations.length + index + 2, kind, look }),
  )
  return `${XML_HEAD}${element(
    'p:sldLayout',
    {
      ...NAMESPACES,
      showMasterSp: kind === 'content' ? undefined : 0,
      type: LAYOUT_TYPES[name],
      preserve: 1,
    },
    element(
      'p:cSld',
      { name },
      kind === 'content' ? '' : backgroundXml('primaryGround', look.scheme),
      shapeTreeXml(...decorations, ...shapes),
    ),
    MASTER_COLORS,
    '<p:hf hdr="0"/>',
  )}`
}

function decorationsOf(kind: LayoutKind, look: Look): readonly Decoration[] {
  const input = { deck: look.theme.deck, lang: look.lang }
  if (kind === 'cover') return coverDecorations(look, coverRuleY(input))
  return kind === 'part' ? partDecorations(look, partRuleY(input)) : []
}

type Context = { readonly id: number; readonly kind: LayoutKind; readonly look: Look }

function layoutPlaceholder(plan: PlaceholderPlan, { id, kind, look }: Context): string {
  const { properties, fit, style } = STYLES[styleName(plan.role, kind)](plan, kind, look)
  return placeholderShapeXml(plan, {
    id,
    ...(isWhereMasterHasIt(plan, look) ? {} : { box: plan.box }),
    hasPrompt: plan.role === 'section' || plan.role === 'meta' ? 'prompt' : undefined,
    body: element(
      'p:txBody',
      {},
      element('a:bodyPr', properties, fit),
      element('a:lstStyle', {}, style),
      promptXml(plan.role, look.lang, look.foot),
    ),
  })
}

/** Then a layout says nothing, and what is moved in the master moves in its layouts. */
function isWhereMasterHasIt({ role, box }: PlaceholderPlan, look: Look): boolean {
  const own = masterPlaceholders(look).find((plan) => plan.role === role)?.box
  return own !== undefined && SIDES.every((side) => own[side] === box[side])
}

const SIDES: readonly (keyof Box)[] = ['x', 'y', 'width', 'height']

type Style = { readonly properties: Attributes; readonly fit: string; readonly style: string }
type MakeStyle = (plan: PlaceholderPlan, kind: LayoutKind, look: Look) => Style

/** What a layout says of a placeholder, beyond the master. */
const STYLES = {
  inherited: () => ({ properties: {}, fit: '', style: '' }),
  foot: (plan, kind, look) => ({ properties: {}, fit: '', style: footStyle(plan, kind, look) }),
  section: (plan, kind, look) => ({
    properties: { ...NO_INSETS, anchor: 'ctr' },
    fit: '<a:noAutofit/>',
    style: footStyle(plan, kind, look),
  }),
  coverTitle: (_plan, _kind, look) => ({
    properties: { anchor: 'b' },
    fit: '<a:normAutofit/>',
    style: coverTitleStyle(look),
  }),
  subtitle: (_plan, _kind, look) => ({
    properties: { anchor: 'b' },
    fit: '<a:normAutofit/>',
    style: paleStyle('subtitle', look),
  }),
  meta: (_plan, _kind, look) => ({
    properties: {},
    fit: '<a:normAutofit/>',
    style: paleStyle('meta', look),
  }),
  partBody: (_plan, _kind, look) => ({
    properties: {},
    fit: '<a:normAutofit/>',
    style: partBodyStyle(look),
  }),
} as const satisfies Readonly<Record<string, MakeStyle>>

function styleName(role: PlaceholderRole, kind: LayoutKind): keyof typeof STYLES {
  if (role === 'section') return 'section'
  if (isFoot(role)) return kind === 'content' ? 'inherited' : 'foot'
  if (kind === 'content') return 'inherited'
  if (role === 'title') return 'coverTitle'
  if (role === 'subtitle' || role === 'meta') return role
  return 'partBody'
}

/** Devanagari has no serif here: there it follows the fonts of the theme. */
function coverTitleStyle(look: Look): string {
  const size = sizeOf('cover', look)
  return element(
    'a:lvl1pPr',
    {},
    lineSpacingXml(size),
    element(
      'a:defRPr',
      { sz: fontSize(size.sizePx), b: 1 },
      fillXml('onPrimary', look.scheme),
      look.lang === 'hi' ? '' : element('a:latin', { typeface: FONTS.serif }),
    ),
  )
}

function paleStyle(name: 'subtitle' | 'meta', look: Look): string {
  const size = sizeOf(name, look)
  return element(
    'a:lvl1pPr',
    { marL: 0, indent: 0 },
    lineSpacingXml(size),
    spaceBeforeXml(0),
    '<a:buNone/>',
    element('a:defRPr', { sz: fontSize(size.sizePx) }, fillXml('onPrimaryMuted', look.scheme)),
  )
}

function partBodyStyle(look: Look): string {
  const pale = element('a:defRPr', {}, fillXml('onPrimary', look.scheme))
  return Array.from({ length: 9 }, (_, level) =>
    element(`a:lvl${level + 1}pPr`, {}, bulletXml(level, look, 'onPrimaryAccent'), pale),
  ).join('')
}
