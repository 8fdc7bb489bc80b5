/** A handout: slides of a deck on sheets of A4, as PDF. The slides are the deck's own elements, so they stay vectors. */
import type { DrawnSlides } from '../../deck/draw-slides.ts'
import { minifyCss } from '../../deck/minify-css.ts'
import { webFontCss } from '../../font/web-fonts.ts'
import type { Theme } from '../../theme/theme.ts'
import type { PrintedInfo } from '../pdf/file-facts.ts'
import type { Bookmark } from '../pdf/outline.ts'
import type { Printer } from '../printer.ts'
import { readSlides } from '../read-slides.ts'
import { slideBookmarks } from '../slide-bookmarks.ts'
import { handoutCss } from './handout-css.ts'
import { sheetsBody, writeHandout } from './handout-page.ts'
import { layNotes } from './lay-notes.ts'
import { printSheets } from './print-sheets.ts'
import { type HandoutWords, readHandoutMarkdown } from './read-handout-markdown.ts'
import { type SheetGrid, type SheetLayout, type SheetMargins, sheetGrid } from './sheet-grid.ts'
import { slideElements } from './slide-elements.ts'
import { slideSheets } from './slide-sheets.ts'

export type HandoutInput = {
  /** The slides, in the colours that are printed. */
  readonly deck: DrawnSlides
  /** Of the paper around the slides; its preset is the least size of the notes. */
  readonly theme: Theme
  readonly layout: SheetLayout
  /** Rendered `handout.md.hbs`. */
  readonly markdown: string
  readonly margins: SheetMargins
  readonly info: PrintedInfo
  /** The margins of every second page change sides: both sides of the paper are printed. */
  readonly isMirrored: boolean
  /** Evaluated in the page before it is printed: takes its grounds and colours away; undefined: they stay. */
  readonly inkCall: string | undefined
}

export type Handout = { readonly pdf: Uint8Array; readonly pages: number }

/** What every page needs, whatever stands on it. */
export type HandoutStyle = {
  readonly theme: Theme
  readonly grids: Grids
  readonly words: HandoutWords
  readonly printer: Printer
}

export type Grids = readonly [SheetGrid, ...SheetGrid[]]

/** The sheets without their headers, and the whole style sheet. */
export type LaidSheets = {
  readonly sheets: readonly string[]
  /** Of each slide, counted from 0. */
  readonly sheetOf: readonly number[]
  readonly css: string
}

/** Throws PrintError. */
export async function printHandout(input: HandoutInput, printer: Printer): Promise<Handout> {
  const { deck } = input
  const words = readHandoutMarkdown(input.markdown)
  const style = { theme: input.theme, grids: gridsOf(input), words, printer }
  const { sheets, sheetOf, css } =
    input.layout === 'notes' ? await layNotes(deck, style) : await laySlides(deck, style)
  const body = sheetsBody(sheets, words)
  const html = writeHandout({ title: deck.title, lang: deck.lang, css, body })
  const outline = slideBookmarks(readSlides(deck.body)).map((mark) => onSheet(mark, sheetOf))
  const { inkCall, info } = input
  const pdf = await printSheets({ html, body, inkCall, info, outline }, printer)
  return { pdf, pages: sheets.length }
}

/** Bookmarks of slides lead to the sheets that they stand on. */
function onSheet(mark: Bookmark, sheetOf: readonly number[]): Bookmark {
  const kids = mark.kids.map((kid) => onSheet(kid, sheetOf))
  return { ...mark, page: sheetOf[mark.page] ?? 0, kids }
}

/** Of odd pages and, where they differ, of even ones. */
function gridsOf({ deck, layout, margins, isMirrored }: HandoutInput): Grids {
  const ratio = deck.theme.deck.widthPx / deck.theme.deck.heightPx
  const odd = sheetGrid(layout, ratio, margins)
  const { leftMm, rightMm } = margins
  if (!isMirrored || leftMm === rightMm) return [odd]
  return [odd, sheetGrid(layout, ratio, { leftMm: rightMm, rightMm: leftMm })]
}

async function laySlides(
  deck: DrawnSlides,
  { theme, grids, words }: HandoutStyle,
): Promise<LaidSheets> {
  const rules = minifyCss(`${deck.css}\n${handoutCss(grids, theme)}`) + deck.classCss
  const html = deck.text + Object.values(words).join(' ')
  const fonts = await webFontCss({ html, css: rules, script: '', ...deck.faces })
  const [grid] = grids
  const slides = slideElements(deck.body)
  const sheetOf = slides.map((_, index) => Math.floor(index / grid.cells.length))
  return { sheets: slideSheets(slides, grid), sheetOf, css: fonts + rules }
}
