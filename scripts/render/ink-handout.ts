/** What of a deck is drawn otherwise when it is printed with little ink, or with black alone. */
import type { Picture, Pictures } from '../chart/picture.ts'
import type { Logo } from '../theme/logo.ts'
import { type Ink, paperTheme } from '../theme/paper-theme.ts'
import type { Theme } from '../theme/theme.ts'
import type { ImageFile } from '../topic/topic.ts'
import { lumaOf } from '../typeset/grey.ts'
import { greyImage } from '../typeset/grey-image.ts'
import { readPng, writeGreyPng } from '../typeset/plain-png.ts'
import type { Job } from './job.ts'

export type InkedDeck = {
  readonly theme: Theme
  readonly pictures: Pictures
  /** A JavaScript expression for the page: what a theme's own style sheet says is known only there. */
  readonly inkCall: string | undefined
}

export function inked(
  { theme, pictures, options }: Pick<Job, 'theme' | 'pictures' | 'options'>,
  ink: Ink,
): InkedDeck {
  if (ink === 'colour') return { theme, pictures, inkCall: undefined }
  const paper = paperTheme(theme, ink)
  return {
    theme: theme.logo === undefined ? paper : { ...paper, logo: inkedLogo(theme.logo, ink) },
    pictures: ink === 'grey' ? greyPictures(pictures) : pictures,
    inkCall: `(() => { ${options.inkScript}\nreturn ink.settleInk(${JSON.stringify(ink)}) })()`,
  }
}

function greyPictures(pictures: Pictures): Pictures {
  return new Map([...pictures].map(([path, picture]) => [path, greyPicture(picture)]))
}

function greyPicture(picture: Picture): Picture {
  return picture.kind === 'image' ? { ...picture, file: greyFile(picture.file) } : picture
}

/** Teacher and student get the same. */
const known = new WeakMap<ImageFile, ImageFile>()

function greyFile(file: ImageFile): ImageFile {
  const grey = known.get(file) ?? { ...file, bytes: greyImage(file.bytes) }
  known.set(file, grey)
  return grey
}

/** White on nothing is not seen on paper: it is turned into black, and needs no plate. */
function inkedLogo(logo: Logo, ink: Ink): Logo {
  const dark = logo.isLight === true ? darkPng(logo.bytes) : undefined
  if (dark !== undefined) return { ...logo, bytes: dark, isLight: false }
  return ink === 'grey' ? { ...logo, bytes: greyImage(logo.bytes) } : logo
}

function darkPng(bytes: Uint8Array): Uint8Array | undefined {
  const pixels = readPng(bytes)
  if (pixels === undefined) return undefined
  const { width, height, rgba } = pixels
  const values = new Uint8Array(2 * width * height)
  for (let at = 0; at < rgba.length; at += 4) {
    values[at / 2] = 255 - lumaOf(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0)
    values[at / 2 + 1] = rgba[at + 3] ?? 255
  }
  return writeGreyPng({ width, height, values })
}
