/**
 * Formulas of a deck as KaTeX's HTML for the eye and MathML for screen readers. While Marp makes the slides a
 * formula is a word of its own: its letters are no text of the page's fonts, and are counted apart.
 */
import type { FontFace } from '../font/faces.ts'
import { faceKey } from '../font/faces.ts'
import type { FaceText } from '../font/web-fonts.ts'
import { katexOptions, openKatex, quietly } from '../math/katex.ts'
import { joinParts, layoutFormula } from '../math/layout-formula.ts'
import { DeckMarkdownError } from './deck-markdown-error.ts'

type Formula = { readonly tex: string; readonly isDisplay: boolean }

export type FormulaWriter = {
  /** What stands for the formula until `complete`. */
  write(formula: Formula): string
  /** The page with all formulas in it. */
  complete(html: string): string
  /** For each face of KaTeX the characters that the formulas need of it. */
  faceTexts(): readonly FaceText[]
  /** What the page's own fonts set of the formulas. */
  foreignText(): string
  readonly count: number
}

/** No text of content can be this tag: `<` arrives as `&lt;`. */
const PLACE_RE = /<lectern-formula (\d+)>/g

export function openFormulaWriter(): FormulaWriter {
  const formulas: Formula[] = []
  return {
    write: (formula) => `<lectern-formula ${formulas.push(formula) - 1}>`,
    complete: (html) =>
      html.replace(PLACE_RE, (_, index: string) => {
        const formula = formulas[Number(index)]
        return formula === undefined ? '' : formulaHtml(formula)
      }),
    faceTexts: () => faceTextsOf(formulas),
    foreignText: () =>
      marksOf(formulas)
        .map((mark) => (mark.kind === 'text' ? mark.text : ''))
        .join(''),
    get count() {
      return formulas.length
    },
  }
}

/** Any colour of the author's is the theme's one, which reads on its paper. */
const COLOR_RE = /(style="[^"]*?(?<!-)color:)(?!transparent)[^;"]*/g

function formulaHtml({ tex, isDisplay }: Formula): string {
  try {
    const html = quietly(() =>
      openKatex().renderToString(tex, { ...katexOptions(isDisplay), output: 'htmlAndMathml' }),
    )
    return html.replace(COLOR_RE, '$1var(--accent)')
  } catch (error) {
    // The reader has checked what authors write; a template's own formula is its author's to mend.
    if (!(error instanceof Error) || error.name !== 'ParseError') throw error
    throw new DeckMarkdownError(`the formula ${tex} cannot be read: ${error.message}`)
  }
}

function marksOf(formulas: readonly Formula[]) {
  return formulas.flatMap(({ tex, isDisplay }) => {
    const box = layoutFormula(tex, isDisplay)
    return [...joinParts(box), ...(box.tag?.marks ?? [])]
  })
}

function faceTextsOf(formulas: readonly Formula[]): readonly FaceText[] {
  const faces = new Map<string, { readonly face: FontFace; text: string }>()
  for (const mark of marksOf(formulas)) {
    if (mark.kind !== 'glyphs') continue
    const entry = faces.get(faceKey(mark.face)) ?? { face: mark.face, text: '' }
    entry.text += mark.text
    faces.set(faceKey(mark.face), entry)
  }
  return [...faces.values()]
}
