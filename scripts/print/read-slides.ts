/**
 * The slides of `deck.html` as bookmarks and notes need them. Content cannot write these tags: its `<` arrives as
 * `&lt;`, in text as in attributes.
 */

export type SlideFacts = {
  readonly title: string
  readonly classes: readonly string[]
  /** Id of the section that it is part of; empty: of none. */
  readonly section: string
  /** What stands above the slide: the title of its section. */
  readonly header: string
  /** All that stands on it. */
  readonly text: string
  /** Plain text, paragraphs apart by an empty line; empty when nothing is said. */
  readonly notes: string
}

/** What Marp writes before each. A string: to look for a pattern ahead takes a millisecond a deck. */
export const SLIDE = '<svg data-marpit-svg'

export function readSlides(html: string): readonly SlideFacts[] {
  const [, ...parts] = html.split(SLIDE)
  return parts.map(readSlide)
}

function readSlide(part: string): SlideFacts {
  const tag = openingTag(part)
  return {
    title: attribute(tag, 'data-title'),
    classes: attribute(tag, 'class').split(' '),
    section: attribute(tag, 'data-section'),
    header: textOf(/<header>([\s\S]*?)<\/header>/.exec(part)?.[1] ?? ''),
    text: textOf(part.slice(0, part.indexOf('</section>'))),
    notes: notesText(/<aside class="notes" hidden>([\s\S]*?)<\/aside>/.exec(part)?.[1] ?? ''),
  }
}

export function openingTag(part: string): string {
  return /<section [^>]*>/.exec(part)?.[0] ?? ''
}

export function attribute(tag: string, name: string): string {
  return decode(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

/** What a document or a part of one says. */
export function textOf(html: string): string {
  return decode(html.slice(html.indexOf('</head>') + 1).replace(/<[^>]*>/g, ''))
    .replace(/\s+/g, ' ')
    .trim()
}

/** Items of lists have a line each, behind their mark. */
function notesText(html: string): string {
  const blocks = html
    .replace(/\s+/g, ' ')
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<\/?(?:p|ul|ol|pre|blockquote|h\d)(?: [^>]*)?>/g, '\n\n')
    .replace(/<li(?: [^>]*)?>\s*/g, '\n– ')
  return decode(blocks.replace(/<[^>]*>/g, ''))
    .replace(/[^\S\n]*\n[^\S\n]*/g, '\n')
    .replace(/\n+(?=– )/g, '\n')
    .replace(/– \n+/g, '– ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
  })
}
