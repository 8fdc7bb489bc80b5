/** Colours in which nobody could read, told where they were written; the pages are drawn in others that can be read. */

import { lookAlike } from '../color/oklch.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic, type Where } from '../diagnostics/make-diagnostic.ts'
import type { ColorName, FaintColor } from '../theme/palette.ts'
import { applyBrand, type Theme, type ThemeColors } from '../theme/theme.ts'
import type { Topic } from '../topic/topic.ts'

/** Of a topic's brand on the paper of its template set. */
export function brandContrast(topic: Topic, theme: Theme): readonly Diagnostic[] {
  const { colorsAt } = topic.brand
  const branded = applyBrand(theme, { ...topic.brand, logo: undefined })
  const faint = branded.faint.map((one) => {
    const where = one.name === 'accent' ? colorsAt?.accent : colorsAt?.primary
    return lowContrast(one, where ?? { file: topic.file })
  })
  return [...faint, ...similarColors(topic, branded.theme.colors)]
}

function similarColors({ brand, file }: Topic, colors: ThemeColors): readonly Diagnostic[] {
  const { primary, accent } = colors
  if ((!brand.primary && !brand.accent) || !lookAlike(primary, accent)) return []
  const where = brand.colorsAt?.accent ?? brand.colorsAt?.primary ?? { file }
  return [
    makeDiagnostic('similar-colors', where, {
      message: `\`primary\` ${primary} and \`accent\` ${accent} look alike: bullets, numbers, bands and what charts stress will not stand out`,
      hint: 'choose an `accent` of another hue or lightness; charts draw what they do not stress in a pale `primary`',
    }),
  ]
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
