/** Template sets read, compiled and themed once per process. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type CompiledTemplates, compileTemplates } from '../template/render-template.ts'
import { readTemplateSet, type TemplateFolder } from '../template/template-set.ts'
import { parseThemeYaml } from '../theme/parse-theme-yaml.ts'
import { makeTheme, type Theme } from '../theme/theme.ts'
import { setMistakes } from './set-mistakes.ts'

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
  const tokens = parseThemeYaml(set.themeYaml.source)
  const words = parseThemeYaml(set.wordsYaml.source)
  const { theme, problems } = makeTheme({ name, tokens: tokens.data, css: set.themeCss.source })
  return {
    templates: await compileTemplates(set, words.data),
    theme,
    problems: setMistakes(
      { file: set.themeYaml.file, yaml: tokens, problems },
      { file: set.wordsYaml.file, yaml: words },
    ),
  }
}
