/** What a profile's ink and watermark make of the marks of a page. */
import type { PrintProfile } from '../theme/print-profile.ts'
import type { ThemeColors } from '../theme/theme.ts'
import { colorText } from '../typeset/change-marks.ts'
import { legibleOn } from '../typeset/grey.ts'
import { greyMarks } from '../typeset/grey-marks.ts'
import type { Mark } from '../typeset/mark.ts'
import type { PageBox } from './page-part.ts'
import { drawWatermark, WATERMARK_COLOR } from './watermark.ts'

export type PrintLook = {
  readonly ink: PrintProfile['ink']
  readonly watermark: string
  readonly colors: ThemeColors
}

export function printPage(marks: readonly Mark[], look: PrintLook, box: PageBox): readonly Mark[] {
  const inked = look.ink === 'grey' ? greyMarks(marks, look.colors.tint) : marks
  return look.watermark === '' ? inked : addWatermark(inked, look, box)
}

/** Above the grounds of boxes and below everything else, whose text is dark enough to stand on it. */
function addWatermark(
  marks: readonly Mark[],
  { watermark, colors }: PrintLook,
  box: PageBox,
): readonly Mark[] {
  const isGround = (mark: Mark): boolean => mark.kind === 'rect' && mark.fill === colors.tint
  const onTop = marks.filter((mark) => !isGround(mark))
  return [
    ...marks.filter(isGround),
    ...drawWatermark(watermark, box),
    ...onTop.map((mark) =>
      mark.kind === 'text' ? colorText(mark, (color) => legibleOn(color, WATERMARK_COLOR)) : mark,
    ),
  ]
}
