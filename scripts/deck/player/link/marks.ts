/** Ink and the pointer's spot, drawn into the slide itself: they scale, print and hide with it. */
import type { Spot, Stroke } from './message.ts'
import type { Talk } from './talk.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** Keeps the marks of the slides that a window shows; returns what draws one of them anew. */
export function showMarks(
  talk: Talk,
  slideOn: (slide: number) => SVGSVGElement | undefined,
): (slide: number) => void {
  let spotted: Element | undefined
  const draw = (slide: number): void => drawInk(slideOn(slide), talk.inkOn(slide))
  const point = (spot: Spot | null): void => {
    spotted?.remove()
    spotted = spot === null ? undefined : drawSpot(slideOn(spot.slide), spot)
  }
  talk.subscribe((event) => {
    if (event.kind === 'ink') draw(event.slide)
    if (event.kind === 'stroke')
      drawInk(slideOn(event.slide), [...talk.inkOn(event.slide), event.stroke])
    if (event.kind === 'spot') point(event.spot)
    if (event.kind === 'bye' && event.role === 'presenter') point(null)
  })
  for (const slide of talk.stage.slides.keys()) draw(slide)
  return draw
}

export function drawInk(svg: SVGSVGElement | undefined, strokes: readonly Stroke[]): void {
  svg?.querySelector(':scope > .ink')?.remove()
  if (strokes.length === 0) return
  const group = document.createElementNS(SVG, 'g')
  group.setAttribute('class', 'ink')
  group.append(...strokes.map(pathOf))
  svg?.append(group)
}

function pathOf(stroke: Stroke): SVGPathElement {
  const path = document.createElementNS(SVG, 'path')
  const points = stroke.join(' ')
  // A line of no length is drawn as a dot, because its ends are round.
  path.setAttribute('d', stroke.length === 2 ? `M${points}h0` : `M${points}`)
  return path
}

function drawSpot(svg: SVGSVGElement | undefined, { x, y }: Spot): Element {
  const circle = document.createElementNS(SVG, 'circle')
  circle.setAttribute('class', 'spot')
  circle.setAttribute('cx', String(x))
  circle.setAttribute('cy', String(y))
  circle.setAttribute('r', '11')
  svg?.append(circle)
  return circle
}
