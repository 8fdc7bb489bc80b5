/** Pictures that say nothing to somebody who cannot see them (WCAG 2.2, 1.1.1), and links that lead nowhere. */
import type { Fault, Thing } from './measured.ts'
import { boxOn, type PageSlide, rounded } from './slide-box.ts'
import { isHidden } from './styles.ts'
import { clean } from './visible-text.ts'

/** An empty `alt` alone is not enough: what a topic or a template puts on a slide is content until it says that it is not. */
export function findUnnamed(slide: PageSlide): readonly Fault[] {
  return [...slide.section.querySelectorAll('img, svg, canvas, video, [role="img"]')].flatMap(
    (element) => {
      if (element.closest('[aria-hidden="true"], [role="presentation"], [role="none"]')) return []
      // The inside of what has a name, or needs one, is part of it.
      if (element.parentElement?.closest('svg, [role="img"]')?.closest('section')) return []
      if (element.closest('.katex') || isHidden(element) || nameOf(element) !== '') return []
      const box = rounded(boxOn(slide, element.getBoundingClientRect()))
      if (box.width <= 1 || box.height <= 1) return []
      const isEmpty = element.hasAttribute('alt')
      const words = clean(element.closest('p, li, td, figure')?.textContent ?? '')
      return [{ kind: 'alt', words, what: thingOf(element), isEmpty, box } as const]
    },
  )
}

/** Accessible name, in short (accname 1.2, 4.3.2): what labels it, else what it says of itself. */
function nameOf(element: Element): string {
  const labels = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => (id === '' ? '' : (document.getElementById(id)?.textContent ?? '')))
  const own = [
    ...labels,
    element.getAttribute('aria-label'),
    element.getAttribute('alt'),
    element.querySelector(':scope > title')?.textContent,
    element.getAttribute('title'),
    // A box with the role of a picture that is filled with words for screen readers.
    element.localName === 'svg' || element.localName === 'img' ? '' : element.textContent,
  ]
  return own.map((text) => (text ?? '').trim()).find((text) => text !== '') ?? ''
}

function thingOf(element: Element): Thing {
  return element.localName === 'svg' ? 'drawing' : 'picture'
}

/** `#12` and `#12.3`, `#trade` of a section, or the id of an element: what player/address.ts and a PDF follow. */
export function findDeadLinks(slide: PageSlide, count: number): readonly Fault[] {
  return [...slide.section.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link) => {
    const target = link.getAttribute('href') ?? ''
    if (!/^(?:#|$)/.test(target) || leadsSomewhere(target.slice(1), count)) return []
    const box = rounded(boxOn(slide, link.getBoundingClientRect()))
    return [{ kind: 'link', words: clean(link.textContent ?? ''), target, box } as const]
  })
}

function leadsSomewhere(name: string, count: number): boolean {
  if (name === '') return false
  const [, number] = /^(\d+)(?:\.\d+)?$/.exec(name) ?? []
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= count
  const id = decode(name)
  if (document.querySelector(`section[data-section="${CSS.escape(id)}"]`) !== null) return true
  return document.getElementById(id)?.closest('foreignObject > section') != null
}

/** A lone `%` is a bad address, not an error. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
