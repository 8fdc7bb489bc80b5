/** Paginated deck Markdown to slides as SVG elements, with the style sheet and the fonts that they need. */

import type { Pictures } from '../chart/picture.ts'
import { nearestFace } from '../font/faces.ts'
import type { PageSource } from '../font/page-characters.ts'
import type { FaceText, FontUse } from '../font/web-fonts.ts'
import type { Theme, ThemeColors } from '../theme/theme.ts'
import { BLANK_CSS, blankNumbers } from './blank-mark.ts'
import { CODE_CSS, markedCss, mathCss } from './code-css.ts'
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
import { readDeck } from './read-deck.ts'
import { refuseFetches, refuseStyleFetches } from './refuse-fetches.ts'
import { plainText } from './rich-text.ts'
import type { DeckDocument, Slide } from './slide.ts'
import { themeAtSize } from './slide-size.ts'
import { styleClasses } from './style-classes.ts'

export type SlidesInput = {
  /** Paginated: what `paginateDeck` returns. */
  readonly markdown: string
  readonly pictures: Pictures
  readonly theme: Theme
  /** False leaves the speaker notes out. */
  readonly hasNotes: boolean
}

export type DrawnSlides = {
  readonly title: string
  readonly lang: 'en' | 'hi'
  /** With the measures of the deck's own size, and the colours of slides. */
  readonly theme: Theme
  readonly slides: readonly Slide[]
  /** Marp's element: for each slide its `<svg>`, and behind it its notes; without style attributes. */
  readonly body: string
  /** The rules for what stands on slides. */
  readonly css: string
  /** What the style attributes became; to stand last, and too short to be worth packing. */
  readonly classCss: string
  /** Of the body, what the fonts of the page set. */
  readonly text: string
  readonly faces: Omit<FontUse, keyof PageSource>
  /** Those shown, with the room that each has. */
  readonly diagrams: readonly ShownDiagram[]
}

export type ShownDiagram = {
  readonly path: string
  readonly width: number
  readonly height: number
}

/** Throws when the Markdown breaks the contract of ARCHITECTURE.md: then the template is at fault. */
export async function drawSlides(input: SlidesInput): Promise<DrawnSlides> {
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
  const formulas = openFormulaWriter()
  const listings = await readListings(deck.slides)
  const env = { theme, pictures, slides, lang: deck.lang, hasNotes, formulas, listings }
  const draft = engineFor(theme).render(input.markdown, env)
  const drawn = formulas.complete(draft)
  // The rest of the page is ours: tests hold the whole of it to the same.
  refuseFetches(drawn, 'deck.html')
  refuseStyleFetches(theme.css)
  const { html: body, css: classCss } = styleClasses(drawn)
  const faceTexts = [...formulas.faceTexts(), ...codeFaces(listings)]
  return {
    title: plainText(keys.get('title') ?? ''),
    lang: deck.lang,
    theme,
    slides: deck.slides,
    body,
    css: `${contentCss(body, formulas, { listings, colors: theme.colors })}${slideCss(theme)}${blankNumbers(body).length > 0 ? BLANK_CSS : ''}`,
    classCss,
    text: draft + formulas.foreignText(),
    faces: { ...facesOf(draft, deck), faceTexts },
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
  const math = formulas.count === 0 ? '' : mathCss(body)
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
