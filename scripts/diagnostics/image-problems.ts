import type { Diagnostic } from './diagnostic.ts'
import { makeDiagnostic, type Where } from './make-diagnostic.ts'
import { nearest } from './nearest.ts'
import { excerpt } from './printable.ts'

const COPY_HINT =
  'copy the picture into the content folder and write its path from there, such as images/map.png'

export function imageRemote(where: Where): Diagnostic {
  return makeDiagnostic('image-remote', where, {
    message: 'The image is on the network, and a lecture room may have none',
    hint: COPY_HINT,
  })
}

export function imageAbsolute(where: Where): Diagnostic {
  return makeDiagnostic('image-absolute', where, {
    message: 'The image path does not start from the content folder',
    hint: COPY_HINT,
  })
}

export function imageLeavesFolder(where: Where): Diagnostic {
  return makeDiagnostic('image-leaves-folder', where, {
    message: 'The image path leads out of the content folder',
    hint: COPY_HINT,
  })
}

export function imageMissing(where: Where, path: string, siblings: readonly string[]): Diagnostic {
  const near = nearest(path, siblings)
  return makeDiagnostic('image-missing', where, {
    message: `There is no image \`${excerpt(path, 50)}\``,
    hint: near === undefined ? 'check the name, capital letters too' : `did you mean \`${near}\`?`,
  })
}

export function imageNotAFile(where: Where, kind: string): Diagnostic {
  return makeDiagnostic('image-not-a-file', where, {
    message: `The image path names ${kind}`,
    hint: 'name a PNG or JPEG file',
  })
}

export function imageTooLarge(where: Where, megabytes: number): Diagnostic {
  return makeDiagnostic('image-too-large', where, {
    message: `The image file is larger than ${megabytes} MB`,
    hint: 'save it smaller; a slide shows about 2,500 pixels across',
  })
}

export function imageHeavy(where: Where, bytes: number): Diagnostic {
  const megabytes = Math.round(bytes / 100_000) / 10
  return makeDiagnostic('image-heavy', where, {
    message: `The image weighs ${megabytes} MB, and deck.html carries a third more for it`,
    hint: 'save it as a JPEG of about 2,000 pixels across and quality 80, which weighs about 0.5 MB',
  })
}

export function imageTooManyPixels(where: Where, widthPx: number, heightPx: number): Diagnostic {
  return makeDiagnostic('image-too-many-pixels', where, {
    message: `The image has ${widthPx} × ${heightPx} pixels, more than 50 million`,
    hint: 'save it smaller; a slide shows about 2,500 pixels across',
  })
}

export function imageFormat(where: Where): Diagnostic {
  return makeDiagnostic('image-format', where, {
    message: 'The file is neither PNG nor JPEG, whatever its name says',
    hint: 'open it in a picture program and export it as PNG or JPEG',
  })
}

export function imageUnusual(where: Where): Diagnostic {
  return makeDiagnostic('image-format', where, {
    message:
      'The JPEG is of a rare kind (lossless, arithmetic or 12-bit) that browsers do not show',
    hint: 'open it in a picture program and export it as an ordinary JPEG',
  })
}

export function imageDamaged(where: Where): Diagnostic {
  return makeDiagnostic('image-damaged', where, {
    message: 'The image file is cut off or damaged',
    hint: 'copy or export it again',
  })
}

export function imageUnreadable(where: Where, reason: string): Diagnostic {
  return makeDiagnostic('cannot-read', where, {
    message: `The system refuses to open the image (${reason})`,
    hint: 'check that you may read the file',
  })
}
