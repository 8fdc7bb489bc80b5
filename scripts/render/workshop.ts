/** Template sets read, compiled and themed once per process. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type CompiledTemplates, compileTemplates } from '../template/render-template.ts'
import { readTemplateSet, type TemplateFolder } from '../template/template-set.ts'
import type { Theme } from '../theme/theme.ts'
import { themeOfSet } from './set-theme.ts'

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
  const { theme, words, problems } = themeOfSet(set)
  return { templates: await compileTemplates(set, words), theme, problems }
}
