/** One page: header, masthead and figures at its head, columns between, foot at its end. */
import type { Pictures } from '../chart/picture.ts'
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import type { Brief, FlowBlock } from './brief-block.ts'
import { columnWidth } from './column-layout.ts'
import { drawColumn } from './draw-columns.ts'
import { fitOrDrop } from './drop-sections.ts'
import { type Fit, fitFlow } from './fit-flow.ts'
import { type FitReport, reportFit } from './fit-report.ts'
import { layFigures } from './lay-figures.ts'
import { layFoot } from './lay-foot.ts'
import { layHeader } from './lay-header.ts'
import { layLines } from './lay-lines.ts'
import { layMasthead } from './lay-masthead.ts'
import { measureFlow } from './measure-flow.ts'
import { withoutDropped } from './merge-feet.ts'
import { type PageBox, type PagePart, stackParts } from './page-part.ts'
import type { Setting } from './setting.ts'

const COLUMNS_GAP_MM = 4
/** Below a masthead without figures, no hairline parts it from the columns. */
const BARE_COLUMNS_GAP_MM = 6.5
const FOOT_GAP_MM = 4

export type LaidPage = {
  readonly report: FitReport
  /** Undefined when not everything fits. */
  readonly marks: readonly Mark[] | undefined
}

export type PageOptions = {
  readonly setting: Setting
  readonly pictures: Pictures
  readonly box: PageBox
}

/** The whole of a brief inside one page box; the same brief may be laid again in another box. */
export function layPage(brief: Brief, { setting, pictures, box }: PageOptions): LaidPage {
  const head = stackParts([
    layHeader(brief.header, setting, box),
    layMasthead(brief.masthead, setting, box),
    layFigures(brief.figures, setting, box),
  ])
  const top = box.top + head.heightPt + pointsOf(columnsGapMm(brief))
  const footFor = (dropped: readonly FlowBlock[]): PagePart => {
    const ids = dropped.map(({ id }) => id)
    const foot = withoutDropped(brief.foot, ids)
    return layFoot(foot, { setting, pictures, page: box })
  }
  const headingLevel = brief.masthead.title.length > 0 ? 2 : 1
  const heightOver = (foot: PagePart): number =>
    box.bottom - foot.heightPt - pointsOf(FOOT_GAP_MM) - top
  const { fit, blocks, dropped } = fitOrDrop(brief.flow, (flow, without) =>
    fitColumns(flow, {
      setting,
      pictures,
      box,
      heightPt: heightOver(footFor(without)),
      headingLevel,
    }),
  )
  const foot = footFor(dropped)
  const footTop = box.bottom - foot.heightPt
  const heightPt = heightOver(foot)
  const { preset } = setting
  const isHindi = setting.lang === 'hi'
  const report = reportFit(fit, { preset, isHindi, heightPt, blocks, dropped })
  if (fit.overflowPt > 0) return { report, marks: undefined }
  const filledPt = Math.max(0, ...fit.columns.map((column) => column.heightPt))
  const marks = [
    ...head.draw(box.top),
    ...drawColumns(fit, { setting, box, top }),
    ...layLines(brief.lines, { from: top + filledPt, to: top + heightPt }, { setting, box }),
    ...foot.draw(footTop),
  ]
  return { report, marks }
}

function columnsGapMm({ figures }: Brief): number {
  return figures.length > 0 ? COLUMNS_GAP_MM : BARE_COLUMNS_GAP_MM
}

type Room = PageOptions & { readonly heightPt: number; readonly headingLevel: 1 | 2 }

function fitColumns(
  flow: readonly FlowBlock[],
  { setting, pictures, box, heightPt, headingLevel }: Room,
): Fit {
  return fitFlow({
    tokens: setting.tokens,
    preset: setting.preset,
    isHindi: setting.lang === 'hi',
    heightPt,
    innerWidthPt: box.innerWidthPt,
    measure: (sizePt, layout) =>
      measureFlow(flow, {
        setting: setting.tracked(layout.trackingEm),
        pictures,
        sizePt,
        widthPt: columnWidth(box.innerWidthPt, layout),
        columnHeightPt: heightPt,
        headingLevel,
      }),
  })
}

function drawColumns(
  fit: Fit,
  { setting, box, top }: { readonly setting: Setting; readonly box: PageBox; readonly top: number },
): readonly Mark[] {
  const widthPt = columnWidth(box.innerWidthPt, fit.layout)
  const step = widthPt + fit.layout.gutterPt
  return fit.columns.flatMap((column, index) =>
    drawColumn(column, fit, {
      x: box.left + index * step,
      y: top,
      widthPt,
      colors: setting.colors,
    }),
  )
}
