/** A formula that stands in a line of text: its parts as drawings, tagged as one formula on every line. */
import type { FormulaBox } from '../math/formula-box.ts'
import { formulaText } from '../math/formula-text.ts'
import { layoutFormula } from '../math/layout-formula.ts'
import type { InlineDrawing } from '../typeset/inline-drawing.ts'
import { hasDevanagari } from '../typeset/split-runs.ts'
import { type Element, makeElement, type Tag } from '../typeset/structure.ts'
import { drawFormula } from './draw-formula.ts'

/** Computer Modern looks smaller than Noto at one size: so its small letters are nearly as high. */
export const FORMULA_SCALE = 1.18

/** Room of a line of its own size: what reaches further makes the line higher, or has to be set smaller. */
export const LINE_ROOM = { height: 0.98, depth: 0.42 }

export type FormulaColors = { readonly ink: string; readonly accent: string }

export function makeDrawings(
  tex: string,
  colors: FormulaColors,
  /** Where lines cannot grow, as in a table, a high formula is set smaller. */
  canGrow: boolean,
): readonly InlineDrawing[] {
  const box = layoutFormula(tex, false)
  const scale = FORMULA_SCALE * (canGrow ? 1 : shrinkOf(box))
  const tagOf = tagger(formulaText(tex, false))
  return box.parts.map(({ width, height, depth, marks }) => ({
    width: width * scale,
    height: height * scale,
    depth: depth * scale,
    draw: ({ x, y, sizePt, tag }) =>
      drawFormula(marks, { x, y, emPt: sizePt * scale, ...colors, tag: tagOf(tag) }),
  }))
}

function shrinkOf({ height, depth }: FormulaBox): number {
  const excess = [height / LINE_ROOM.height, depth / LINE_ROOM.depth]
  return 1 / Math.max(1, ...excess.map((share) => share * FORMULA_SCALE))
}

/** Devanagari in it, as the name of a quantity, is read as Hindi. */
export function formulaElement(parent: Element, alt: string, text: string): Element {
  const lang = hasDevanagari(text) ? 'hi' : ''
  return makeElement('Formula', parent, { alt, actualText: text, lang })
}

/** The parts of one formula in one text are one element. */
function tagger(text: string): (tag: Tag) => Tag {
  const elements = new WeakMap<Element, Element>()
  return (tag) => {
    if (tag.kind === 'artifact') return tag
    const known = elements.get(tag) ?? formulaElement(tag, text, text)
    elements.set(tag, known)
    return known
  }
}
