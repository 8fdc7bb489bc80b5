/** What in the theme.yaml and words.yaml of a template set has no meaning, at its place. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic, suggest, type Where } from '../diagnostics/make-diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { wrongWords } from '../template/words.ts'
import type { TokenProblem } from '../theme/overlay-tokens.ts'
import type { ThemeYaml } from '../theme/parse-theme-yaml.ts'
import type { PlacedFaint } from '../theme/theme.ts'
import { FONTS } from './content-problem.ts'
import { lowContrast } from './tell-contrast.ts'

export type SetFile = { readonly file: string; readonly yaml: ThemeYaml }

/** The files of a set along `extends`, the base first. */
export type SetFiles = {
  readonly themes: readonly SetFile[]
  readonly words: readonly SetFile[]
  readonly problems: readonly TokenProblem[]
  readonly faint: readonly PlacedFaint[]
  readonly missingBase: string
}

export function setMistakes(set: SetFiles): readonly Diagnostic[] {
  const english = set.words.flatMap(({ yaml }) => namesIn(yaml.data))
  return [
    ...[...set.themes, ...set.words].flatMap(mistakesIn),
    ...missingBase(set),
    ...set.words.flatMap((file) => wordMistakes(file, english)),
    ...set.problems.flatMap((problem) => tokenDiagnostic(problem, set.themes)),
    ...set.faint.map((faint) => lowContrast(faint, whereOfFaint(faint, set.themes))),
  ]
}

function missingBase({ themes, missingBase: name }: SetFiles): readonly Diagnostic[] {
  const [file] = themes
  if (name === '' || file === undefined) return []
  return [
    makeDiagnostic('theme-token', whereOf(['extends'], file), {
      message: `\`extends\` names \`${name}\`, and there is no other template set of that name`,
      hint: 'name a set that Lectern brings, such as `lecture`, or another one of your own',
    }),
  ]
}

function mistakesIn({ file, yaml }: SetFile): readonly Diagnostic[] {
  return yaml.mistakes.map(({ message, place }) =>
    makeDiagnostic('theme-token', { file, place }, { message }),
  )
}

function namesIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null || !('en' in data)) return []
  return typeof data.en === 'object' && data.en !== null ? Object.keys(data.en) : []
}

/** Words are text, in the languages of Lectern; anything else would be printed as `[object Object]` or never. */
function wordMistakes(words: SetFile, english: readonly string[]): readonly Diagnostic[] {
  return wrongWords(words.yaml.data, english).map(({ path, message, known }) =>
    makeDiagnostic('theme-token', whereOf(path, words), {
      message,
      ...suggest(nearest(path.at(-1) ?? '', known), known),
    }),
  )
}

/** Where the colour is written; one that is not, at its ground, which must be what is new. */
function whereOfFaint({ path, ground }: PlacedFaint, themes: readonly SetFile[]): Where {
  const grounds = [...path.slice(0, -1), ground]
  const file =
    themes.findLast(({ yaml }) => yaml.placeOf(path) ?? yaml.placeOf(grounds)) ?? themes.at(-1)
  if (file === undefined) return { file: 'theme.yaml' }
  return whereOf(file.yaml.placeOf(path) === undefined ? grounds : path, file)
}

/** At the last file that says it: the sets before were overruled there. */
function tokenDiagnostic(problem: TokenProblem, themes: readonly SetFile[]): readonly Diagnostic[] {
  const { path, expected, candidates, written } = problem
  const theme = themes.findLast(({ yaml }) => yaml.placeOf(path) !== undefined) ?? themes.at(-1)
  if (theme === undefined) return []
  const where = whereOf(path, theme)
  if (candidates.length > 0 && FONT_KEY.test(path.at(-1) ?? '')) return [ownFonts(where, path)]
  return [
    makeDiagnostic('theme-token', where, {
      message: `\`${path.join('.') || 'theme.yaml'}\` is not ${expected}`,
      ...suggest(nearest(written ?? path.at(-1) ?? '', candidates), candidates),
    }),
  ]
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
