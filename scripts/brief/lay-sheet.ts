/** The sheet a page is printed on: copies side by side, bleed, marks to cut by. */
import type { PrintProfile } from '../theme/print-profile.ts'
import { asArtifacts, moveMark } from '../typeset/change-marks.ts'
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import type { PageRect } from '../typeset/structure.ts'
import type { PdfPage } from '../typeset/write-pdf.ts'
import { cropMarks, cropReachMm, cutMarks } from './crop-marks.ts'

export type Sheet = {
  readonly profile: PrintProfile
  readonly widthPt: number
  readonly heightPt: number
  /** What is left after the outer cuts: all pages of the sheet. */
  readonly trim: PageRect
  /** Of the first page, on which everything is laid; copies repeat it to its right. */
  readonly page: PageRect
}

/** Paper left beyond the ends of the crop marks. */
const EDGE_MM = 1

export function makeSheet(profile: PrintProfile): Sheet {
  const outside = pointsOf(outsideMm(profile))
  const width = pointsOf(profile.brief.pageWidthMm)
  const height = pointsOf(profile.brief.pageHeightMm)
  const page = { x: outside, y: outside, width, height }
  const trim = { ...page, width: width * profile.copies }
  const widthPt = trim.width + 2 * outside
  return { profile, widthPt, heightPt: height + 2 * outside, trim, page }
}

function outsideMm(profile: PrintProfile): number {
  return profile.cropMarkMm === 0 ? profile.bleedMm : cropReachMm(profile) + EDGE_MM
}

/** The edge the whole sheet is turned over: that of a page, unless pages side by side make it lie. */
export function sheetTurn({ turn, copies }: PrintProfile): PrintProfile['turn'] {
  if (copies === 1) return turn
  return turn === 'long-edge' ? 'short-edge' : 'long-edge'
}

/** @param marks of the first page, where the sheet has it */
export function fillSheet(sheet: Sheet, marks: readonly Mark[]): PdfPage {
  const { profile, widthPt, heightPt, trim } = sheet
  const bleed = pointsOf(profile.bleedMm)
  const laid = [...marks, ...copiesOf(sheet, marks)].map((mark) => runOver(mark, trim, bleed))
  if (trim.x === 0) return { widthPt, heightPt, marks: laid }
  const crop = profile.cropMarkMm === 0 ? [] : cropMarks(trim, profile)
  return { widthPt, heightPt, trim, bleed: widen(trim, bleed), marks: [...laid, ...crop] }
}

/** What stands beside the first page repeats it. */
function copiesOf({ profile, page, trim }: Sheet, marks: readonly Mark[]): readonly Mark[] {
  const repeated = asArtifacts(marks)
  return Array.from({ length: profile.copies - 1 }, (_, index) => {
    const step = (index + 1) * page.width
    return [...cutMarks(page.x + step, trim), ...repeated.map((mark) => moveMark(mark, step, 0))]
  }).flat()
}

/** A ground that ends at the edge of the page is continued over it, so that no cut leaves a white line. */
function runOver(mark: Mark, trim: PageRect, bleed: number): Mark {
  if (mark.kind !== 'rect' || bleed === 0) return mark
  const [right, bottom] = [mark.x + mark.width, mark.y + mark.height]
  const left = touches(mark.x, trim.x) ? mark.x - bleed : mark.x
  const top = touches(mark.y, trim.y) ? mark.y - bleed : mark.y
  const end = touches(right, trim.x + trim.width) ? right + bleed : right
  const foot = touches(bottom, trim.y + trim.height) ? bottom + bleed : bottom
  return { ...mark, x: left, y: top, width: end - left, height: foot - top }
}

const TOUCH_PT = 0.1

function touches(at: number, edge: number): boolean {
  return Math.abs(at - edge) < TOUCH_PT
}

function widen({ x, y, width, height }: PageRect, by: number): PageRect {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by }
}
