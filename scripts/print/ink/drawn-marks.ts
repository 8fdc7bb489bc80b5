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

export function settleDrawings(elements: readonly Element[], ink: PaperInk): readonly Change[] {
  const roots = new Map<Element, Drawn[]>()
  for (const element of elements) {
    if (!(element instanceof SVGElement)) continue
    const root = rootOf(element)
    const style = getComputedStyle(element)
    const { hex, alpha } = pageColor(style.fill)
    const drawn = { element, style, fill: alpha > 0 ? hex : undefined }
    roots.set(root, [...(roots.get(root) ?? []), drawn])
  }
  return [...roots.values()].flatMap((drawing) => settleDrawing(drawing, ink))
}

function rootOf(element: SVGElement): Element {
  let root: SVGElement = element
  while (root.ownerSVGElement !== null) root = root.ownerSVGElement
  return root
}

function settleDrawing(drawing: readonly Drawn[], ink: PaperInk): readonly Change[] {
  const grounds = groundsOf(drawing)
  return drawing.flatMap(({ element, style, fill }) => {
    const change = (property: string, before: string, after: string): readonly Change[] => {
      const color = pageColor(before)
      const isSame = color.hex === after && color.alpha === 1
      return color.alpha === 0 || isSame ? [] : [{ element, pseudo: '', property, value: after }]
    }
    if (TEXTS.has(element.tagName))
      return change('fill', style.fill, textOnPaper(fill ?? '#000000', ink))
    if (element.tagName === 'stop' && ink === 'grey')
      return change('stop-color', style.stopColor, greyOf(pageColor(style.stopColor).hex))
    if (!SHAPES.has(element.tagName)) return []
    const stroke = change('stroke', style.stroke, lineColor(style.stroke, ink))
    if (!grounds.has(element))
      return [...change('fill', style.fill, lineOnPaper(fill ?? PAPER, undefined, ink)), ...stroke]
    const edge = {
      element,
      pseudo: '',
      property: 'stroke',
      value: outlineOf(fill ?? '#808080', ink),
    }
    const isOutlined = pageColor(style.stroke).alpha > 0
    return [
      { element, pseudo: '', property: 'fill', value: PAPER },
      ...(isOutlined ? stroke : [edge]),
    ]
  })
}

function lineColor(stroke: string, ink: PaperInk): string {
  return lineOnPaper(pageColor(stroke).hex, undefined, ink)
}

/** Filled shapes with words of the same drawing on them. */
function groundsOf(drawing: readonly Drawn[]): ReadonlySet<Element> {
  const texts = drawing.flatMap(({ element }, index) =>
    element.tagName === 'text' ? [{ index, box: element.getBoundingClientRect() }] : [],
  )
  const grounds = drawing.filter(({ element, style, fill }, index) => {
    if (!SHAPES.has(element.tagName) || texts.length === 0) return false
    const isPainted = style.fill.startsWith('url(') || isDarkerThanPaper(fill)
    if (!isPainted) return false
    const box = element.getBoundingClientRect()
    return texts.some((text) => text.index > index && holdsMiddle(box, text.box))
  })
  return new Set(grounds.map(({ element }) => element))
}

function isDarkerThanPaper(fill: string | undefined): boolean {
  return fill !== undefined && contrast(fill, PAPER) >= INVISIBLE
}

function holdsMiddle(outer: DOMRect, inner: DOMRect): boolean {
  const [x, y] = [(inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2]
  return outer.left <= x && x <= outer.right && outer.top <= y && y <= outer.bottom
}
