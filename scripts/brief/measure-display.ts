/** A formula on lines of its own, in the middle of its column. */
import { type FormulaBox, type FormulaPart, moveMark } from '../math/formula-box.ts'
import { formulaText } from '../math/formula-text.ts'
import { joinParts, layoutFormula } from '../math/layout-formula.ts'
import { makeElement } from '../typeset/structure.ts'
import { type Atom, BREAK, makeAtom } from './atom.ts'
import type { Content } from './brief-block.ts'
import { drawFormula } from './draw-formula.ts'
import { FORMULA_SCALE, formulaElement } from './formula-drawing.ts'
import type { Frame } from './frame.ts'

/** Above and below, in em of the text. */
const PADDING = 0.25

/** Set smaller than this share of its size, a formula goes on in a second line. */
const LEAST_SHARE = 0.8
/** Of further lines, in em of the formula. */
const INDENT = 2

type Line = Pick<FormulaPart, 'width' | 'height' | 'depth' | 'marks'>

export function measureDisplay(
  { tex, alt }: Extract<Content, { kind: 'formula' }>,
  frame: Frame,
): readonly Atom[] {
  const { setting, sizePt } = frame
  const roomPt = frame.widthPt - frame.indentPt
  const { lines, emPt } = fitLines(layoutFormula(tex, true), sizePt * FORMULA_SCALE, roomPt)
  const paddingPt = sizePt * PADDING
  const text = formulaText(tex, true)
  const parent = makeElement('Div', frame.parent)
  const tag = formulaElement(parent, alt === '' ? text : alt, text)
  const colors = { ink: setting.colors.ink, accent: setting.colors.accent }
  return lines.map((line, index) =>
    makeAtom({
      part: frame.part,
      box: frame.box,
      breakCost: BREAK.never,
      fixedPt: (line.height + line.depth) * emPt + 2 * paddingPt,
      draw: ({ x, y }) => {
        const baseline = y + paddingPt + line.height * emPt
        const shift =
          lines.length === 1 ? (roomPt - line.width * emPt) / 2 : index === 0 ? 0 : INDENT * emPt
        return drawFormula(line.marks, {
          x: x + frame.indentPt + shift,
          y: baseline,
          emPt,
          ...colors,
          tag,
        })
      },
    }),
  )
}

/** One line if it can be, smaller if it must; a much wider formula is divided at its relations and signs. */
function fitLines(
  box: FormulaBox,
  fullPt: number,
  roomPt: number,
): { readonly lines: readonly Line[]; readonly emPt: number } {
  const whole = numbered(box, roomPt / fullPt)
  const onePt = Math.min(fullPt, roomPt / whole.width)
  if (onePt >= fullPt * LEAST_SHARE || box.parts.length < 2) return { lines: [whole], emPt: onePt }
  const emPt = fullPt * LEAST_SHARE
  const lines = breakParts(box.parts, roomPt / emPt)
  const widest = Math.max(...lines.map((line, index) => line.width + (index === 0 ? 0 : INDENT)))
  return { lines, emPt: Math.min(emPt, roomPt / widest) }
}

function breakParts(parts: readonly FormulaPart[], roomEm: number): readonly Line[] {
  const lines: FormulaPart[][] = [[]]
  let used = 0
  for (const part of parts) {
    const isFull = used > 0 && used + part.width > roomEm
    if (isFull) lines.push([])
    used = isFull ? INDENT + part.width : used + part.width
    lines.at(-1)?.push(part)
  }
  return lines.map((line) => ({
    width: line.reduce((sum, { width }) => sum + width, 0),
    height: Math.max(...line.map(({ height }) => height)),
    depth: Math.max(...line.map(({ depth }) => depth)),
    marks: joinParts({ parts: line }),
  }))
}

/** With its number, if it has one, at the right edge, and as much room at the left. */
function numbered(box: FormulaBox, roomEm: number): Line {
  const marks = joinParts(box)
  if (box.tag === undefined) return { ...box, marks }
  const { tag } = box
  const width = Math.max(roomEm, box.width + 2 * (tag.width + 1))
  return {
    width,
    height: Math.max(box.height, tag.height),
    depth: Math.max(box.depth, tag.depth),
    marks: [
      ...marks.map((mark) => moveMark(mark, (width - box.width) / 2, 0)),
      ...tag.marks.map((mark) => moveMark(mark, width - tag.width, 0)),
    ],
  }
}
