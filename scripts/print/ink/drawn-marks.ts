/** Drawings in the page (SVG): the boxes behind their words become paper, their lines and marks keep their colours. */
import { contrast } from '../../color/contrast.ts'
import { pageColor } from './page-color.ts'
import {
  greyOf,
  INVISIBLE,
  lineOnPaper,
  outlineOf,
  PAPER,
  type PaperInk,
  textOnPaper,
} from './paper-color.ts'
import type { Change } from './settle-part.ts'

type Drawn = {
  readonly element: SVGElement
  readonly style: CSSStyleDeclaration
  /** Of a filled shape; undefined: none, or a gradient. */
  readonly fill: string | undefined
}

const TEXTS = new Set(['text', 'tspan', 'textPath'])
const SHAPES = new Set(['rect', 'path', 'circle', 'ellipse', 'polygon', 'polyline', 'line', 'use'])

/** @param groundOf the colour behind a drawing, as on the wall */
export function settleDrawings(
  elements: readonly Element[],
  groundOf: (drawing: Element) => string,
  ink: PaperInk,
): readonly Change[] {
  const roots = new Map<Element, Drawn[]>()
  for (const element of elements) {
    if (!(element instanceof SVGElement)) continue
    const root = rootOf(element)
    const style = getComputedStyle(element)
    const { hex, alpha } = pageColor(style.fill)
    const drawn = { element, style, fill: alpha > 0 ? hex : undefined }
    const parts = roots.get(root) ?? []
    parts.push(drawn)
    roots.set(root, parts)
  }
  return [...roots].flatMap(([root, drawing]) => {
    const behind = groundsOf(drawing, root)
    const ground = groundOf(root)
    return drawing.flatMap((drawn) =>
      behind.has(drawn.element) ? clearGround(drawn, ink) : settleMark(drawn, ground, ink),
    )
  })
}

function rootOf(element: SVGElement): Element {
  let root: SVGElement = element
  while (root.ownerSVGElement !== null) root = root.ownerSVGElement
  return root
}

function settleMark(drawn: Drawn, ground: string, ink: PaperInk): readonly Change[] {
  const { element, style, fill } = drawn
  if (TEXTS.has(element.tagName)) return changed(drawn, 'fill', textOnPaper(fill ?? '#000000', ink))
  if (element.tagName === 'stop')
    return ink === 'grey'
      ? changed(drawn, 'stop-color', greyOf(pageColor(style.stopColor).hex))
      : []
  if (!SHAPES.has(element.tagName)) return []
  return (['fill', 'stroke'] as const).flatMap((property) =>
    changed(drawn, property, lineOnPaper(pageColor(style[property]).hex, ground, ink)),
  )
}

/** Paper in an outline: its own, or one in the colour that it had. */
function clearGround(drawn: Drawn, ink: PaperInk): readonly Change[] {
  const { element, style, fill } = drawn
  const { hex, alpha } = pageColor(style.stroke)
  const edge = alpha > 0 ? lineOnPaper(hex, undefined, ink) : outlineOf(fill ?? '#808080', ink)
  const isEdged = alpha > 0 || fill === undefined || isDarkerThanPaper(fill)
  return [
    { element, pseudo: '', property: 'fill', value: PAPER },
    ...(isEdged ? [{ element, pseudo: '', property: 'stroke', value: edge }] : []),
  ]
}

function changed(
  { element, style }: Drawn,
  property: 'fill' | 'stroke' | 'stop-color',
  value: string,
): readonly Change[] {
  const { hex, alpha } = pageColor(style.getPropertyValue(property))
  return alpha === 0 || (hex === value && alpha === 1)
    ? []
    : [{ element, pseudo: '', property, value }]
}

/** Share of a drawing from which on what lies behind the rest of it is no mark. */
const LEAST_SHARE = 0.6

/** Filled shapes behind words, and those behind the whole of the drawing. */
function groundsOf(drawing: readonly Drawn[], root: Element): ReadonlySet<Element> {
  const filled = drawing.filter(
    ({ element, style, fill }) =>
      SHAPES.has(element.tagName) && (fill !== undefined || style.fill.startsWith('url(')),
  )
  if (filled.length === 0) return new Set()
  const boxes = new Map(drawing.map(({ element }) => [element, element.getBoundingClientRect()]))
  const whole = areaOf(root.getBoundingClientRect())
  const grounds = filled.filter(({ element, fill }) => {
    const box = boxes.get(element)
    const later = drawing.slice(drawing.findIndex((one) => one.element === element) + 1)
    const isBroad = box !== undefined && areaOf(box) > LEAST_SHARE * whole
    return later.some((one) => {
      const isText = one.element.tagName === 'text'
      const isShape = SHAPES.has(one.element.tagName) && (isBroad || !isDarkerThanPaper(fill))
      return (isText || isShape) && holdsMiddle(box, boxes.get(one.element))
    })
  })
  return new Set(grounds.map(({ element }) => element))
}

function isDarkerThanPaper(fill: string | undefined): boolean {
  return fill !== undefined && contrast(fill, PAPER) >= INVISIBLE
}

function areaOf({ width, height }: DOMRect): number {
  return width * height
}

function holdsMiddle(outer: DOMRect | undefined, inner: DOMRect | undefined): boolean {
  if (outer === undefined || inner === undefined) return false
  const [x, y] = [(inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2]
  return outer.left <= x && x <= outer.right && outer.top <= y && y <= outer.bottom
}
