/** A photograph as large as on the HTML slide, at the left edge of its room. */
import { fitImage } from '../../deck/fit-image.ts'
import type { Place } from '../canvas.ts'
import type { Shape } from '../presentation.ts'
import type { Shown } from './compose-picture.ts'
import { uprightPhoto } from './upright-photo.ts'

/** Where the layout keeps no room for it; see deck/picture-html.ts. */
const SMALL = { widthPx: 400, heightPx: 60 }

export function composeImage(
  { picture, alt }: Shown<'image'>,
  { box, layout, role }: Place,
): readonly Shape[] {
  const { widthPx, heightPx } = fitImage(picture.file, layout.box ?? SMALL)
  return [
    {
      kind: 'picture',
      name: 'Picture',
      ...(role !== undefined && { role }),
      box: { x: box.x, y: box.y, width: widthPx, height: heightPx },
      alt,
      ...uprightPhoto(picture.file),
    },
  ]
}
