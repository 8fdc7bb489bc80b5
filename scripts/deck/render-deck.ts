/** Paginated deck Markdown to one HTML file that carries its fonts, pictures, notes and player. */

import { createHash } from 'node:crypto'
import type { Pictures } from '../chart/picture.ts'
import type { PageSource } from '../font/page-characters.ts'
import { type FontUse, webFontCss } from '../font/web-fonts.ts'
import type { Theme } from '../theme/theme.ts'
import { DeckMarkdownError } from './deck-markdown-error.ts'
import { openRuler } from './deck-ruler.ts'
import { findFetches } from './find-fetches.ts'
import { readFrontMatterKeys } from './front-matter-keys.ts'
import { escapeHtml } from './html-text.ts'
import { layoutSlide } from './layout-slide.ts'
import { engineFor } from './marp-engine.ts'
import type { LaidOutSlide } from './marp-rules.ts'
import { slideCss } from './marp-theme.ts'
import { pageCss } from './page-css.ts'
import { playerWords } from './player-words.ts'
import { presenterWords } from './presenter-words.ts'
import { readDeck } from './read-deck.ts'
import { plainText } from './rich-text.ts'
import type { DeckDocument } from './slide.ts'
import { themeAtSize } from './slide-size.ts'

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
  const body = engine.render(input.markdown, { theme, pictures, slides, lang: deck.lang, hasNotes })
  const style = `${pageCss(theme.deck)}
${slideCss(theme)}`
  const script = input.playerScript
  const words = JSON.stringify({ player: playerWords(deck.lang), ...presenterWords(deck.lang) })
  const source = { html: body + words, css: style, script }
  const fonts = await webFontCss({ ...source, ...facesOf(body, deck) })
  const title = plainText(keys.get('title') ?? '')
  const css = `${fonts}
${style}`
  const html = writePage({ title, lang: deck.lang, css, body, words, script })
  refuseFetches(html)
  return { html, slideCount: slides.length, diagrams: diagramsIn(slides, pictures) }
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

/** Lecture rooms have no network; only a template's own Markdown or style sheet can bring this about. */
function refuseFetches(html: string): void {
  const [first] = findFetches(html)
  if (first !== undefined)
    throw new DeckMarkdownError(`deck.html would need a network: ${first.slice(0, 120)}`)
}

function facesOf(body: string, deck: DeckDocument): Omit<FontUse, keyof PageSource> {
  return {
    lang: deck.lang,
    hasItalic: /<(?:em|i)>/.test(body),
    hasSerifText: deck.slides.some((slide) => slide.blocks.some((block) => block.kind === 'quote')),
  }
}

type Page = {
  readonly title: string
  readonly lang: string
  readonly css: string
  readonly body: string
  /** Of the presenter window, as JSON. */
  readonly words: string
  readonly script: string
}

function writePage({ title, lang, css, body, words, script }: Page): string {
  // Neither may end its own element; in CSS and in JavaScript strings the backslash changes nothing.
  const style = css.replace(/<\/(?=style)/gi, '<\\/')
  // By which the windows of this deck know each other.
  const identity = createHash('sha256').update(title).update(body).digest('hex').slice(0, 32)
  const code = script.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--')
  const hash = createHash('sha256').update(code).digest('base64')
  const policy = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lectern">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main data-deck="${identity}" data-words='${words.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('<', '&lt;')}'>${body}</main>
<script>${code}</script>
</body>
</html>
`
}
