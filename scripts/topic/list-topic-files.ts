import { join } from 'node:path'
import { listNames } from './read-source.ts'

/**
 * Topic files of a folder, absolute and sorted; names that begin with `_` or `.` are not topics.
 * A folder or a pipe of such a name is listed too, so that reading it reports it.
 */
export function listTopicFiles(contentDir: string): readonly string[] {
  return listNames(contentDir)
    .filter((name) => /\.md$/iu.test(name) && !/^[_.]/u.test(name))
    .map((name) => join(contentDir, name))
}
