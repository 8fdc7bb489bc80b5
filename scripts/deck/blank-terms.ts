/**
 * A deck with gaps for its key terms: the copy that students fill in while they listen. A term that has to stay in
 * sight somewhere, in a heading or on a chart, is given away there; it stays everywhere, and the teacher is told.
 */
import { blankSource, renumberBlanks } from './blank-mark.ts'
import { type InlineText, readInline, wordsIn, wordsOfAddress } from './inline-text.ts'
import { type KeyTerm, keyTermsOf, leadOf } from './key-terms.ts'
import { readDeck } from './read-deck.ts'
import type { Block, InlineSource } from './slide.ts'
import { mapTexts, type TextRole } from './slide-texts.ts'
import { openMatcher, type TermMatcher } from './term-matcher.ts'
import { type SightOptions, type TermInSight, termsInSight } from './terms-in-sight.ts'
import { writeDeck } from './write-deck.ts'
import { type Replacement, writeInline } from './write-inline.ts'
import { writeSlide } from './write-slide.ts'

export type BlankedDeck = {
  /** Not yet paginated; every gap has an id of its own, all ids as wide as the longest. */
  readonly markdown: string
  /** What stood in each gap, by its id. */
  readonly terms: ReadonlyMap<string, string>
  readonly inSight: readonly TermInSight[]
}

/** @param markdown before pagination, without notes and answers: what `forStudents` returns */
export function blankTerms(markdown: string, options: SightOptions): BlankedDeck {
  const deck = readDeck(markdown)
  const all = keyTermsOf(deck.slides)
  const inSight = termsInSight(deck, all, options)
  const seen = new Set(inSight.map(({ name }) => name))
  const hidden = all.filter(({ name }) => !seen.has(name))
  if (hidden.length === 0) return { markdown, terms: new Map(), inSight }
  const pen = openPen(hidden)
  const slides = deck.slides.map((slide) => {
    const blocks = mapTexts(slide, pen.write).map(pen.writePicture)
    const isSame = blocks.every((block, index) => isEqual(block, slide.blocks[index]))
    return isSame ? slide.source : writeSlide({ ...slide, blocks })
  })
  return { ...numbered(writeDeck(deck, slides), pen.written), inSight }
}

function isEqual(block: Block, before: Block | undefined): boolean {
  return JSON.stringify(block) === JSON.stringify(before)
}

/** Ids of equal width: the paginator measures a gap before anybody knows its number. */
function numbered(markdown: string, written: readonly string[]): Omit<BlankedDeck, 'inSight'> {
  const pad = (id: string): string => id.padStart(String(written.length).length, '0')
  const terms = new Map(written.map((term, index) => [pad(String(index + 1)), term]))
  return { markdown: renumberBlanks(markdown, pad), terms }
}

type Pen = {
  write(source: InlineSource, role: TextRole): InlineSource
  writePicture(block: Block): Block
  /** What stood in each gap, in the order of writing. */
  readonly written: readonly string[]
}

function openPen(hidden: readonly KeyTerm[]): Pen {
  const matcher = openMatcher(hidden.map(({ names }) => names))
  const names = new Set(hidden.map(({ name }) => name))
  const written: string[] = []
  const describe = (alt: string): string => withoutTerms(alt, matcher)
  const isForbidden = (url: string): boolean => matcher.among(wordsOfAddress(url)).size > 0
  return {
    written,
    write(source, role) {
      if (role === 'label') return source
      const inline = readInline(source)
      const replacements = gapsIn(inline, role, { matcher, names }).map(({ start, end }) => {
        written.push(wordsIn(inline, { start, end }))
        return { start, end, by: blankSource(String(written.length)) }
      })
      if (replacements.length === 0 && !hasReference(inline)) return source
      const text = writeInline(inline, { replacements, isForbidden, describe })
      const bare = writeInline(inline, NOTHING)
      return text === bare ? source : text
    },
    writePicture(block) {
      if (block.kind === 'picture')
        return { ...block, source: block.source.replace(ALT_RE, describeIn(describe)) }
      if (block.kind !== 'formula' || block.alt === '') return block
      return { ...block, source: block.source.replace(/^% .*$/m, (line) => describe(line)) }
    },
  }
}

const NOTHING = { replacements: [], isForbidden: () => false, describe: (alt: string) => alt }

const ALT_RE = /^!\[((?:[^\]\\]|\\.)*)\]/s

function describeIn(describe: (alt: string) => string) {
  return (_: string, alt: string): string => `![${describe(alt)}]`
}

function hasReference({ pieces }: InlineText): boolean {
  const types = ['link_open', 'image', 'html_inline']
  return pieces.some(({ token }) => types.includes(token.type))
}

/** Who hears the picture described hears that a word is missing; there is no line to write on. */
function withoutTerms(text: string, matcher: TermMatcher): string {
  return matcher
    .find(text)
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)}…${rest.slice(end)}`, text)
}

type Gap = Pick<Replacement, 'start' | 'end'>

function gapsIn(
  inline: InlineText,
  role: TextRole,
  { matcher, names }: { readonly matcher: TermMatcher; readonly names: ReadonlySet<string> },
): readonly Gap[] {
  const lead = role === 'running' ? undefined : leadOf(inline)
  const matches = matcher.find(inline.text)
  if (lead === undefined) return matches
  const after = matches.filter(({ start }) => start >= lead.end)
  const name = wordsIn(inline, lead)
  return role === 'entry' && names.has(name) ? [lead, ...after] : after
}
