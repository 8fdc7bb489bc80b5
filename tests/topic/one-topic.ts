/** A topic given as text, read from a temporary folder. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type ReadFolder, readFolder } from './read-folder.ts'

export function readFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  isHtmlTrusted = false,
): ReadFolder {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-topic-'))
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true })
      writeFileSync(join(folder, name), content)
    }
    return readFolder(folder, isHtmlTrusted)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** @param keys front matter after the title */
export function topicText(keys: string, body = ''): string {
  return `---\ntitle: A topic\n${keys}\n---\n${body}`
}
