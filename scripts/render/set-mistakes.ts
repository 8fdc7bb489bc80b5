/** What in the theme.yaml and words.yaml of a template set has no meaning, at its place. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic, suggest, type Where } from '../diagnostics/make-diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { wrongWords } from '../template/template-set.ts'
import type { TokenProblem } from '../theme/overlay-tokens.ts'
import type { ThemeYaml } from '../theme/parse-theme-yaml.ts'
import { FONTS } from './content-problem.ts'

type SetFile = { readonly file: string; readonly yaml: ThemeYaml }

export function setMistakes(
  theme: SetFile & { readonly problems: readonly TokenProblem[] },
  words: SetFile,
): readonly Diagnostic[] {
  return [
    ...mistakesIn(theme),
    ...mistakesIn(words),
    ...wordMistakes(words),
    ...theme.problems.map((problem) => tokenDiagnostic(problem, theme)),
  ]
}

function mistakesIn({ file, yaml }: SetFile): readonly Diagnostic[] {
  return yaml.mistakes.map(({ message, place }) =>
    makeDiagnostic('theme-token', { file, place }, { message }),
  )
}

/** Words are text, in the languages of Lectern; anything else would be printed as `[object Object]` or never. */
function wordMistakes(words: SetFile): readonly Diagnostic[] {
  return wrongWords(words.yaml.data).map(({ path, message, known }) =>
    makeDiagnostic('theme-token', whereOf(path, words), {
      message,
      ...suggest(nearest(path.at(-1) ?? '', known), known),
    }),
  )
}

function tokenDiagnostic(problem: TokenProblem, theme: SetFile): Diagnostic {
  const { path, expected, candidates, written } = problem
  const where = whereOf(path, theme)
  if (candidates.length > 0 && FONT_KEY.test(path.at(-1) ?? '')) return ownFonts(where, path)
  return makeDiagnostic('theme-token', where, {
    message: `\`${path.join('.') || 'theme.yaml'}\` is not ${expected}`,
    ...suggest(nearest(written ?? path.at(-1) ?? '', candidates), candidates),
  })
}

function whereOf(path: readonly string[], { file, yaml }: SetFile): Where {
  const place = yaml.placeOf(path)
  return { file, ...(place === undefined ? {} : { place }) }
}

/** What a person writes who wants fonts of their own; a WOFF2 or variable file could not be set anyway. */
const FONT_KEY = /^(?:\w+-)?fonts?(?:[-_]?(?:famil(?:y|ies)|faces?|files?))?$/i

function ownFonts(where: Where, path: readonly string[]): Diagnostic {
  return makeDiagnostic('theme-token', where, {
    message: `\`${path.join('.')}\`: a theme cannot bring fonts of its own in this version`,
    hint: `delete it; every page is set in ${FONTS}`,
  })
}
