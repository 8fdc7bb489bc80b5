/** What a content folder holds for all its topics: `_defaults.yaml`, `_facts.yaml`; and what it holds in vain. */
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { hasErrors } from '../diagnostics/diagnostic.ts'
import { checkSchema } from './check-schema.ts'
import { all, type Layers, mergedEntries } from './layers.ts'
import { createLedger } from './ledger.ts'
import { parseYaml } from './parse-yaml.ts'
import { exists, type Input, readSource } from './read-source.ts'
import { reportFolders } from './report-folders.ts'
import {
  type DefaultsData,
  defaultsSchema,
  type SharedFactsData,
  sharedFactsSchema,
} from './schema.ts'
import { whereKey } from './source-document.ts'

export type SharedContent = {
  readonly defaults: Layers<DefaultsData>
  readonly facts: Layers<SharedFactsData>
  readonly diagnostics: readonly Diagnostic[]
  readonly inputs: readonly Input[]
  /** Text by Diagnostic.file, for code frames. */
  readonly texts: ReadonlyMap<string, string>
}

type SharedFile<T> = {
  readonly layers: Layers<T>
  readonly diagnostics: readonly Diagnostic[]
  readonly inputs: readonly Input[]
  readonly texts: readonly (readonly [string, string])[]
}

type Folder = { readonly contentDir: string; readonly displayPath: (path: string) => string }

/** Missing files count as empty. */
export function readShared(
  contentDir: string,
  displayPath: (path: string) => string,
): SharedContent {
  const folder = { contentDir, displayPath }
  const defaults = readSharedFile(folder, '_defaults.yaml', defaultsSchema)
  const facts = readSharedFile(folder, '_facts.yaml', sharedFactsSchema)
  const folders: Diagnostic[] = []
  reportFolders(contentDir, displayPath, (diagnostic) => folders.push(diagnostic))
  return {
    defaults: defaults.layers,
    facts: facts.layers,
    diagnostics: [...defaults.diagnostics, ...facts.diagnostics, ...checkFacts(facts), ...folders],
    inputs: [...defaults.inputs, ...facts.inputs],
    texts: new Map([...defaults.texts, ...facts.texts]),
  }
}

function readSharedFile<T>(
  { contentDir, displayPath }: Folder,
  name: string,
  schema: Parameters<typeof checkSchema<T>>[0],
): SharedFile<T> {
  const path = join(contentDir, name)
  if (!exists(path)) return { layers: [], diagnostics: [], inputs: [], texts: [] }
  const file = displayPath(path)
  const source = readSource(path, contentDir, file)
  const diagnostics = [...source.diagnostics]
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
  const parsed = source.text === undefined ? undefined : parseYaml(source.text, file, report)
  const checked = parsed === undefined ? undefined : checkSchema(schema, parsed, report)
  return {
    layers:
      checked === undefined
        ? []
        : [{ value: checked.data, at: { document: checked.document, path: [] } }],
    diagnostics,
    inputs: source.input === undefined ? [] : [source.input],
    texts: source.text === undefined ? [] : [[file, source.text]],
  }
}

/** Shared facts must be whole by themselves: no topic completes them. */
function checkFacts({ layers, diagnostics }: SharedFile<SharedFactsData>): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const ledger = createLedger({
    facts: mergedEntries(all(layers, 'facts')),
    sources: mergedEntries(all(layers, 'sources')),
    lang: 'en',
    isIncomplete: hasErrors(diagnostics),
    report: (diagnostic) => found.push(diagnostic),
  })
  for (const [id, [layer]] of ledger.content.facts) {
    if (layer === undefined) continue
    const fact = ledger.fact(id, () => whereKey(layer.at))
    if (fact !== undefined) ledger.citeSourceOf(fact)
  }
  return found
}
