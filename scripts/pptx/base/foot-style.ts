/** Text of the foot line: title and body have their own styles in the master. */
import type { PlaceholderRole } from '../presentation.ts'
import { fillXml } from '../write/color-xml.ts'
import { themeFontsXml } from '../write/theme-fonts.ts'
import { element, fontSize } from '../write/xml.ts'
import type { PlaceholderPlan } from './base.ts'
import type { Look } from './look.ts'
import type { LayoutKind } from './plan-layouts.ts'
import { spaceBeforeXml } from './text-styles.ts'

const ALIGN: Readonly<Partial<Record<PlaceholderRole, 'l' | 'ctr' | 'r'>>> = {
  footer: 'l',
  section: 'ctr',
  date: 'r',
  number: 'r',
}

export function isFoot(role: PlaceholderRole): boolean {
  return ALIGN[role] !== undefined
}

/** Level one of a place in the foot line, or in the band that takes its place. */
export function footStyle(plan: PlaceholderPlan, kind: LayoutKind, look: Look): string {
  const { scheme, theme } = look
  const isInBand = plan.isStrong === true
  const isLeft = plan.role === 'section' && kind === 'content' && theme.deck.bandPx > 0
  return element(
    'a:lvl1pPr',
    { marL: 0, indent: 0, algn: isLeft ? 'l' : ALIGN[plan.role] },
    '<a:lnSpc><a:spcPct val="100000"/></a:lnSpc>',
    spaceBeforeXml(0),
    '<a:buNone/>',
    element(
      'a:defRPr',
      { sz: fontSize(plan.sizePx), b: Number(isInBand) },
      fillXml(colorOf(kind, isInBand), scheme),
      themeFontsXml('mn'),
    ),
  )
}

function colorOf(
  kind: LayoutKind,
  isInBand: boolean,
): 'paper' | 'onPrimary' | 'onPrimaryMuted' | 'muted' {
  if (isInBand) return kind === 'cover' ? 'paper' : 'onPrimary'
  return kind === 'content' ? 'muted' : 'onPrimaryMuted'
}
