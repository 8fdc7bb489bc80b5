/** What is painted behind a point of the slide, as far as the style sheet alone says it. */

import { innerShadowAt, type Point, reachPx } from './box-shadow.ts'
import type { Box } from './measured.ts'
import { CLEAR, over, type Paint, paintOf } from './paint.ts'
import { shared } from './slide-box.ts'
import { remember, styleOf } from './styles.ts'

/** `undefined`: only the pixels tell. */
export type Ground = {
  readonly paint: Paint | undefined
  /** Something that is painted stands before the text. */
  readonly isCovered: boolean
}

const WHITE: Paint = [255, 255, 255, 1]

/**
 * @param stack elements at the point, the topmost first
 * @param line of text for which the ground is asked, in CSS px of the window
 */
export function groundAt(
  point: Point,
  stack: readonly Element[],
  { owner, line }: { readonly owner: Element; readonly line: Box },
): Ground {
  const at = stack.findIndex((element) => element.contains(owner))
  if (at < 0) return { paint: undefined, isCovered: false }
  const isCovered = stack
    .slice(0, at)
    .some((element) => !owner.contains(element) && isPainted(element))
  if (isCovered) return { paint: undefined, isCovered }
  const layers: Paint[] = []
  for (const element of stack.slice(at)) {
    const layer = layerOf(element, point, line)
    if (layer === undefined) return { paint: undefined, isCovered }
    layers.push(layer)
    if (layer[3] === 1) break
  }
  return {
    paint: layers.toReversed().reduce((ground, layer) => over(layer, ground), WHITE),
    isCovered,
  }
}

function layerOf(element: Element, point: Point, line: Box): Paint | undefined {
  if (!isPlain(element)) return undefined
  const style = styleOf(element)
  if (element instanceof SVGElement && !(element instanceof SVGSVGElement))
    return shapePaint(element, style)
  if (style.backgroundImage !== 'none' || /^(?:img|video|canvas|picture)$/.test(element.localName))
    return undefined
  if (pseudoAreas(element).some((area) => area === 'unknown' || shared(area, line)))
    return undefined
  const shadow = innerShadowAt(point, element, style.boxShadow)
  return shadow && over(shadow, paintOf(style.backgroundColor))
}

/** Text, and what only holds others, paints no ground; nor does the outline of a shape without a filling. */
function shapePaint(element: SVGElement, style: CSSStyleDeclaration): Paint | undefined {
  if (/^(?:text|tspan|textPath|g|a|foreignObject)$/.test(element.localName)) return CLEAR
  if (element.localName === 'image' || element.localName === 'use') return undefined
  if (style.fill === 'none') return CLEAR
  if (!/^(?:rgb|color|okl|lab|lch)/.test(style.fill)) return undefined
  const [r, g, b, a] = paintOf(style.fill)
  return [r, g, b, a * Number(style.fillOpacity)]
}

/** Also true of what may paint: a gradient, a drawing from elsewhere. */
export function isPainted(element: Element): boolean {
  const style = styleOf(element)
  if (element instanceof SVGElement && !(element instanceof SVGSVGElement)) {
    const paint = shapePaint(element, style)
    return paint === undefined || paint[3] > 0
  }
  if (/^(?:img|video|canvas)$/.test(element.localName)) return true
  const { backgroundImage, boxShadow, backgroundColor } = style
  return backgroundImage !== 'none' || boxShadow !== 'none' || paintOf(backgroundColor)[3] > 0
}

/** True when nothing between the element and the page changes colours that were painted. */
export const isPlain = remember((element): boolean => {
  const style = styleOf(element)
  const isOwn =
    style.opacity === '1' &&
    style.filter === 'none' &&
    style.mixBlendMode === 'normal' &&
    (style.backdropFilter || 'none') === 'none' &&
    (style.maskImage || 'none') === 'none' &&
    style.backgroundClip !== 'text'
  return isOwn && (element.parentElement === null || isPlain(element.parentElement))
})

/** Where a style sheet paints without an element, as a ground or over it. */
export const pseudoAreas = remember((element): readonly (Box | 'unknown')[] =>
  ['::before', '::after'].flatMap((pseudo) => pseudoArea(element, pseudo) ?? []),
)

function pseudoArea(element: Element, pseudo: string): Box | 'unknown' | undefined {
  const style = getComputedStyle(element, pseudo)
  if (style.content === 'none' || style.content === 'normal' || style.display === 'none')
    return undefined
  const isClear =
    paintOf(style.backgroundColor)[3] === 0 &&
    style.backgroundImage === 'none' &&
    style.boxShadow === 'none' &&
    !/url\(/.test(style.content)
  if (isClear) return undefined
  // In the flow it stands beside the text, not behind it.
  const isPlaced = style.position === 'absolute' || style.position === 'fixed'
  if (!isPlaced)
    return /^(?:0px|none|auto)?$/.test(style.inset) || style.position === 'static'
      ? undefined
      : 'unknown'
  const isHome = styleOf(element).position !== 'static' && style.position === 'absolute'
  if (!isHome || style.transform !== 'none') return 'unknown'
  const rect = element.getBoundingClientRect()
  const [left = 0, top = 0, width = 0, height = 0] = ['left', 'top', 'width', 'height'].map(
    (name) => Number.parseFloat(style.getPropertyValue(name)),
  )
  // Its padding and border lie outside these; so does a shadow.
  const morePx = reachPx(style.boxShadow) + outsidePx(style)
  const box = {
    x: rect.left + element.clientLeft + left - morePx,
    y: rect.top + element.clientTop + top - morePx,
    width: width + 2 * morePx,
    height: height + 2 * morePx,
  }
  return Object.values(box).every(Number.isFinite) ? box : 'unknown'
}

/** More than it can be, whatever the box model. */
function outsidePx(style: CSSStyleDeclaration): number {
  const sides = ['top', 'right', 'bottom', 'left'].flatMap((side) => [
    style.getPropertyValue(`padding-${side}`),
    style.getPropertyValue(`border-${side}-width`),
  ])
  return Math.max(...sides.map((px) => Number.parseFloat(px) || 0)) * 2
}
