/** What every shape of a slide is written with. */
import type { LayoutPlan } from '../base/base.ts'
import type { Palette } from './color-xml.ts'
import { linkXml } from './link-xml.ts'
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
  readonly isDecorative?: boolean | undefined
  readonly link?: string | undefined
}

/** Of Office 2019 ([MS-ODRAWXML] §2.31.1): screen readers pass over the shape. */
const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'

/**
 * `<p:cNvPr>`: an id that no other shape of the slide has, a name, where a click leads, and words for those who cannot
 * see it.
 */
export function nameXml(
  { name, alt, title, isDecorative, link }: ShapeName,
  context: ShapeContext,
): string {
  return element(
    'p:cNvPr',
    { id: context.slide.nextId(), name, descr: alt, title },
    linkXml({ link }, context),
    isDecorative === true ? DECORATIVE : '',
  )
}
