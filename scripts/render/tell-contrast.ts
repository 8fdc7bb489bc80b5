/** Colours in which nobody could read, told where they were written; the pages are drawn in others that can be read. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic, type Where } from '../diagnostics/make-diagnostic.ts'
import type { ColorName, FaintColor } from '../theme/palette.ts'
import { applyBrand, type Theme } from '../theme/theme.ts'
import type { Topic } from '../topic/topic.ts'

/** Of a topic's brand on the paper of its template set. */
export function brandContrast(topic: Topic, theme: Theme): readonly Diagnostic[] {
  const { colorsAt } = topic.brand
  return applyBrand(theme, { ...topic.brand, logo: undefined }).faint.map((faint) => {
    const where = faint.name === 'accent' ? colorsAt?.accent : colorsAt?.primary
    return lowContrast(faint, where ?? { file: topic.file })
  })
}

const GROUNDS: Partial<Readonly<Record<ColorName, string>>> = {
  paper: 'the ground',
  tint: 'the tinted boxes',
  primaryGround: 'full-colour slides',
}

export function lowContrast(faint: FaintColor, where: Where): Diagnostic {
  const ground = `${GROUNDS[faint.ground] ?? faint.ground} (${faint.groundColor})`
  // Rounded down: 4.496 must not be told as the 4.5 that it lacks.
  const ratio = (Math.floor(faint.ratio * 100) / 100).toFixed(2)
  return makeDiagnostic('low-contrast', where, {
    message: `\`${faint.name}\` ${faint.color} has a contrast of ${ratio}:1 on ${ground}; text needs 4.5:1`,
    hint: `text is drawn in ${faint.drawn}, the nearest colour that can be read; write that, or choose another`,
  })
}
