/** What the slides of deck.html say, read from the page itself. */
import { unescapeXml } from './letters.ts'

export type HtmlSlide = {
  /** Text of each block (point, cell, paragraph, heading …) in the order of reading. */
  readonly blocks: readonly string[]
  /** Of the foot line, which stands elsewhere in a PowerPoint file. */
  readonly foot: readonly string[]
  /** What pictures and charts say to who cannot see them. */
  readonly alts: readonly string[]
  /** Of the table of figures that stands behind each chart for those who cannot see it. */
  readonly figures: readonly string[]
  readonly notes: string
}

const SLIDE = /<section\b([\s\S]*?)<\/section>([\s\S]*?)(?=<section\b|$)/g
const NOTES = /<aside class="notes"[^>]*>([\s\S]*?)<\/aside>/

export function readHtmlSlides(html: string): readonly HtmlSlide[] {
  const body = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return [...body.matchAll(SLIDE)].map(([, section = '', after = '']) => {
    const inner = section.slice(section.indexOf('>') + 1)
    const figures = [...inner.matchAll(FIGURES)].flatMap(([, table = '']) =>
      [...table.matchAll(CELL)].map(([, cell = '']) => wordsIn(cell).trim()),
    )
    return {
      ...readSection(inner.replace(FIGURES, '')),
      figures,
      notes: wordsIn(NOTES.exec(after)?.[1] ?? ''),
    }
  })
}

const FIGURES = /<div class="chart-figures">([\s\S]*?)<\/div>/g
/** The corner and the head of a single column name nothing. */
const CELL = /<(?:td|th scope="row")>([\s\S]*?)<\/t[dh]>/g

const TAG = /<!--[\s\S]*?-->|<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/gi
const INLINE = new Set(
  'a abbr b bdi bdo code del em i kbd mark q s small span strong sub sup u var wbr'.split(' '),
)
/** Drawn as pictures: what they say stands in their words for who cannot see them. */
const DRAWN = /^(?:svg|math)$/
const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'wbr'])

function readSection(html: string): Omit<HtmlSlide, 'notes' | 'figures'> {
  const blocks: string[] = []
  const foot: string[] = []
  const alts: string[] = []
  let text = ''
  let at = 0
  let isFoot = false
  /** Open elements of the drawing that is passed over; empty: none. */
  let drawn: string[] = []
  const flush = (): void => {
    const block = unescapeXml(text).trim()
    if (block !== '') (isFoot ? foot : blocks).push(block)
    text = ''
  }
  for (const match of html.matchAll(TAG)) {
    if (drawn.length === 0) text += html.slice(at, match.index)
    at = match.index + match[0].length
    const [, slash, tag, attributes = ''] = match
    if (tag === undefined) continue
    const name = tag.toLowerCase()
    if (drawn.length > 0) {
      if (slash === '/') drawn = drawn.slice(0, -1)
      else if (!VOID.has(name) && !attributes.endsWith('/')) drawn.push(name)
      continue
    }
    const alt = /\b(?:alt|aria-label)="([^"]*)"/.exec(attributes)?.[1]
    if (alt !== undefined) alts.push(unescapeXml(alt))
    if (!INLINE.has(name) || isFormula(attributes) || isLine(attributes)) flush()
    if (slash !== '/' && (DRAWN.test(name) || isFormula(attributes))) drawn = [name]
    if (name === 'header' || name === 'footer') isFoot = slash !== '/'
  }
  text += html.slice(at)
  flush()
  return { blocks, foot, alts }
}

/** Of a listing, whose lines programs number. */
function isLine(attributes: string): boolean {
  return attributes.includes(' data-line=')
}

function isFormula(attributes: string): boolean {
  return /\bclass="[^"]*\bkatex/.test(attributes)
}

function wordsIn(html: string): string {
  return unescapeXml(html.replace(TAG, ' '))
}
