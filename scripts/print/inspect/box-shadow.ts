/** Shadows of boxes: a theme draws stripes and bands with inner ones. Source: CSS Backgrounds and Borders 3, 6.1. */
import { CLEAR, over, type Paint, paintOf } from './paint.ts'

/** In CSS px of the window. */
export type Point = { readonly x: number; readonly y: number }

type Shadow = {
  readonly paint: Paint
  readonly x: number
  readonly y: number
  readonly blur: number
  readonly spread: number
  readonly isInner: boolean
}

/** What the inner shadows of an element paint at a point; undefined where one fades. */
export function innerShadowAt(point: Point, element: Element, value: string): Paint | undefined {
  let paint: Paint | undefined = CLEAR
  // The first shadow lies on top.
  for (const shadow of readShadows(value).toReversed()) {
    if (!shadow.isInner || paint === undefined) continue
    const depth = depthInHole(point, element, shadow)
    if (Math.abs(depth) < shadow.blur) paint = undefined
    else if (depth < 0) paint = over(shadow.paint, paint)
  }
  return paint
}

/** How far the shadows of a box reach out of it. */
export function reachPx(value: string): number {
  const reaches = readShadows(value)
    .filter(({ isInner }) => !isInner)
    .map(({ x, y, blur, spread }) => Math.max(Math.abs(x), Math.abs(y)) + blur + spread)
  return Math.max(0, ...reaches)
}

/** Distance from the edge of what the shadow leaves free; negative in the shadow. */
function depthInHole(point: Point, element: Element, { x, y, spread }: Shadow): number {
  const rect = element.getBoundingClientRect()
  return Math.min(
    point.x - (rect.left + x + spread),
    rect.right + x - spread - point.x,
    point.y - (rect.top + y + spread),
    rect.bottom + y - spread - point.y,
  )
}

/** As browsers write computed values: `rgb(1, 2, 3) 0px 52px 0px 0px inset, …` */
function readShadows(value: string): readonly Shadow[] {
  if (value === 'none' || value === '') return []
  return value.split(/,(?![^(]*\))/).map((text) => {
    const [x = 0, y = 0, blur = 0, spread = 0] = (text.match(/-?[\d.]+(?=px)/g) ?? []).map(Number)
    const color = text.replace(/-?[\d.]+px|inset/g, '').trim()
    return { paint: paintOf(color), x, y, blur, spread, isInner: text.includes('inset') }
  })
}
