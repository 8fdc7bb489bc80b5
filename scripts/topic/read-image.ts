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
import { findPathFault, type PathFault } from './content-path.ts'
import { type ImageFault, imageHeader, isWholeImage } from './image-header.ts'
import { type FileProblem, type Input, listNames, readInside, sha256 } from './read-source.ts'
import type { ImageFile } from './topic.ts'

export type ReadImage = { readonly file: ImageFile; readonly input: Input }

const MEGABYTE = 1_000_000
const MAX_IMAGE_BYTES = 20 * MEGABYTE
const MAX_PIXELS = 50_000_000

/** @param src path from the content folder, as the author wrote it */
export function readImage(src: string, contentDir: string, where: Where): ReadImage | Diagnostic {
  const fault = findPathFault(src)
  if (fault !== undefined) return PATH_FAULTS[fault](where)
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

const PATH_FAULTS: Readonly<Record<PathFault, (where: Where) => Diagnostic>> = {
  remote: imageRemote,
  absolute: imageAbsolute,
  'leaves-folder': imageLeavesFolder,
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
