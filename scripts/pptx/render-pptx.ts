/** Paginated deck Markdown to a PowerPoint file that a colleague can edit. Needs no browser. */
import type { Pictures } from '../chart/picture.ts'
import { readFrontMatterKeys } from '../deck/front-matter-keys.ts'
import { readListings } from '../deck/listing-html.ts'
import { readDeck } from '../deck/read-deck.ts'
import { plainText } from '../deck/rich-text.ts'
import { themeAtSize } from '../deck/slide-size.ts'
import type { Theme } from '../theme/theme.ts'
import type { Base } from './base/base.ts'
import { type BaseInput, makeOwnBase } from './base/own-base.ts'
import { composeDeck } from './compose/compose-deck.ts'
import type { RefusedLink } from './compose/refused-links.ts'
import { sectionsOf } from './compose/sections-of.ts'
import type { Properties, SlidePage } from './presentation.ts'
import { writePresentation } from './write/write-presentation.ts'

export type PptxInput = {
  /** Paginated: what `paginateDeck` returns. */
  readonly markdown: string
  readonly pictures: Pictures
  readonly theme: Theme
  /** False leaves the speaker notes out. */
  readonly hasNotes: boolean
  readonly properties: Properties
  /** What the slides stand on; left out: masters of our own. */
  readonly makeBase?: (input: BaseInput) => Base
}

export type PptxOutput = {
  readonly bytes: Uint8Array
  readonly slideCount: number
  /** Their words stand on the slides as text. */
  readonly refusedLinks: readonly RefusedLink[]
  readonly slides: readonly SlidePage[]
}

/** Throws DeckMarkdownError when the Markdown breaks the contract of ARCHITECTURE.md. */
export async function renderPptx(input: PptxInput): Promise<PptxOutput> {
  const deck = readDeck(input.markdown)
  const keys = readFrontMatterKeys(deck.frontMatter)
  const usual = themeAtSize(input.theme, keys)
  const { pictures, hasNotes, properties } = input
  const foot = { footer: plainText(keys.get('footer') ?? ''), date: properties.printedDate }
  const look = { theme: usual, lang: deck.lang, paperColors: input.theme.colors, foot }
  const base = (input.makeBase ?? makeOwnBase)(look)
  const theme = { ...usual, colors: base.extras?.colors ?? usual.colors }
  const refused: RefusedLink[] = []
  const report = (link: RefusedLink): void => void refused.push(link)
  const listings = await readListings(deck.slides)
  const slides = composeDeck({ deck, keys, theme, pictures, listings, base, hasNotes, report })
  const sections = sectionsOf(deck, keys)
  const bytes = writePresentation({ lang: deck.lang, properties, slides, sections }, base)
  return { bytes, slideCount: slides.length, refusedLinks: refused, slides }
}
