/** What is painted behind a point of the slide, as far as the style sheet alone says it. */
import type { Box } from './measured.ts'
import { over, type Paint, paintOf } from './paint.ts'
import { remember, styleOf } from './styles.ts'

/** `undefined`: only the pixels tell. */
export type Ground = {
  readonly paint: Paint | undefined
  /** Something that is painted stands before the text. */
  readonly isCovered: boolean
}

const WHITE: Paint = [255, 255, 255, 1]

/** @param line of text, in CSS px of the window, for which the ground is asked */
export function groundAt(x: number, y: number, owner: Element, line: Box): Ground {
  const stack = document.elementsFromPoint(x, y)
  const at = stack.findIndex((element) => element.contains(owner))
  if (at < 0) return { paint: undefined, isCovered: false }
  const isCovered = stack
    .slice(0, at)
    .some((element) => !owner.contains(element) && isPainted(element))
  if (isCovered) return { paint: undefined, isCovered }
  const layers: Paint[] = []
  for (const element of stack.slice(at)) {
    const layer = layerOf(element, line)
    if (layer === undefined) return { paint: undefined, isCovered }
    layers.push(layer)
    if (layer[3] === 1) break
  }
  return {
    paint: layers.toReversed().reduce((ground, layer) => over(layer, ground), WHITE),
    isCovered,
  }
}

const CLEAR: Paint = [0, 0, 0, 0]

function layerOf(element: Element, line: Box): Paint | undefined {
  if (!isPlain(element)) return undefined
  const style = styleOf(element)
  if (element instanceof SVGElement && !(element instanceof SVGSVGElement))
    return shapePaint(element, style)
  if (style.backgroundImage !== 'none' || /^(?:img|video|canvas|picture)$/.test(element.localName))
    return undefined
  if (shadowReaches(element, style.boxShadow, line)) return undefined
  if (PSEUDOS.some((pseudo) => pseudoReaches(element, pseudo, line))) return undefined
  return paintOf(style.backgroundColor)
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

function isPainted(element: Element): boolean {
  const style = styleOf(element)
  if (element instanceof SVGElement && !(element instanceof SVGSVGElement)) {
    const paint = shapePaint(element, style)
    return paint === undefined || paint[3] > 0
  }
  if (/^(?:img|video|canvas)$/.test(element.localName)) return true
  return style.backgroundImage !== 'none' || paintOf(style.backgroundColor)[3] > 0
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

/** An inner shadow is a band along the edges, as wide as its offset, blur and spread say. */
function shadowReaches(element: Element, shadow: string, line: Box): boolean {
  if (!shadow.includes('inset')) return false
  const lengths = (shadow.match(/-?[\d.]+px/g) ?? []).map((px) => Math.abs(Number.parseFloat(px)))
  const bandPx = Math.max(...[0, 4, 8].map((at) => sum(lengths.slice(at, at + 4))))
  const rect = element.getBoundingClientRect()
  return (
    line.x < rect.left + bandPx ||
    line.y < rect.top + bandPx ||
    line.x + line.width > rect.right - bandPx ||
    line.y + line.height > rect.bottom - bandPx
  )
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

const PSEUDOS = ['::before', '::after'] as const

/** What a style sheet paints without an element, as a ground or over it, is known by its place alone. */
function pseudoReaches(element: Element, pseudo: (typeof PSEUDOS)[number], line: Box): boolean {
  const area = pseudo === '::before' ? areaBefore(element) : areaAfter(element)
  if (area === undefined) return false
  if (area === 'unknown') return true
  const isApart =
    area.x >= line.x + line.width ||
    area.y >= line.y + line.height ||
    area.x + area.width <= line.x ||
    area.y + area.height <= line.y
  return !isApart
}

const areaBefore = remember((element) => pseudoArea(element, '::before'))
const areaAfter = remember((element) => pseudoArea(element, '::after'))

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
  if (!isHome || style.transform !== 'none' || style.boxShadow !== 'none') return 'unknown'
  const rect = element.getBoundingClientRect()
  const [x, y, width, height] = [style.left, style.top, style.width, style.height].map(
    Number.parseFloat,
  )
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    return 'unknown'
  const box = {
    x: rect.left + element.clientLeft + x,
    y: rect.top + element.clientTop + y,
    width,
    height,
  }
  return Object.values(box).every(Number.isFinite) ? box : 'unknown'
}
