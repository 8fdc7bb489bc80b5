/** The PowerPoint file that a deck is written on: its bytes, found inside the content folder or not at all. */
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Report, Where } from '../diagnostics/make-diagnostic.ts'
import {
  templateIsNoFile,
  templateMissing,
  templatePath,
  templateTooLarge,
  templateUnreadable,
} from '../diagnostics/pptx-problems.ts'
import { findPathFault } from './content-path.ts'
import type { Layer } from './layers.ts'
import { type FileProblem, type Input, listNames, readInside, sha256 } from './read-source.ts'
import { whereValue } from './source-document.ts'
import type { PptxTemplate } from './topic.ts'

export type ReadPptxTemplate = {
  readonly template: PptxTemplate | undefined
  readonly inputs: readonly Input[]
}

const MEGABYTE = 1_000_000
const MAX_BYTES = 50 * MEGABYTE

/**
 * A path that leaves the folder is an error of the topic, as of images. A file that is not there stops the PowerPoint
 * alone, and so does what is wrong in it, which only the renderer finds.
 */
export function readPptxTemplate(
  src: Layer<string> | undefined,
  contentDir: string,
  report: Report,
): ReadPptxTemplate {
  if (src === undefined || src.value.trim() === '') return { template: undefined, inputs: [] }
  const where = whereValue(src.at)
  const none = { template: undefined, inputs: [] }
  const fault = findPathFault(src.value)
  if (fault !== undefined) {
    report(templatePath(where, fault))
    return none
  }
  const path = join(contentDir, src.value.trim())
  const read = readInside(path, contentDir, MAX_BYTES)
  if ('bytes' in read) {
    const { bytes } = read
    return { template: { where, bytes }, inputs: [{ path, sha256: sha256(bytes) }] }
  }
  if (read.problem.kind === 'leaves-folder') {
    report(templatePath(where, 'leaves-folder'))
    return none
  }
  const problem = describe(read.problem, { src: src.value.trim(), path, where })
  return { template: { where, problem }, inputs: [{ path, sha256: '' }] }
}

type Place = { readonly src: string; readonly path: string; readonly where: Where }

function describe(problem: FileProblem, { src, path, where }: Place): Diagnostic {
  if (problem.kind === 'too-large') return templateTooLarge(where, MAX_BYTES / MEGABYTE)
  if (problem.kind === 'not-a-file') return templateIsNoFile(where, problem.what)
  if (problem.kind === 'refused' && !['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(problem.reason))
    return templateUnreadable(where, problem.reason)
  const folder = src.includes('/') ? `${src.slice(0, src.lastIndexOf('/'))}/` : ''
  const siblings = listNames(dirname(path)).map((name) => folder + name)
  return templateMissing(where, src, siblings)
}
