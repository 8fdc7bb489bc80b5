/** The part of its room that a picture fills: text that follows stands close below it. */
import { slideRoom } from '../../chart/diagram/diagram-room.ts'
import { fitPlan } from '../../chart/diagram/plan.ts'
import { findPicture } from '../../chart/picture.ts'
import { fitImage } from '../../deck/fit-image.ts'
import type { Canvas } from '../canvas.ts'
import type { Box } from '../presentation.ts'

/** A chart fills its room; a diagram has its whole width, and stands in the middle of it. */
export function pictureBox(path: string, room: Box, { pictures }: Canvas): Box {
  const picture = findPicture(pictures, path)
  if (picture?.kind === 'image') {
    const { widthPx, heightPx } = fitImage(picture.file, {
      widthPx: room.width,
      heightPx: room.height,
    })
    return { ...room, width: widthPx, height: heightPx }
  }
  if (picture?.kind !== 'diagram') return room
  const { plan, text } = fitPlan(picture.plans, slideRoom(room))
  return { ...room, height: Math.min(room.height, plan.height * text) }
}
