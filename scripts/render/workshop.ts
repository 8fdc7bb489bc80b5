/** Template sets read, compiled and themed once per process. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type CompiledTemplates, compileTemplates } from '../template/render-template.ts'
import {
  readTemplateSet,
  type TemplateFile,
  type TemplateFolder,
} from '../template/template-set.ts'
import { mergeTrees } from '../theme/merge-trees.ts'
import { parseThemeYaml } from '../theme/parse-theme-yaml.ts'
import { makeTheme, type Theme } from '../theme/theme.ts'
import { type SetFile, setMistakes } from './set-mistakes.ts'

export type Workshop = {
  templatesOf(name: string): Promise<Prepared>
}

export type Prepared = {
  readonly templates: CompiledTemplates
  readonly theme: Theme
  /** What in theme.yaml and words.yaml has no meaning. */
  readonly problems: readonly Diagnostic[]
}

export function openWorkshop(folders: readonly TemplateFolder[]): Workshop {
  const prepared = new Map<string, Promise<Prepared>>()
  return {
    templatesOf(name) {
      const known = prepared.get(name)
      if (known !== undefined) return known
      const fresh = prepare(name, folders)
      prepared.set(name, fresh)
      return fresh
    },
  }
}

async function prepare(name: string, folders: readonly TemplateFolder[]): Promise<Prepared> {
  const set = readTemplateSet(name, folders)
  if (set === undefined)
    throw new Error(`template set ${name} was accepted by the reader but is not there`)
  const themes = set.layers.map(({ themeYaml }) => parse(themeYaml))
  const words = set.layers.map(({ wordsYaml }) => parse(wordsYaml))
  const css = set.layers.map(({ themeCss }) => themeCss.source).join('\n')
  const { theme, problems } = makeTheme({ name, tokens: dataOf(themes), css })
  return {
    templates: await compileTemplates(set, dataOf(words)),
    theme,
    problems: setMistakes({ themes, words, problems, missingBase: set.missingBase }),
  }
}

function parse({ file, source }: TemplateFile): SetFile {
  return { file, yaml: parseThemeYaml(source) }
}

/** What a set says and what it takes from the sets it extends. */
function dataOf(files: readonly SetFile[]): unknown {
  return files.map(({ yaml }) => yaml.data).reduce(mergeTrees, null)
}
