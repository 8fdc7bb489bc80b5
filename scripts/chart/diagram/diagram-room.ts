/** How large the type of a diagram is on a slide and on paper. */
import type { PlanRoom } from './plan.ts'

/** 18 pt on a slide 7.5 inches high: the least that can be read from the last row. */
export const MIN_TEXT_PX = 24
const MAX_TEXT_PX = 32
const GOOD_TEXT_PX = 27

type Box = { readonly width: number; readonly height: number }

export function slideRoom(box: Box): PlanRoom {
  return { ...box, maxText: MAX_TEXT_PX, goodText: GOOD_TEXT_PX, minText: MIN_TEXT_PX }
}

/** Boxes need more room than rows of a chart: their type is smaller. */
const DIAGRAM_SCALE = 0.85
/** Smaller it would be a grey line. */
const MIN_TEXT_PT = 6.5

/** @param type of a chart on the same page, and the least that its preset allows */
export function pageRoom(
  box: Box,
  type: { readonly textPt: number; readonly leastPt: number },
): PlanRoom {
  const minText = Math.max(MIN_TEXT_PT, Math.min(type.textPt, type.leastPt) * DIAGRAM_SCALE)
  const maxText = Math.max(minText, type.textPt * DIAGRAM_SCALE)
  return { ...box, maxText, goodText: maxText * 0.97, minText }
}
