/** What a profile's ink and watermark make of the marks of a page. */
import { contrast, LEAST_CONTRAST } from '../color/contrast.ts'
import { legibleOn } from '../color/legible.ts'
import type { PrintProfile } from '../theme/print-profile.ts'
import type { ThemeColors } from '../theme/theme.ts'
import { colorText } from '../typeset/change-marks.ts'
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
  const { ink, colors } = look
  const inked = ink === 'grey' ? greyMarks(marks, colors.tint) : legibleMarks(marks, colors)
  return look.watermark === '' ? inked : addWatermark(inked, look, box)
}

/** The colours of an institute may be too light for letters: a yellow heading on white. */
function legibleMarks(marks: readonly Mark[], colors: ThemeColors): readonly Mark[] {
  const isLegible = (color: string): boolean => contrast(color, colors.paper) >= LEAST_CONTRAST
  if (isLegible(colors.primary) && isLegible(colors.accent)) return marks
  return marks.map((mark) =>
    mark.kind === 'text' ? colorText(mark, (color) => legibleOn(color, [colors.paper])) : mark,
  )
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
      mark.kind === 'text' ? colorText(mark, (color) => legibleOn(color, [WATERMARK_COLOR])) : mark,
    ),
  ]
}
