/** What every shape of a slide is written with. */
import type { LayoutPlan } from '../base/base.ts'
import type { Palette } from './color-xml.ts'
import type { SharedParts, SlideParts } from './slide-parts.ts'
import type { TextContext } from './text-xml.ts'
import { element } from './xml.ts'

export type ShapeContext = TextContext & {
  readonly palette: Palette
  readonly layout: LayoutPlan
  readonly slide: SlideParts
  readonly shared: SharedParts
}

export type ShapeName = {
  readonly name: string
  readonly alt?: string | undefined
  readonly title?: string | undefined
}

/** `<p:cNvPr>`: an id that no other shape of the slide has, a name, and words for those who cannot see it. */
export function nameXml(
  { name, alt, title }: ShapeName,
  context: ShapeContext,
  ...children: readonly string[]
): string {
  return element('p:cNvPr', { id: context.slide.nextId(), name, descr: alt, title }, ...children)
}

/** A child of it, of Office 2019 ([MS-ODRAWXML] §2.31.1): screen readers pass over the shape. */
export const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

/** A child of it: where a click leads. */
export function linkXml(link: string | undefined, context: ShapeContext): string {
  const target = link === undefined ? undefined : context.link(link)
  return target === undefined ? '' : element('a:hlinkClick', { 'r:id': target.id })
}
