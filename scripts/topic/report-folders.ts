import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Report } from '../diagnostics/make-diagnostic.ts'
import { topicInFolder } from '../diagnostics/topic-problems.ts'

/** Tells of topic files in folders inside `content`: they would be passed over without a word. */
export function reportFolders(
  contentDir: string,
  displayPath: (path: string) => string,
  report: Report,
): void {
  for (const name of foldersIn(contentDir)) {
    const folder = join(contentDir, name)
    const topics = entriesOf(folder)
      .filter((entry) => entry.isFile() && /\.md$/iu.test(entry.name) && !/^[_.]/u.test(entry.name))
      .map((entry) => entry.name)
      .filter((file) => hasFrontMatter(join(folder, file)))
      .sort()
    if (topics.length > 0) report(topicInFolder(displayPath(folder), topics))
    reportFolders(folder, displayPath, report)
  }
}

function foldersIn(folder: string): readonly string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isDirectory() && !/^[_.]/u.test(entry.name))
    .map((entry) => entry.name)
    .sort()
}

/** A folder that may not be read has nothing to tell. */
function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** A read-me beside pictures is no topic. */
function hasFrontMatter(path: string): boolean {
  try {
    const file = openSync(path, 'r')
    const start = Buffer.alloc(6)
    readSync(file, start, 0, start.length, 0)
    closeSync(file)
    return start
      .toString('utf8')
      .replace(/^\uFEFF/u, '')
      .startsWith('---')
  } catch {
    return false
  }
}
