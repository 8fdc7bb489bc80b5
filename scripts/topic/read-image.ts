/** Images of a topic: found inside the content folder or not at all, and checked by their bytes. */
import { dirname, join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import {
  imageAbsolute,
  imageDamaged,
  imageFormat,
  imageLeavesFolder,
  imageMissing,
  imageNotAFile,
  imageRemote,
  imageTooLarge,
  imageTooManyPixels,
  imageUnreadable,
  imageUnusual,
} from '../diagnostics/image-problems.ts'
import type { Where } from '../diagnostics/make-diagnostic.ts'
import { type ImageFault, imageHeader, isWholeImage } from './image-header.ts'
import { type FileProblem, type Input, listNames, readInside, sha256 } from './read-source.ts'
import type { ImageFile } from './topic.ts'

export type ReadImage = { readonly file: ImageFile; readonly input: Input }

const MEGABYTE = 1_000_000
const MAX_IMAGE_BYTES = 20 * MEGABYTE
const MAX_PIXELS = 50_000_000

/** @param src path from the content folder, as the author wrote it */
export function readImage(src: string, contentDir: string, where: Where): ReadImage | Diagnostic {
  const problem = checkImagePath(src, where)
  if (problem !== undefined) return problem
  const path = join(contentDir, src)
  const read = readInside(path, contentDir, MAX_IMAGE_BYTES)
  if ('problem' in read) return describe(read.problem, { src, path, where })
  const { bytes } = read
  const header = imageHeader(bytes)
  if (typeof header === 'string') return FAULTS[header](where)
  const { widthPx, heightPx } = header
  if (widthPx * heightPx > MAX_PIXELS) return imageTooManyPixels(where, widthPx, heightPx)
  if (!isWholeImage(bytes)) return imageDamaged(where)
  return { file: { ...header, bytes }, input: { path, sha256: sha256(bytes) } }
}

const FAULTS: Readonly<Record<ImageFault, (where: Where) => Diagnostic>> = {
  unknown: imageFormat,
  damaged: imageDamaged,
  unusual: imageUnusual,
}

/** Escapes are decoded first: `%2e%2e/` is `../` to everything that reads the path later. */
function checkImagePath(src: string, where: Where): Diagnostic | undefined {
  const decoded = decode(src)
  if (/^(?:https?|data|ftp|blob):/iu.test(decoded) || /^[\\/]{2}/u.test(decoded))
    return imageRemote(where)
  if (/^[\\/~]/u.test(decoded) || /^[a-z][a-z\d+.-]*:/iu.test(decoded)) return imageAbsolute(where)
  if (decoded.split(/[\\/]/u).includes('..')) return imageLeavesFolder(where)
  if (decoded.includes('\\')) return imageAbsolute(where)
  return undefined
}

function decode(src: string): string {
  let text = src.trim()
  for (let round = 0; round < 3; round++) {
    const next = text.replace(/%([0-9a-f]{2})/giu, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    if (next === text) return text
    text = next
  }
  return text
}

function describe(
  problem: FileProblem,
  { src, path, where }: { readonly src: string; readonly path: string; readonly where: Where },
): Diagnostic {
  if (problem.kind === 'leaves-folder') return imageLeavesFolder(where)
  if (problem.kind === 'too-large') return imageTooLarge(where, MAX_IMAGE_BYTES / MEGABYTE)
  if (problem.kind === 'not-a-file') return imageNotAFile(where, problem.what)
  if (problem.kind === 'refused' && !['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(problem.reason))
    return imageUnreadable(where, problem.reason)
  const folder = src.includes('/') ? `${src.slice(0, src.lastIndexOf('/'))}/` : ''
  const siblings = listNames(dirname(path)).map((name) => folder + name)
  return imageMissing(where, src, siblings)
}
