/** `handout-key.pdf`: the terms of the gaps by slide, and the answers, on as few sheets as possible. */
import { minifyCss } from '../../deck/minify-css.ts'
import { webFontCss } from '../../font/web-fonts.ts'
import type { Theme } from '../../theme/theme.ts'
import { handoutCss } from '../handout/handout-css.ts'
import { sheetsBody, writeHandout } from '../handout/handout-page.ts'
import type { Handout } from '../handout/print-handout.ts'
import { printSheets, VIEWPORT } from '../handout/print-sheets.ts'
import { listOf, readHandoutMarkdown } from '../handout/read-handout-markdown.ts'
import { type SheetGrid, type SheetMargins, sheetGrid } from '../handout/sheet-grid.ts'
import type { PrintedInfo } from '../pdf/file-facts.ts'
import type { Printer } from '../printer.ts'
import { type KeyContent, readKeyWords } from './key-content.ts'
import { keyCss } from './key-css.ts'
import { type KeySection, keySections } from './key-sections.ts'
import { layKey, sectionTitle, titleHtml } from './lay-key.ts'

export type KeyInput = {
  readonly content: KeyContent
  /** Rendered `handout.md.hbs`. */
  readonly markdown: string
  readonly lang: 'en' | 'hi'
  /** In the colours that are printed. */
  readonly theme: Theme
  readonly info: PrintedInfo
  readonly margins: SheetMargins
  /** Evaluated in the page before it is printed: takes its colours away; undefined: they stay. */
  readonly inkCall: string | undefined
}

/** Throws PrintError. */
export async function printKey(input: KeyInput, printer: Printer): Promise<Handout> {
  const { lang, theme, markdown } = input
  const words = readHandoutMarkdown(markdown)
  const keyWords = readKeyWords(listOf(markdown, 'key'))
  const sections = keySections(input.content, keyWords, words.topic)
  const grid: SheetGrid = { ...sheetGrid('6', 1, input.margins), cells: [] }
  const pieces = piecesOf(keyWords.title, sections)
  const plain = minifyCss(handoutCss([grid], theme) + keyCss(theme, grid.body.width))
  const html = pieces.map((piece) => piece.html).join('')
  const source = { html: html + Object.values(words).join(' '), css: plain, script: '' }
  const fonts = await webFontCss({ ...source, lang, hasItalic: false, hasSerifText: false })
  const title = `${keyWords.title}: ${words.topic}`
  const documentOf = (sheets: readonly string[], css: string): string =>
    writeHandout({ title, lang, css: fonts + plain + css, body: sheetsBody(sheets, words) })
  const heights = await measure(documentOf([pieces.map(measured).join('')], ''), printer)
  const laid = layKey({ title: keyWords.title, sections, heights, room: grid.body })
  const page = documentOf(laid.sheets, laid.css)
  const pdf = await printSheets(
    {
      html: page,
      body: laid.sheets.join('\n'),
      inkCall: input.inkCall,
      info: { ...input.info, title },
      outline: [],
    },
    printer,
  )
  return { pdf, pages: laid.sheets.length }
}

const MM_PER_PX = 25.4 / 96

type Piece = { readonly html: string; readonly columns: number }

/** The title of the page, then of each section its title and its pieces. */
function piecesOf(title: string, sections: readonly KeySection[]): readonly Piece[] {
  return [
    { html: titleHtml(title), columns: 1 },
    ...sections.flatMap(({ title: name, columns, pieces }) => [
      { html: sectionTitle(name), columns: 1 },
      ...pieces.map((html) => ({ html, columns })),
    ]),
  ]
}

function measured({ html, columns }: Piece): string {
  return `<div class="key of${columns}"><div class="piece">${html}</div></div>`
}

const INSPECTION =
  "[...document.querySelectorAll('.piece')].map((piece) => piece.getBoundingClientRect().height)"

/** Of the pieces, in mm. */
async function measure(html: string, printer: Printer): Promise<readonly number[]> {
  const task = { html, media: 'print', viewport: VIEWPORT, inspect: INSPECTION } as const
  const { inspected } = await printer.run(task)
  if (!Array.isArray(inspected)) throw new Error('the printer gave no heights for the key')
  return inspected.map((height) => Number(height) * MM_PER_PX)
}
