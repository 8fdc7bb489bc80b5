/** A formula on lines of its own as a picture that PowerPoint draws sharp at any size, told by its words. */
import { FORMULA_SCALE } from '../../deck/measure-lines.ts'
import type { FlowBlock, FlowParagraph } from '../../marp/flow.ts'
import { readFormula } from '../../marp/flow-text.ts'
import { formulaFault } from '../../marp/formula-fault.ts'
import { type FormulaMark, moveMark } from '../../math/formula-box.ts'
import { joinParts, layoutFormula } from '../../math/layout-formula.ts'
import type { Shape } from '../presentation.ts'
import { boundsOf, inkOf } from '../raster/formula-ink.ts'
import { formulaPng, formulaSvg } from '../raster/formula-picture.ts'
import { layText, type Room } from './lay-text.ts'
import type { Laid, MarpCanvas } from './marp-canvas.ts'

/** Between a formula and its number, in em. */
const TAG_GAP = 2

export function layFormula(
  { tex }: Extract<FlowBlock, { kind: 'formula' }>,
  canvas: MarpCanvas,
  room: Room,
): Laid {
  const alt = readFormula(tex, true)
  if (formulaFault(tex, true) !== undefined) {
    const runs = [{ text: alt }]
    const paragraph: FlowParagraph = { runs, role: 'text', level: 0, quotes: 0, align: 'center' }
    return layText([paragraph], canvas, room)
  }
  const inks = inkOf(marksOf(tex.trim()))
  const { left, right, top, bottom } = boundsOf(inks)
  const wanted = canvas.tokens.sizes.text.sizePx * FORMULA_SCALE * room.scale
  const emPx = Math.min(wanted, room.widthPx / Math.max(0.1, right - left))
  const { color, colors, isDark } = canvas
  const ink = color?.startsWith('#') === true ? color : isDark ? colors.paper : colors.ink
  const frame = {
    widthPx: Math.max(1, Math.ceil((right - left) * emPx)),
    heightPx: Math.max(1, Math.ceil((bottom - top) * emPx)),
    x: -left * emPx,
    y: -top * emPx,
    emPx,
    ink,
    accent: ink,
  }
  return {
    heightPx: frame.heightPx,
    draw: ({ x, y, width }): readonly Shape[] => [
      {
        kind: 'picture',
        name: 'Formula',
        box: {
          x: x + (width - frame.widthPx) / 2,
          y,
          width: frame.widthPx,
          height: frame.heightPx,
        },
        alt,
        file: { mime: 'image/png', bytes: formulaPng(inks, frame) },
        svg: formulaSvg(inks, frame),
      },
    ],
  }
}

/** With its number behind it. */
function marksOf(tex: string): readonly FormulaMark[] {
  const { tag, ...formula } = layoutFormula(tex, true)
  const tagX = formula.width + TAG_GAP
  return [...joinParts(formula), ...(tag?.marks ?? []).map((mark) => moveMark(mark, tagX, 0))]
}
