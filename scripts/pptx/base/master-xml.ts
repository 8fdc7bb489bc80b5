/** The slide master: ground, what is drawn on it, and the text styles that everything on slides inherits. */
import { LAYOUT_NAMES } from '../presentation.ts'
import { backgroundXml } from '../write/ground-xml.ts'
import { element, NAMESPACES, XML_HEAD } from '../write/xml.ts'
import type { PlaceholderPlan } from './base.ts'
import { masterDecorations } from './decoration-xml.ts'
import { footStyle, isFoot } from './foot-style.ts'
import type { Look } from './look.ts'
import { placeholderShapeXml, shapeTreeXml } from './placeholder-xml.ts'
import { promptXml } from './prompts.ts'
import { bodyLevels, otherLevels, titleLevels } from './text-styles.ts'

/** Ids of masters and layouts share one count, from 2³¹ on (ECMA-376 Part 1 §19.7.10, §19.7.12). */
export const MASTER_ID = 2_147_483_648

export function masterXml(look: Look): string {
  const decorations = masterDecorations(look).map((draw, index) => draw(index + 2))
  const shapes = masterPlaceholders(look).map((plan, index) =>
    masterPlaceholder(plan, decorations.length + index + 2, look),
  )
  const ids = LAYOUT_NAMES.map((_, index) =>
    element('p:sldLayoutId', { id: MASTER_ID + 1 + index, 'r:id': `rId${index + 1}` }),
  )
  return `${XML_HEAD}${element(
    'p:sldMaster',
    { ...NAMESPACES, preserve: 1 },
    element(
      'p:cSld',
      {},
      backgroundXml('paper', look.scheme),
      shapeTreeXml(...decorations, ...shapes),
    ),
    element('p:clrMap', look.scheme.map),
    element('p:sldLayoutIdLst', {}, ...ids),
    '<p:hf hdr="0"/>',
    element(
      'p:txStyles',
      {},
      element('p:titleStyle', {}, ...titleLevels(look)),
      element('p:bodyStyle', {}, ...bodyLevels(look)),
      element('p:otherStyle', {}, ...otherLevels(look)),
    ),
  )}`
}

/** A master has one place of each kind; the name of the section is a text of the layouts. */
export function masterPlaceholders({ layouts }: Pick<Look, 'layouts'>): readonly PlaceholderPlan[] {
  return layouts['Title and Content'].placeholders.filter(({ role }) => role !== 'section')
}

function masterPlaceholder(plan: PlaceholderPlan, id: number, look: Look): string {
  const hasFoot = isFoot(plan.role)
  const type = plan.role === 'body' ? 'body' : plan.type
  return placeholderShapeXml(
    { ...plan, type },
    {
      id,
      box: plan.box,
      geometry: 'rect',
      body: element(
        'p:txBody',
        {},
        element(
          'a:bodyPr',
          { ...NO_INSETS, anchor: hasFoot ? 'ctr' : 't' },
          hasFoot ? '<a:noAutofit/>' : '<a:normAutofit/>',
        ),
        element('a:lstStyle', {}, hasFoot ? footStyle(plan, 'content', look) : ''),
        promptXml(plan.role, look.lang, look.foot),
      ),
    },
  )
}

export const NO_INSETS = {
  vert: 'horz',
  wrap: 'square',
  lIns: 0,
  tIns: 0,
  rIns: 0,
  bIns: 0,
  rtlCol: 0,
} as const
