/** Template sets read, compiled and themed once per process. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type CompiledTemplates, compileTemplates } from '../template/render-template.ts'
import {
  openTemplateSets,
  type TemplateFolder,
  type TemplateSet,
} from '../template/template-set.ts'
import type { Theme } from '../theme/theme.ts'
import { themeOfSet } from './set-theme.ts'

export type Workshop = {
  /** Undefined when no folder has the set. */
  setOf(name: string): TemplateSet | undefined
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
  const setOf = openTemplateSets(folders)
  return {
    setOf,
    templatesOf(name) {
      const known = prepared.get(name)
      if (known !== undefined) return known
      const fresh = prepare(name, setOf(name))
      prepared.set(name, fresh)
      return fresh
    },
  }
}

async function prepare(name: string, set: TemplateSet | undefined): Promise<Prepared> {
  if (set === undefined)
    throw new Error(`template set ${name} was accepted by the reader but is not there`)
  const { theme, words, problems } = themeOfSet(set)
  return { templates: await compileTemplates(set, words), theme, problems }
}
