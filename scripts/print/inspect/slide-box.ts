/** Slides of the page, and boxes on them. Rounding of the browser's layout is under a px, so a px over is none. */
import type { Box, Sides } from './measured.ts'

export const TOLERANCE_PX = 1

export type PageSlide = {
  readonly number: number
  readonly section: HTMLElement
  readonly svg: SVGSVGElement
  /** CSS px for each px of the slide. */
  readonly scale: number
  readonly width: number
  readonly height: number
}

export function readSlides(page: Document): readonly PageSlide[] {
  const frames = [...page.querySelectorAll<SVGSVGElement>('div.marpit > svg')]
  return frames.flatMap((svg, index) => {
    // A picture behind a slide is a section of its own, before the slide's.
    const section = [...svg.querySelectorAll<HTMLElement>(':scope > foreignObject > section')].at(
      -1,
    )
    if (section === undefined) return []
    const { width, height } = svg.viewBox.baseVal
    const scale = svg.getBoundingClientRect().width / width
    return [{ number: index + 1, section, svg, scale, width, height }]
  })
}

/** A rectangle of the window in px of the slide. */
export function boxOn(slide: PageSlide, rect: DOMRect): Box {
  const origin = slide.svg.getBoundingClientRect()
  return {
    x: (rect.left - origin.left) / slide.scale,
    y: (rect.top - origin.top) / slide.scale,
    width: rect.width / slide.scale,
    height: rect.height / slide.scale,
  }
}

/** How far the box stands out of the frame; 0 on each side where it does not. */
export function overhang(box: Box, frame: Box): Sides {
  const over = (px: number): number => (px > TOLERANCE_PX ? Math.round(px) : 0)
  return {
    left: over(frame.x - box.x),
    top: over(frame.y - box.y),
    right: over(box.x + box.width - frame.x - frame.width),
    bottom: over(box.y + box.height - frame.y - frame.height),
  }
}

export function isOver({ left, top, right, bottom }: Sides): boolean {
  return left + top + right + bottom > 0
}

export function widest(first: Sides, second: Sides): Sides {
  return {
    left: Math.max(first.left, second.left),
    top: Math.max(first.top, second.top),
    right: Math.max(first.right, second.right),
    bottom: Math.max(first.bottom, second.bottom),
  }
}

/** What two boxes share; undefined when that is less than `leastPx` wide or high. */
export function shared(first: Box, second: Box, leastPx = 0): Box | undefined {
  const x = Math.max(first.x, second.x)
  const y = Math.max(first.y, second.y)
  const width = Math.min(first.x + first.width, second.x + second.width) - x
  const height = Math.min(first.y + first.height, second.y + second.height) - y
  return width > leastPx && height > leastPx ? { x, y, width, height } : undefined
}

/** Whole px: what is told to people. */
export function rounded({ x, y, width, height }: Box): Box {
  const [left, top] = [Math.round(x), Math.round(y)]
  return {
    x: left,
    y: top,
    width: Math.round(x + width) - left,
    height: Math.round(y + height) - top,
  }
}
