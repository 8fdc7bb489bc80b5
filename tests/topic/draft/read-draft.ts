/** Drafts given to the project's own reader, as files of a content folder. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Diagnostic } from '../../../scripts/diagnostics/diagnostic.ts'
import { readShared } from '../../../scripts/topic/read-shared.ts'
import { readTopic } from '../../../scripts/topic/read-topic.ts'
import type { Topic } from '../../../scripts/topic/topic.ts'

export type ReadDraft = {
  readonly topic: Topic | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** @param files name → text; the first one is read as the topic */
export function readDraft(files: Readonly<Record<string, string>>): ReadDraft {
  const contentDir = mkdtempSync(join(tmpdir(), 'lectern-draft-'))
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(contentDir, name), text)
    const { topic, diagnostics } = readTopic({
      contentDir,
      file: join(contentDir, Object.keys(files)[0] ?? ''),
      displayPath: (path) => basename(path),
      isHtmlTrusted: true,
      templateOverride: undefined,
      templateNames: ['lecture', 'coaching'],
      today: '2025-01-01',
      shared: readShared(contentDir, (path) => basename(path)),
    })
    return { topic, diagnostics }
  } finally {
    rmSync(contentDir, { recursive: true })
  }
}

/** `line:column code message` of everything the reader reported. */
export function problemsOf({ diagnostics }: ReadDraft): readonly string[] {
  return diagnostics.map(
    ({ code, message, place }) => `${place?.line}:${place?.column} ${code} ${message}`,
  )
}
