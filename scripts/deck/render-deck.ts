/** Paginated deck Markdown to one HTML file that carries its fonts, pictures, notes and player. */
import { webFontCss } from '../font/web-fonts.ts'
import { drawSlides, type ShownDiagram, type SlidesInput } from './draw-slides.ts'
import { minifyCss } from './minify-css.ts'
import { pageCss } from './page-css.ts'
import { playerWords } from './player-words.ts'
import { presenterWords } from './presenter-words.ts'
import { writePage } from './write-page.ts'

export type DeckInput = SlidesInput & {
  /** The bundled player: plain JavaScript that runs at the end of the body. */
  readonly playerScript: string
}

/** From here on a Hindi page is worth the 50 ms that it takes to leave out what of its fonts nobody sees. */
const HEAVY_BYTES = 240_000

export type DeckOutput = {
  readonly html: string
  readonly slideCount: number
  /** Those shown, with the room that each has. */
  readonly diagrams: readonly ShownDiagram[]
}

/** Throws when the Markdown breaks the contract of ARCHITECTURE.md: then the template is at fault. */
export async function renderDeck(input: DeckInput): Promise<DeckOutput> {
  const deck = await drawSlides(input)
  const { title, lang, body, diagrams } = deck
  const style = minifyCss(`${pageCss(deck.theme.deck)}\n${deck.css}`) + deck.classCss
  const script = input.playerScript
  const words = JSON.stringify({ player: playerWords(lang), ...presenterWords(lang) })
  const fonts = { html: deck.text + words, css: style, script, ...deck.faces }
  const write = async (isLean: boolean): Promise<string> => {
    const faces = await webFontCss({ ...fonts, isLean })
    return writePage({ title, lang, css: faces + style, body, words, script })
  }
  const html = await write(false)
  return {
    html: Buffer.byteLength(html) > HEAVY_BYTES ? await write(true) : html,
    slideCount: deck.slides.length,
    diagrams,
  }
}
