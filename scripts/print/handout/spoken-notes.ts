/** The notes of a deck as they are printed, with the rules and the fonts that they need. */
import { openFormulaWriter } from '../../deck/formula-html.ts'
import { writePaperNotes } from '../../deck/notes-html.ts'
import type { Slide } from '../../deck/slide.ts'
import { styleClasses } from '../../deck/style-classes.ts'
import { nearestFace } from '../../font/faces.ts'
import type { FaceText } from '../../font/web-fonts.ts'
import { fitTables } from './fit-tables.ts'

export type SpokenNotes = {
  /** By slide; empty where nothing is said. */
  readonly notes: readonly string[]
  readonly classCss: string
  /** What the fonts of running text set. */
  readonly text: string
  readonly hasItalic: boolean
  readonly hasFormulas: boolean
  readonly faceTexts: readonly FaceText[]
}

/** Stands in no text: markdown-it makes U+FFFD of it. */
const SEPARATOR = '\0'

export function spokenNotes(slides: readonly Slide[]): SpokenNotes {
  const formulas = openFormulaWriter()
  const drafts = slides.map(({ notes }) => joinEnds(fitTables(writePaperNotes(notes, formulas))))
  const draft = drafts.join(SEPARATOR)
  const { html, css } = styleClasses(formulas.complete(draft), 'n')
  return {
    notes: html.split(SEPARATOR),
    classCss: css,
    text: draft + formulas.foreignText(),
    hasItalic: /<em>/.test(draft),
    hasFormulas: formulas.count > 0,
    faceTexts: [...formulas.faceTexts(), ...codeFaces(draft), ...boldItalic(draft)],
  }
}

const END_RE = /([^\s<>&]{1,16} [^\s<>&]{1,10})(?=<\/(?:p|li)>)/g

/** The last word of a paragraph does not stand alone on its line. */
function joinEnds(html: string): string {
  return html.replace(END_RE, '<span class="end">$1</span>')
}

/** Both at once is rare, so no page carries that face unasked. */
function boldItalic(html: string): readonly FaceText[] {
  const said = [...html.matchAll(/<(?:strong><em|em><strong)>([^<]*)/g)].map(([, text]) => text)
  if (said.length === 0) return []
  const face = nearestFace('Noto Serif', { stack: 'serif', weight: 700, isItalic: true })
  return [{ face, text: said.join('') }]
}

function codeFaces(html: string): readonly FaceText[] {
  const code = [...html.matchAll(/<code[^>]*>([^<]*)/g)].map(([, text]) => text).join('')
  if (code === '') return []
  const face = nearestFace('Noto Sans Mono', { stack: 'mono', weight: 400, isItalic: false })
  return [{ face, text: `${code}&<>"` }]
}
