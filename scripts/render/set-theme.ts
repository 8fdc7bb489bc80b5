/** The theme of a template set, and what is wrong in its theme.yaml and words.yaml. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { TemplateFile, TemplateSet } from '../template/template-set.ts'
import { mergeTrees } from '../theme/merge-trees.ts'
import { parseThemeYaml } from '../theme/parse-theme-yaml.ts'
import { makeTheme, type Theme } from '../theme/theme.ts'
import { type SetFile, setMistakes } from './set-mistakes.ts'

export type SetTheme = {
  readonly theme: Theme
  /** The data of words.yaml. */
  readonly words: unknown
  readonly problems: readonly Diagnostic[]
}

export function themeOfSet({ name, layers, missingBase }: TemplateSet): SetTheme {
  const themes = layers.map(({ themeYaml }) => parse(themeYaml))
  const words = layers.map(({ wordsYaml }) => parse(wordsYaml))
  const css = layers.map(({ themeCss }) => themeCss.source).join('\n')
  const { theme, problems, faint } = makeTheme({ name, tokens: dataOf(themes), css })
  return {
    theme,
    words: dataOf(words),
    problems: setMistakes({ themes, words, problems, faint, missingBase }),
  }
}

function parse({ file, source }: TemplateFile): SetFile {
  return { file, yaml: parseThemeYaml(source) }
}

/** What a set says and what it takes from the sets it extends. */
function dataOf(files: readonly SetFile[]): unknown {
  return files.map(({ yaml }) => yaml.data).reduce(mergeTrees, null)
}
