/** A QR code as one shape of squares on light ground; a click leads where the camera does. */
import { drawQr } from '../../chart/draw-qr.ts'
import { luminance } from '../../color/contrast.ts'
import type { DeckTokens } from '../../theme/deck-tokens.ts'
import type { Theme } from '../../theme/theme.ts'
import type { Place } from '../canvas.ts'
import type { Box, Color, FreeformStep, Shape } from '../presentation.ts'
import type { Shown } from './compose-picture.ts'

export function composeQr({ picture, alt }: Shown<'qr'>, place: Place): readonly Shape[] {
  const box = squareIn(place.box, place.canvas.ruler.tokens)
  const { url } = picture
  const { color, ground } = colorsOf(place.canvas.theme)
  // The quiet zone of the standard is part of the drawing.
  const drawing = drawQr(url, { size: box.width, color: '#000000' })
  const dark = drawing.shapes.flatMap((shape) => (shape.kind === 'rect' ? squareSteps(shape) : []))
  return [
    {
      kind: 'group',
      name: 'QR code',
      alt,
      box,
      children: [
        {
          kind: 'text',
          name: 'QR code ground',
          geometry: 'rect',
          isDecorative: true,
          box,
          fill: ground,
          link: url,
        },
        { kind: 'freeform', name: 'QR code squares', box, steps: dark, fill: color, link: url },
      ],
    },
  ]
}

/** ISO/IEC 18004 wants dark modules on light, and not every phone reads the reverse. */
function colorsOf({ colors }: Theme): { readonly color: Color; readonly ground: Color } {
  return luminance(colors.ink) > luminance(colors.paper)
    ? { color: '#000000', ground: '#ffffff' }
    : { color: 'ink', ground: 'paper' }
}

/** A square at the corner of its room; a page that keeps none gives it the size of the set. */
function squareIn(box: Box, { qrPx }: DeckTokens): Box {
  const side = Math.min(box.width, box.height < 1 ? qrPx : box.height)
  return { ...box, width: side, height: side }
}

type Square = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function squareSteps({ x, y, width, height }: Square): readonly FreeformStep[] {
  return [
    { to: 'move', x, y },
    { to: 'line', x: x + width, y },
    { to: 'line', x: x + width, y: y + height },
    { to: 'line', x, y: y + height },
    { to: 'close' },
  ]
}
