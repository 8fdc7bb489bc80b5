/**
 * Links from slide to slide, as a PDF follows them: by the id of an element, which a slide has in its number. Names of
 * sections and steps are addresses of the player's own (deck/player/address.ts).
 */
import { attribute, openingTag, SLIDE } from './read-slides.ts'

const LINK = /(<a\s[^>]*?\bhref=")#([^"]+)"/g
const STEP = /^(\d+)\.\d+$/

/** What leads nowhere is left as it is: `check --render` tells it. */
export function leadToSlides(html: string): string {
  if (!html.includes('href="#')) return html
  const numbers = sectionNumbers(html)
  return html.replace(LINK, (whole, before: string, address: string) => {
    const target = STEP.exec(address)?.[1] ?? numbers.get(decode(address))
    return target === undefined ? whole : `${before}#${target}"`
  })
}

/** The number of the first slide of each section. */
function sectionNumbers(html: string): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>()
  for (const part of html.split(SLIDE).slice(1)) {
    const tag = openingTag(part)
    const section = attribute(tag, 'data-section')
    if (section !== '' && !numbers.has(section)) numbers.set(section, attribute(tag, 'id'))
  }
  return numbers
}

/** A lone `%` is a bad address, not an error. */
function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
