/** Ruled lines to write on, in what a page has left between its text and its foot. */
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import { LAYOUT, makeElement } from '../typeset/structure.ts'
import type { Rich } from './brief-block.ts'
import { type PageBox, ruleAcross } from './page-part.ts'
import { type Setting, scriptLeading } from './setting.ts'
import { drawText, setText } from './text-block.ts'

/** Of ruled exercise books. */
const STEP_MM = 8
/** Fewer are no room for an answer. */
const LEAST_LINES = 4
const GAP_ABOVE_MM = 5
const LINE_WIDTH = 0.5
const LABEL_SIZE = 9
const LABEL_LEADING = 12

/** @param room from the end of the text to where the last line may stand */
export function layLines(
  label: Rich,
  room: { readonly from: number; readonly to: number },
  { setting, box }: { readonly setting: Setting; readonly box: PageBox },
): readonly Mark[] {
  const step = pointsOf(STEP_MM)
  const leadingPt = LABEL_LEADING * scriptLeading(setting)
  const top = room.from + pointsOf(GAP_ABOVE_MM)
  const count = Math.floor((room.to - top - leadingPt) / step - 0.5)
  if (label.length === 0 || count < LEAST_LINES) return []
  const text = setText(setting.items(label, 'caption'), {
    widthPt: box.innerWidthPt,
    sizePt: LABEL_SIZE,
    style: 'ragged',
  })
  // From the foot upward, the last clear of the rule above the small print.
  const lines = Array.from({ length: count }, (_, index) =>
    ruleAcross(box, room.to - (index + 0.5) * step, {
      widthPt: LINE_WIDTH,
      stroke: setting.colors.rule,
      tag: LAYOUT,
    }),
  )
  const tag = makeElement('P', undefined)
  return [...drawText(text, { x: box.left, y: top, leadingPt, tag }), ...lines]
}
