/** Paginated deck Markdown to one HTML file that carries its fonts, pictures, notes and player. */

import type { Pictures } from '../chart/picture.ts'
import { nearestFace } from '../font/faces.ts'
import type { PageSource } from '../font/page-characters.ts'
import { type FaceText, type FontUse, webFontCss } from '../font/web-fonts.ts'
import { katexCss } from '../math/katex-css.ts'
import type { Theme, ThemeColors } from '../theme/theme.ts'
import { CODE_CSS, MATH_CSS, markedCss } from './code-css.ts'
import { DeckMarkdownError } from './deck-markdown-error.ts'
import { openRuler } from './deck-ruler.ts'
import { type FormulaWriter, openFormulaWriter } from './formula-html.ts'
import { readFrontMatterKeys } from './front-matter-keys.ts'
import { TURN_MARK } from './layout-code.ts'
import { layoutSlide } from './layout-slide.ts'
import { type Listings, listingTexts, readListings } from './listing-html.ts'
import { engineFor } from './marp-engine.ts'
import type { LaidOutSlide } from './marp-rules.ts'
import { slideCss } from './marp-theme.ts'
import { minifyCss } from './minify-css.ts'
import { pageCss } from './page-css.ts'
import { playerWords } from './player-words.ts'
import { presenterWords } from './presenter-words.ts'
import { readDeck } from './read-deck.ts'
import { refuseFetches, refuseStyleFetches } from './refuse-fetches.ts'
import { plainText } from './rich-text.ts'
import type { DeckDocument } from './slide.ts'
import { themeAtSize } from './slide-size.ts'
import { styleClasses } from './style-classes.ts'
import { writePage } from './write-page.ts'

export type DeckInput = {
  /** Paginated: what `paginateDeck` returns. */
  readonly markdown: string
  readonly pictures: Pictures
  readonly theme: Theme
  /** The bundled player: plain JavaScript that runs at the end of the body. */
  readonly playerScript: string
  /** False leaves the speaker notes out of the file. */
  readonly hasNotes: boolean
}

/** From here on a Hindi page is worth the 50 ms that it takes to leave out what of its fonts nobody sees. */
const HEAVY_BYTES = 240_000

export type DeckOutput = {
  readonly html: string
  readonly slideCount: number
  /** Those shown, with the room that each has. */
  readonly diagrams: readonly ShownDiagram[]
}

export type ShownDiagram = {
  readonly path: string
  readonly width: number
  readonly height: number
}

/** Throws when the Markdown breaks the contract of ARCHITECTURE.md: then the template is at fault. */
export async function renderDeck(input: DeckInput): Promise<DeckOutput> {
  const { pictures, hasNotes } = input
  const deck = readDeck(input.markdown)
  const keys = readFrontMatterKeys(deck.frontMatter)
  const theme = themeAtSize(input.theme, keys)
  const named = keys.get('theme')
  if (named !== theme.name) {
    const found = named === undefined ? 'no theme' : `the theme ${named}`
    throw new DeckMarkdownError(`deck.md names ${found}, it is drawn with ${theme.name}`)
  }
  const ruler = openRuler(theme.deck, deck.lang)
  const slides = deck.slides.map((slide) => ({ slide, layouts: layoutSlide(slide, ruler).blocks }))
  const engine = engineFor(theme)
  const formulas = openFormulaWriter()
  const listings = await readListings(deck.slides)
  const env = { theme, pictures, slides, lang: deck.lang, hasNotes, formulas, listings }
  const draft = engine.render(input.markdown, env)
  const drawn = formulas.complete(draft)
  // The rest of the page is ours: tests hold the whole of it to the same.
  refuseFetches(drawn, 'deck.html')
  refuseStyleFetches(theme.css)
  const { html: body, css } = styleClasses(drawn)
  const content = contentCss(body, formulas, { listings, colors: theme.colors })
  const style = minifyCss(`${pageCss(theme.deck)}\n${content}${slideCss(theme)}`) + css
  const script = input.playerScript
  const words = JSON.stringify({ player: playerWords(deck.lang), ...presenterWords(deck.lang) })
  const source = { html: draft + formulas.foreignText() + words, css: style, script }
  const faceTexts = [...formulas.faceTexts(), ...codeFaces(listings)]
  const fonts = { ...source, ...facesOf(draft, deck), faceTexts }
  const title = plainText(keys.get('title') ?? '')
  const write = async (isLean: boolean): Promise<string> => {
    const faces = await webFontCss({ ...fonts, isLean })
    return writePage({ title, lang: deck.lang, css: faces + style, body, words, script })
  }
  const html = await write(false)
  return {
    html: Buffer.byteLength(html) > HEAVY_BYTES ? await write(true) : html,
    slideCount: slides.length,
    diagrams: diagramsIn(slides, pictures),
  }
}

function diagramsIn(slides: readonly LaidOutSlide[], pictures: Pictures): readonly ShownDiagram[] {
  return slides.flatMap(({ slide, layouts }) =>
    slide.blocks.flatMap((block, index) => {
      const box = layouts[index]?.box
      const isDiagram = block.kind === 'picture' && pictures.get(block.path)?.kind === 'diagram'
      return isDiagram && box !== undefined
        ? [{ path: block.path, width: box.widthPx, height: box.heightPx }]
        : []
    }),
  )
}

/** Before the theme's own, which may change what they say. */
function contentCss(
  body: string,
  formulas: FormulaWriter,
  { listings, colors }: { readonly listings: Listings; readonly colors: ThemeColors },
): string {
  const math = formulas.count === 0 ? '' : `${katexCss(body)}${MATH_CSS}`
  return listings.size === 0 ? math : `${math}${CODE_CSS}${markedCss(colors)}`
}

function codeFaces(listings: Listings): readonly FaceText[] {
  const { all, bold } = listingTexts(listings)
  const extra = listings.size === 0 ? '' : `${TURN_MARK}0123456789`
  const mono = { stack: 'mono', isItalic: false } as const
  return [
    { face: nearestFace('Noto Sans Mono', { ...mono, weight: 400 }), text: all + extra },
    { face: nearestFace('Noto Sans Mono', { ...mono, weight: 700 }), text: bold },
  ].filter(({ text }) => text !== '')
}

function facesOf(body: string, deck: DeckDocument): Omit<FontUse, keyof PageSource> {
  return {
    lang: deck.lang,
    hasItalic: /<(?:em|i)>/.test(body),
    hasSerifText: deck.slides.some((slide) => slide.blocks.some((block) => block.kind === 'quote')),
  }
}
