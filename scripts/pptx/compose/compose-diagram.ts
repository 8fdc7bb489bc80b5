/** A diagram as a group of native shapes: boxes with their words in them, lines, arrowheads. */
import { slideRoom } from '../../chart/diagram/diagram-room.ts'
import { drawPlan, fitPlan, screenPalette } from '../../chart/diagram/plan.ts'
import type { Place } from '../canvas.ts'
import type { Shape } from '../presentation.ts'
import type { Shown } from './compose-picture.ts'
import { shapesOfDrawing } from './shapes-of-drawing.ts'

export function composeDiagram({ picture, alt }: Shown<'diagram'>, place: Place): readonly Shape[] {
  const { box, layout, canvas } = place
  const width = layout.box?.widthPx ?? box.width
  const room = { width, height: layout.box?.heightPx ?? canvas.ruler.tokens.heightPx / 2 }
  const palette = screenPalette(canvas.theme.colors)
  const drawing = drawPlan(fitPlan(picture.plans, slideRoom(room)), palette)
  const at = { x: box.x + (width - drawing.width) / 2, y: box.y }
  return [
    {
      kind: 'group',
      name: 'Diagram',
      alt,
      box: { ...at, width: drawing.width, height: drawing.height },
      children: shapesOfDrawing(drawing.shapes, at),
    },
  ]
}
