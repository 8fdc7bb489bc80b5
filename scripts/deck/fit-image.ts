/** How large a photograph stands in its room. */
import type { ImageFile } from '../topic/topic.ts'

/** A photograph is not blown up to more than twice its size, and never vanishes. */
const MAX_ENLARGEMENT = 2

export type PictureSize = { readonly widthPx: number; readonly heightPx: number }

export function fitImage(file: ImageFile, room: PictureSize): PictureSize {
  const scale = Math.min(
    room.widthPx / file.widthPx,
    room.heightPx / file.heightPx,
    MAX_ENLARGEMENT,
  )
  return {
    widthPx: Math.max(1, Math.floor(file.widthPx * scale)),
    heightPx: Math.max(1, Math.floor(file.heightPx * scale)),
  }
}
