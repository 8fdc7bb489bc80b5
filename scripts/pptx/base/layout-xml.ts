/** Our own layouts: where their placeholders stand and how their text differs from the master's. */
import type { LayoutName } from '../presentation.ts'
import { fillXml } from '../write/color-xml.ts'
import { element, fontSize, NAMESPACES, XML_HEAD } from '../write/xml.ts'
import type { LayoutPlan, PlaceholderPlan } from './base.ts'
import { FONTS, type Look, lineShare } from './look.ts'
import { footStyle, groundXml, NO_INSETS, promptXml } from './master-xml.ts'
import { placeholderShapeXml, shapeTreeXml } from './placeholder-xml.ts'

/** `ST_SlideLayoutType` (ECMA-376 Part 1 §19.7.15): programs find layouts by it whatever their language. */
const TYPES: Readonly<Record<LayoutName, string>> = {
  'Title Slide': 'title',
  'Section Header': 'secHead',
  'Title and Content': 'obj',
  'Two Content': 'twoObj',
  'Title Only': 'titleOnly',
  Blank: 'blank',
}

export function layoutXml(plan: LayoutPlan, look: Look): string {
  const name = plan.name as LayoutName
  const isCover = name === 'Title Slide' || name === 'Section Header'
  const shapes = plan.placeholders.map((placeholder, index) =>
    layoutPlaceholder(placeholder, { id: index + 2, isCover, look, name }),
  )
  return `${XML_HEAD}${element(
    'p:sldLayout',
    {
      ...NAMESPACES,
      type: TYPES[name],
      preserve: 1,
      showMasterSp: isCover ? 0 : undefined,
    },
    element(
      'p:cSld',
      { name },
      isCover ? groundXml('primaryGround', look) : '',
      shapeTreeXml(...shapes),
    ),
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
  )}`
}

type Context = {
  readonly id: number
  readonly name: LayoutName
  readonly isCover: boolean
  readonly look: Look
}

function layoutPlaceholder(plan: PlaceholderPlan, { id, isCover, look, name }: Context): string {
  const style = isCover ? coverStyle(plan, look) : footStyle(plan, look)
  const anchor = isCover && plan.role === 'title' ? 'b' : undefined
  const isSection = plan.role === 'section'
  const properties = isSection ? { ...NO_INSETS, anchor: 'ctr' } : { anchor }
  // The master has these places; a layout says only what differs.
  const isInherited = name === 'Title and Content' && !isSection
  return placeholderShapeXml(plan, {
    id,
    ...(isInherited ? {} : { box: plan.box }),
    body: element(
      'p:txBody',
      {},
      element('a:bodyPr', properties, isSection ? '<a:noAutofit/>' : ''),
      element('a:lstStyle', {}, style),
      promptXml(plan.role),
    ),
  })
}

/** On the full ground all letters are pale. */
function coverStyle(plan: PlaceholderPlan, look: Look): string {
  const { scheme, theme } = look
  const { sizes } = theme.deck
  const foot = footStyle(plan, look)
  const muted = fillXml('onPrimaryMuted', scheme)
  if (foot !== '') return foot.replace(/<a:solidFill>.*?<\/a:solidFill>/, () => muted)
  if (plan.role === 'title') {
    const line = lineShare(sizes.cover.linePx, sizes.cover.sizePx)
    return `<a:lvl1pPr><a:lnSpc><a:spcPct val="${line}"/></a:lnSpc>${element(
      'a:defRPr',
      { sz: fontSize(sizes.cover.sizePx), b: 1 },
      fillXml('onPrimary', scheme),
      element('a:latin', { typeface: look.lang === 'hi' ? FONTS.sans : FONTS.serif }),
    )}</a:lvl1pPr>`
  }
  return element(
    'a:lvl1pPr',
    plan.role === 'subtitle' ? { marL: 0, indent: 0 } : {},
    plan.role === 'subtitle' ? '<a:buNone/>' : '',
    element('a:defRPr', { sz: fontSize(plan.sizePx) }, muted),
  )
}
