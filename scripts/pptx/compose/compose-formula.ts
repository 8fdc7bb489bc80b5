/** A formula on lines of its own as a picture, as large as the HTML slide has it, its number at the right edge. */
import { FORMULA_SCALE } from '../../deck/measure-lines.ts'
import type { Block } from '../../deck/slide.ts'
import { type FormulaMark, moveMark } from '../../math/formula-box.ts'
import { formulaText } from '../../math/formula-text.ts'
import { joinParts, layoutFormula } from '../../math/layout-formula.ts'
import type { Place } from '../canvas.ts'
import type { Box, Shape } from '../presentation.ts'
import { boundsOf, inkOf } from '../raster/formula-ink.ts'
import { formulaPng, formulaSvg } from '../raster/formula-picture.ts'

export function composeFormula(block: Block, place: Place): readonly Shape[] {
  if (block.kind !== 'formula') return []
  const { canvas, layout, box, role } = place
  const sizePx = Number.parseFloat(layout.variables?.['--formula'] ?? '')
  const emPx = (sizePx || canvas.ruler.tokens.sizes.formula.sizePx) * FORMULA_SCALE
  const { marks, x, baseline } = placeMarks(block.tex, { emPx, widthPx: box.width })
  const inks = inkOf(marks)
  const bounds = boundsOf(inks)
  const { ink, accent } = canvas.theme.colors
  // Whole px around all ink, so that pixels and outlines stand in the same place.
  const [left, top] = [Math.floor(x + bounds.left * emPx), Math.floor(bounds.top * emPx)]
  const frame = {
    widthPx: Math.max(1, Math.ceil(x + bounds.right * emPx) - left),
    heightPx: Math.max(1, Math.ceil(bounds.bottom * emPx) - top),
    x: x - left,
    y: -top,
    emPx,
    ink,
    accent,
  }
  const at: Box = {
    x: box.x + left,
    y: box.y + baseline + top,
    width: frame.widthPx,
    height: frame.heightPx,
  }
  return [
    {
      kind: 'picture',
      name: 'Formula',
      ...(role !== undefined && { role }),
      box: at,
      alt: block.alt === '' ? formulaText(block.tex, true) : block.alt,
      file: { mime: 'image/png', bytes: formulaPng(inks, frame) },
      svg: formulaSvg(inks, frame),
    },
  ]
}

type Room = { readonly emPx: number; readonly widthPx: number }

type PlacedMarks = {
  /** In em, from the formula's own origin. */
  readonly marks: readonly FormulaMark[]
  /** Where that origin stands in the room, and its baseline below the top, in px. */
  readonly x: number
  readonly baseline: number
}

function placeMarks(tex: string, { emPx, widthPx }: Room): PlacedMarks {
  const { tag, ...formula } = layoutFormula(tex, true)
  const x = (widthPx - formula.width * emPx) / 2
  const tagX = tag === undefined ? 0 : (widthPx - x) / emPx - tag.width
  return {
    marks: [...joinParts(formula), ...(tag?.marks ?? []).map((mark) => moveMark(mark, tagX, 0))],
    x,
    baseline: Math.max(formula.height, tag?.height ?? 0) * emPx,
  }
}
