/** The marks a page is cut by: outside it for a print shop, in its margin where two pages share a sheet. */
import { pointsOf } from '../typeset/length.ts'
import type { LineMark } from '../typeset/mark.ts'
import { PAGE_AID, type PageRect } from '../typeset/structure.ts'

/** Of print shops' marks: hairlines that begin clear of the page. */
const LINE_WIDTH = 0.24
const OFFSET_MM = 3
/** A cut mark stands inside the least margin, off the strip that printers leave blank. */
const CUT_FROM_MM = 5
const CUT_TO_MM = 9
const CUT_WIDTH = 0.5
const BLACK = '#000000'

/** How far the marks reach from the trimmed page. */
export function cropReachMm(marks: {
  readonly bleedMm: number
  readonly cropMarkMm: number
}): number {
  return Math.max(OFFSET_MM, marks.bleedMm) + marks.cropMarkMm
}

/** Two at each corner of the trimmed page, none of them on it or on its bleed. */
export function cropMarks(
  trim: PageRect,
  marks: { readonly bleedMm: number; readonly cropMarkMm: number },
): readonly LineMark[] {
  const to = pointsOf(cropReachMm(marks))
  const from = to - pointsOf(marks.cropMarkMm)
  const [right, bottom] = [trim.x + trim.width, trim.y + trim.height]
  const across = [trim.y, bottom].flatMap((y) => [
    line({ x: trim.x - to, y }, { x: trim.x - from, y }, LINE_WIDTH),
    line({ x: right + from, y }, { x: right + to, y }, LINE_WIDTH),
  ])
  const down = [trim.x, right].flatMap((x) => [
    line({ x, y: trim.y - to }, { x, y: trim.y - from }, LINE_WIDTH),
    line({ x, y: bottom + from }, { x, y: bottom + to }, LINE_WIDTH),
  ])
  return [...across, ...down]
}

/** Where a sheet is cut between two pages: a stroke at its head and one at its foot. */
export function cutMarks(x: number, trim: PageRect): readonly LineMark[] {
  const [from, to] = [pointsOf(CUT_FROM_MM), pointsOf(CUT_TO_MM)]
  const bottom = trim.y + trim.height
  return [
    line({ x, y: trim.y + from }, { x, y: trim.y + to }, CUT_WIDTH),
    line({ x, y: bottom - to }, { x, y: bottom - from }, CUT_WIDTH),
  ]
}

type Point = { readonly x: number; readonly y: number }

function line(from: Point, to: Point, widthPt: number): LineMark {
  return {
    kind: 'line',
    x1: from.x,
    y1: from.y,
    x2: to.x,
    y2: to.y,
    widthPt,
    stroke: BLACK,
    tag: PAGE_AID,
  }
}
