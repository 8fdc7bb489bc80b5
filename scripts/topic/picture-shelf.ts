import { imageHeavy } from '../diagnostics/image-problems.ts'
import type { Report } from '../diagnostics/make-diagnostic.ts'
import type { Layer } from './layers.ts'
import { readImage } from './read-image.ts'
import type { Input } from './read-source.ts'
import { whereValue } from './source-document.ts'
import type { ImageFile } from './topic.ts'

/** The images of one topic by the path they have in every output; each file is read once. */
export type PictureShelf = {
  /** Path for the model (`images/map.png`), or undefined after a problem was reported. */
  readonly add: (src: Layer<string>) => string | undefined
  readonly images: ReadonlyMap<string, ImageFile>
  readonly inputs: readonly Input[]
}

/** A deck with fonts and player is a quarter of this. */
const HEAVY_BYTES = 1_000_000

/** Names that Windows keeps for devices, with any extension. */
const RESERVED_NAME = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/iu

export function createPictureShelf(contentDir: string, report: Report): PictureShelf {
  const images = new Map<string, ImageFile>()
  const inputs: Input[] = []
  const pathOfSource = new Map<string, string>()
  const add = (src: Layer<string>): string | undefined => {
    const known = pathOfSource.get(src.value)
    if (known !== undefined) return known
    const read = readImage(src.value, contentDir, whereValue(src.at))
    if ('code' in read) {
      report(read)
      return undefined
    }
    const { byteLength } = read.file.bytes
    if (byteLength > HEAVY_BYTES) report(imageHeavy(whereValue(src.at), byteLength))
    const path = uniquePath(src.value, read.file, images)
    images.set(path, read.file)
    inputs.push(read.input)
    pathOfSource.set(src.value, path)
    return path
  }
  return { add, images, inputs }
}

/** Letters, digits, `-` and `_` of the file name, the true extension, unique when case is ignored. */
function uniquePath(src: string, file: ImageFile, taken: ReadonlyMap<string, unknown>): string {
  const stem = src
    .slice(src.lastIndexOf('/') + 1)
    .replace(/\.[^.]*$/u, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/gu, '')
  const name = stem === '' || RESERVED_NAME.test(stem) ? `image-${stem}` : stem
  const extension = file.mime === 'image/png' ? 'png' : 'jpg'
  const isTaken = (path: string) =>
    [...taken.keys()].some((other) => other.toLowerCase() === path.toLowerCase())
  for (let count = 1; ; count++) {
    const path = `images/${name}${count === 1 ? '' : `-${count}`}.${extension}`
    if (!isTaken(path)) return path
  }
}
