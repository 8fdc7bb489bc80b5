/** A logo that nobody will see, told where it is written. */
import { fitLogo } from '../deck/logo-css.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic } from '../diagnostics/make-diagnostic.ts'
import { coverLogoBox } from '../theme/logo.ts'
import type { Theme } from '../theme/theme.ts'
import type { Topic } from '../topic/topic.ts'
import { type LogoInk, logoInk } from './logo-ink.ts'

/** The least type that is read from the last row is as high. */
const LEAST_PX = 24

const FAINT: Readonly<Record<LogoInk, string | undefined>> = {
  dark: undefined,
  light: 'the logo is pale on nothing: on white paper it is not seen, slides give it a dark plate',
  none: 'the logo shows nothing on white paper',
}

export function brandLogo(topic: Topic, { deck }: Theme): readonly Diagnostic[] {
  const file = topic.images.get(topic.brand.logo)
  if (file === undefined) return []
  const { widthPx, heightPx } = fitLogo(file, coverLogoBox(deck))
  const message =
    Math.min(widthPx, heightPx) < LEAST_PX
      ? `the logo of ${file.widthPx} × ${file.heightPx} px is ${widthPx} × ${heightPx} px on the title slide`
      : FAINT[logoInk(file)]
  if (message === undefined) return []
  const hint = 'give a logo made for white paper, less than ten times as wide as high'
  return [
    makeDiagnostic('logo-faint', topic.brand.logoAt ?? { file: topic.file }, { message, hint }),
  ]
}
