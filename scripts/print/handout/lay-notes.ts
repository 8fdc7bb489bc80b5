/** One slide with its notes on each sheet: measured in the browser first, because notes may be long. */
import { mathCss } from '../../deck/code-css.ts'
import type { DrawnSlides } from '../../deck/draw-slides.ts'
import { minifyCss } from '../../deck/minify-css.ts'
import { webFontCss } from '../../font/web-fonts.ts'
import { handoutCss } from './handout-css.ts'
import { writeHandout } from './handout-page.ts'
import { type MeasuredNotes, measureCss, measureNotes, type NotesRoom } from './measure-notes.ts'
import { notesCss, notesPlacesCss } from './notes-css.ts'
import { notesSheets } from './notes-sheets.ts'
import type { HandoutStyle, LaidSheets } from './print-handout.ts'
import { withoutMarks } from './read-handout-markdown.ts'
import { notesRoom, type SheetGrid } from './sheet-grid.ts'
import { slideElements } from './slide-elements.ts'
import { type SpokenNotes, spokenNotes } from './spoken-notes.ts'

export async function layNotes(deck: DrawnSlides, style: HandoutStyle): Promise<LaidSheets> {
  const [grid] = style.grids
  const spoken = spokenNotes(deck.slides)
  const css = await cssOf(deck, spoken, style)
  const measured = await measureAll(spoken.notes, { deck, style, css })
  const svgs = slideElements(deck.body)
  const slides = deck.slides.map(({ heading }, index) => ({
    svg: svgs[index] ?? '',
    title: heading === undefined ? '' : withoutMarks(heading.text),
    notes: spoken.notes[index] ?? '',
    measured: measured[index] ?? SILENT,
  }))
  const perSlide = notesSheets(slides, { grid, continued: style.words.continued })
  let count = 0
  const sheetOf = perSlide.map(({ length }) => {
    count += length
    return count - length
  })
  return { sheets: perSlide.flat(), sheetOf, css }
}

const SILENT: MeasuredNotes = { cuts: [], usedMm: 0 }

type Measuring = {
  readonly deck: DrawnSlides
  readonly style: HandoutStyle
  readonly css: string
}

async function measureAll(
  notes: readonly string[],
  { deck, style, css }: Measuring,
): Promise<readonly MeasuredNotes[]> {
  const said = notes.filter((html) => html !== '')
  if (said.length === 0) return notes.map(() => SILENT)
  const room = roomOf(style.grids[0])
  const rules = minifyCss(measureCss(room))
  const documentOf = (body: string): string =>
    writeHandout({ title: deck.title, lang: deck.lang, css: css + rules, body })
  const found = [...(await measureNotes(said, room, { documentOf, printer: style.printer }))]
  return notes.map((html) => (html === '' ? SILENT : (found.shift() ?? SILENT)))
}

/** Kept free at the foot of a page: paper rounds otherwise than screens do. */
const RESERVE_MM = 1.5

function roomOf({ body, cells }: SheetGrid): NotesRoom {
  const [cell] = cells
  if (cell === undefined) throw new Error('a sheet with notes has no slide')
  const { width, height } = notesRoom(cell)
  return { widthMm: width, firstMm: height - RESERVE_MM, furtherMm: body.height - RESERVE_MM }
}

async function cssOf(
  deck: DrawnSlides,
  spoken: SpokenNotes,
  { theme, grids, words }: HandoutStyle,
): Promise<string> {
  const math = spoken.hasFormulas ? mathCss(spoken.notes.join('')) : ''
  const notes = notesCss(theme, deck.lang) + notesPlacesCss(grids)
  const sheets = handoutCss(grids, theme)
  const rules = minifyCss(`${math}${deck.css}\n${sheets}${notes}`) + deck.classCss + spoken.classCss
  const fonts = await webFontCss({
    html: deck.text + spoken.text + Object.values(words).join(' '),
    css: rules,
    script: '',
    ...deck.faces,
    hasSerifText: true,
    hasSerifItalic: spoken.hasItalic,
    faceTexts: [...(deck.faces.faceTexts ?? []), ...spoken.faceTexts],
  })
  return fonts + rules
}
