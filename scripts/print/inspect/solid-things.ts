/** What a slide shows besides text: pictures, drawings, tables, and boxes that are painted or framed. */
import type { Box, Thing } from './measured.ts'
import { boxOn, type PageSlide } from './slide-box.ts'
import { isHidden, styleOf } from './styles.ts'

export type SolidThing = { readonly element: Element; readonly what: Thing; readonly box: Box }

export function solidThings(slide: PageSlide): readonly SolidThing[] {
  return [...slide.section.querySelectorAll('*')].flatMap((element) => {
    // The inside of a drawing is clipped to it; its letters are text.
    if (isInDrawing(element) || element.closest('.katex, header, footer') || isHidden(element))
      return []
    const what = thingOf(element)
    if (what === undefined) return []
    const box = boxOn(slide, element.getBoundingClientRect())
    return box.width > 0 && box.height > 0 ? [{ element, what, box }] : []
  })
}

export function isPicture({ what }: SolidThing): boolean {
  return what === 'picture' || what === 'drawing'
}

function isInDrawing(element: Element): boolean {
  return element instanceof SVGElement && element.parentElement instanceof SVGElement
}

const NAMED: Readonly<Record<string, Thing>> = {
  img: 'picture',
  picture: 'picture',
  video: 'picture',
  canvas: 'picture',
  svg: 'drawing',
  table: 'table',
  pre: 'box',
  hr: 'box',
}

function thingOf(element: Element): Thing | undefined {
  const named = NAMED[element.localName]
  if (named !== undefined) return named
  const style = styleOf(element)
  if (style.display === 'inline' || style.display === 'contents') return undefined
  const isPainted =
    !/^(?:transparent|rgba\(.*, 0\))$/.test(style.backgroundColor) ||
    style.backgroundImage !== 'none'
  const isFramed = ['Top', 'Right', 'Bottom', 'Left'].some(
    (side) => Number.parseFloat(style.getPropertyValue(`border-${side.toLowerCase()}-width`)) > 0,
  )
  return isPainted || isFramed ? 'box' : undefined
}
