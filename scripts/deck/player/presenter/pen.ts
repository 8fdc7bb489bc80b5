/** The pointer tool: moved over the slide it shows a spot to the class, held down it draws. */
import type { Spot, Stroke } from '../link/message.ts'
import type { Talk } from '../link/talk.ts'

export type PenOptions = {
  readonly talk: Talk
  /** What the pointer moves over. */
  readonly area: HTMLElement
  /** The picture of the slide, whose coordinates are meant. */
  svg(): SVGSVGElement | undefined
  isOn(): boolean
  /** Shows the stroke here as it grows. */
  onSketch(slide: number, stroke: Stroke): void
}

/** A longer line goes on as the next stroke. */
const MAX_NUMBERS = 4000
/** Closer points look the same. */
const NEAR = 2

export function watchPen({ talk, area, svg, isOn, onSketch }: PenOptions): { end(): void } {
  let stroke: number[] | undefined
  let strokeSlide = 0
  let isPointing = false
  const end = (): void => {
    if (stroke !== undefined) talk.addStroke(strokeSlide, stroke)
    stroke = undefined
    if (isPointing) talk.point(null)
    isPointing = false
  }
  const draw = ({ slide, x, y }: Spot): void => {
    if (stroke === undefined || slide !== strokeSlide) return
    const [lastX = 0, lastY = 0] = stroke.slice(-2)
    if (stroke.length > 0 && Math.hypot(x - lastX, y - lastY) < NEAR) return
    stroke.push(x, y)
    talk.sketch(slide, stroke)
    onSketch(slide, stroke)
    if (stroke.length < MAX_NUMBERS) return
    talk.addStroke(slide, stroke)
    stroke = [x, y]
  }
  const follow = (event: PointerEvent): void => {
    const spot = isOn() ? spotUnder(event, svg(), talk.state().slide) : undefined
    if (spot === undefined) {
      end()
      return
    }
    isPointing = true
    talk.point(spot)
    draw(spot)
  }
  area.addEventListener('pointerdown', (event) => {
    if (!isOn() || event.button !== 0) return
    event.preventDefault()
    area.setPointerCapture(event.pointerId)
    stroke = []
    strokeSlide = talk.state().slide
    follow(event)
  })
  area.addEventListener('pointermove', follow)
  area.addEventListener('pointerup', () => {
    if (stroke !== undefined && stroke.length > 0) talk.addStroke(strokeSlide, stroke)
    stroke = undefined
  })
  area.addEventListener('pointerleave', end)
  area.addEventListener('pointercancel', end)
  return { end }
}

/** In the slide's own coordinates, which are the same in every window; outside of it none. */
function spotUnder(
  { clientX, clientY }: PointerEvent,
  svg: SVGSVGElement | undefined,
  slide: number,
): Spot | undefined {
  const matrix = svg?.getScreenCTM()
  if (svg === undefined || !matrix) return undefined
  const point = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse())
  const [x, y] = [Math.round(point.x), Math.round(point.y)]
  const { width, height } = svg.viewBox.baseVal
  return x >= 0 && y >= 0 && x <= width && y <= height ? { slide, x, y } : undefined
}
