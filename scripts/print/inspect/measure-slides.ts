/** Runs in the browser, on a page with the slides one below the other. */
import { findCollisions } from './find-collisions.ts'
import { findCut } from './find-cut.ts'
import { findSmallText } from './find-small-text.ts'
import { findSuspects } from './find-suspects.ts'
import { findDeadLinks, findUnnamed } from './find-unnamed.ts'
import type { Limits, MeasuredSlide } from './measured.ts'
import { type PageSlide, readSlides } from './slide-box.ts'
import { solidThings } from './solid-things.ts'
import { visibleText } from './visible-text.ts'

export function measureSlides(limits: Limits): readonly MeasuredSlide[] {
  const slides = readSlides(document)
  return slides.map((slide) => measure(slide, slides.length, limits))
}

function measure(slide: PageSlide, count: number, limits: Limits): MeasuredSlide {
  const { section, svg, number } = slide
  const texts = visibleText(slide)
  const things = solidThings(slide)
  const cut = findCut(slide, texts, things)
  const faults = [
    ...cut.faults,
    ...findCollisions(cut.whole, things),
    ...findSmallText(texts, limits),
    ...findUnnamed(slide),
    ...findDeadLinks(slide, count),
  ]
  const suspects = findSuspects(slide, cut.whole, limits)
  const frame = svg.getBoundingClientRect()
  return {
    number,
    title: section.dataset['title'] ?? '',
    section: section.dataset['section'] ?? '',
    classes: [...section.classList],
    faults,
    suspects,
    frame: {
      x: frame.left + scrollX,
      y: frame.top + scrollY,
      width: frame.width,
      height: frame.height,
    },
  }
}

/** Leaves on the page what stands behind the text, and only that. */
export function hideText(): void {
  // A sheet of the document goes with it; one that is adopted would hide the text of the next.
  const sheet = document.styleSheets[document.styleSheets.length - 1]
  for (const rule of HIDING) sheet?.insertRule(rule, sheet.cssRules.length)
  for (const element of document.querySelectorAll<HTMLElement>('section *'))
    if (getComputedStyle(element).backgroundClip === 'text') element.style.background = 'none'
}

/** Two ids that nothing has outweigh every rule of a theme. */
const HIDING = [
  '*:not(#a#b), *:not(#a#b)::before, *:not(#a#b)::after, *:not(#a#b)::marker { -webkit-text-fill-color: transparent !important; -webkit-text-stroke-color: transparent !important; text-decoration-color: transparent !important; }',
  'svg :is(text, tspan, textPath):not(#a#b) { fill: transparent !important; stroke: transparent !important; }',
]
