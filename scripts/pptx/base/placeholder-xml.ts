/** Placeholders of masters, layouts and slides. */
import type { Box, PlaceholderRole } from '../presentation.ts'
import { element, emu } from '../write/xml.ts'
import type { PlaceholderPlan } from './base.ts'

export const RECTANGLE = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'

/** `<a:xfrm>` of a shape: where it stands. */
export function transformXml(box: Box, tag = 'a:xfrm'): string {
  return element(
    tag,
    {},
    element('a:off', { x: emu(box.x), y: emu(box.y) }),
    element('a:ext', { cx: emu(Math.max(0, box.width)), cy: emu(Math.max(0, box.height)) }),
  )
}

/** @param hasPrompt the layout says itself what belongs into it */
export function placeholderXml(
  { type, index, role }: PlaceholderPlan,
  hasPrompt?: 'prompt',
): string {
  return element('p:ph', {
    type: type === '' ? undefined : type,
    sz: SIZES[role],
    idx: index,
    hasCustomPrompt: hasPrompt === undefined ? undefined : 1,
  })
}

const SIZES: Readonly<Partial<Record<PlaceholderRole, string>>> = {
  date: 'half',
  footer: 'quarter',
  number: 'quarter',
  section: 'quarter',
  meta: 'quarter',
  second: 'half',
}

/** What the selection pane and screen readers call it. */
export const ROLE_NAMES: Readonly<Record<PlaceholderRole, string>> = {
  title: 'Title',
  subtitle: 'Subtitle',
  meta: 'Meta',
  body: 'Content',
  second: 'Second content',
  date: 'Date',
  footer: 'Footer',
  number: 'Slide number',
  section: 'Section',
}

export type PlaceholderParts = {
  readonly id: number
  readonly name?: string
  readonly box?: Box
  /** What a master says of the shape itself. */
  readonly geometry?: 'rect'
  /** XML of `<p:txBody>`. */
  readonly body: string
  readonly hasPrompt?: 'prompt' | undefined
}

export function placeholderShapeXml(plan: PlaceholderPlan, parts: PlaceholderParts): string {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', {
        id: parts.id,
        name: parts.name ?? `${ROLE_NAMES[plan.role]} ${parts.id}`,
      }),
      '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
      element('p:nvPr', {}, placeholderXml(plan, parts.hasPrompt)),
    ),
    element(
      'p:spPr',
      {},
      parts.box === undefined ? '' : transformXml(parts.box),
      parts.geometry === undefined ? '' : RECTANGLE,
    ),
    parts.body,
  )
}

/** The group that all shapes of a slide stand in. */
export function shapeTreeXml(...shapes: readonly string[]): string {
  return element(
    'p:spTree',
    {},
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>',
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>',
    ...shapes,
  )
}
