/** Pictures as a presentation can hold them. */
import type { MarpPicture } from '../../marp/marp-pictures.ts'
import { uprightPhoto } from '../compose/upright-photo.ts'
import type { MediaFile, PictureShape } from '../presentation.ts'
import { writeInkPng } from '../raster/png.ts'

/**
 * PNG, JPEG and GIF as they are, upright. Of an SVG the drawing itself, which PowerPoint has shown since 2016, before a plain
 * tint for programs that do not.
 */
export function asMedia({ mime, bytes }: MarpPicture): Pick<PictureShape, 'file' | 'svg' | 'turn'> {
  if (mime === 'image/svg+xml')
    return { file: { mime: 'image/png', bytes: plainPng() }, svg: new TextDecoder().decode(bytes) }
  // Nothing else is handed to this room; see render/convert-marp.ts.
  return uprightPhoto({ mime: mime as MediaFile['mime'], bytes })
}

/** One pixel of light grey. */
function plainPng(): Uint8Array {
  const layer = { widthPx: 1, heightPx: 1, coverage: Uint8Array.of(255) }
  return writeInkPng([{ layer, color: '#e4e4e4' }])
}
