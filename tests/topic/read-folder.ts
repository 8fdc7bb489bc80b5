/** Reads every topic of a folder the way the commands do. */
import { relative, sep } from 'node:path'
import { type Diagnostic, sortDiagnostics } from '../../scripts/diagnostics/diagnostic.ts'
import { checkShelf, ledgerOf } from '../../scripts/topic/check-shelf.ts'
import { listTopicFiles } from '../../scripts/topic/list-topic-files.ts'
import { readShared } from '../../scripts/topic/read-shared.ts'
import { type ReadTopicResult, readTopic } from '../../scripts/topic/read-topic.ts'

export type ReadFolder = {
  readonly results: readonly ReadTopicResult[]
  readonly diagnostics: readonly Diagnostic[]
  readonly texts: ReadonlyMap<string, string>
}

export function readFolder(contentDir: string, isHtmlTrusted = false): ReadFolder {
  const displayPath = (path: string) => relative(contentDir, path).split(sep).join('/')
  const shared = readShared(contentDir, displayPath)
  const results = listTopicFiles(contentDir).map((file) =>
    readTopic({
      contentDir,
      file,
      displayPath,
      isHtmlTrusted,
      templateOverride: undefined,
      templateNames: ['lecture', 'lecture-dark', 'coaching'],
      today: '2025-09-01',
      shared,
    }),
  )
  const topics = results.flatMap(({ topic }) => (topic === undefined ? [] : [topic]))
  const found = results.flatMap(({ diagnostics }) => diagnostics)
  return {
    results,
    diagnostics: sortDiagnostics([
      ...shared.diagnostics,
      ...found,
      ...checkShelf(topics.map(ledgerOf)),
    ]),
    texts: new Map([...shared.texts, ...results.flatMap(({ texts }) => [...texts])]),
  }
}
