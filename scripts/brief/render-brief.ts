/** Brief Markdown → exactly one printed page, or the reason why it is not one. */
import type { Pictures } from '../chart/picture.ts'
import type { Theme } from '../theme/theme.ts'
import { loadHyphenator } from '../typeset/hyphenate.ts'
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import { writePdf } from '../typeset/write-pdf.ts'
import type { Brief } from './brief-block.ts'
import { drawColumn } from './draw-columns.ts'
import { type Fit, fitFlow } from './fit-flow.ts'
import { type FitReport, reportFit } from './fit-report.ts'
import { layFigures } from './lay-figures.ts'
import { layFoot } from './lay-foot.ts'
import { layHeader } from './lay-header.ts'
import { layMasthead } from './lay-masthead.ts'
import { measureFlow } from './measure-flow.ts'
import { type PageBox, type PagePart, pageBox } from './page-part.ts'
import { parseBrief } from './parse-brief.ts'
import { makeSetting, type Preset, type Setting } from './setting.ts'

export type { FitReport } from './fit-report.ts'
export type { Preset } from './setting.ts'

export type BriefInput = {
  readonly markdown: string
  readonly pictures: Pictures
  readonly theme: Theme
  readonly lang: 'en' | 'hi'
  /** Plain strings for the file's own properties. */
  readonly title: string
  readonly author: string
  readonly subject: string
  /** `YYYY-MM-DD`, or empty: the file then names no date. */
  readonly date: string
  readonly preset: Preset
}

export type BriefResult =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly report: FitReport }
  | { readonly ok: false; readonly report: FitReport }

/**
 * Never a second page and nothing cut: what does not fit at the smallest size of the preset is reported.
 * Throws BriefMarkdownError when the Markdown breaks the contract, MissingGlyphError when no font has a
 * character; both are found earlier by the reader of a topic.
 */
export async function renderBrief(input: BriefInput): Promise<BriefResult> {
  const brief = parseBrief(input.markdown)
  const setting = makeSetting({
    tokens: input.theme.brief,
    colors: input.theme.colors,
    lang: input.lang,
    preset: input.preset,
    hyphenate: await loadHyphenator(input.lang),
  })
  const page = layPage(brief, setting, input.pictures)
  const { report } = page
  if (page.marks === undefined) return { ok: false, report }
  const { widthPt, heightPt } = page.box
  const pdf = await writePdf({ widthPt, heightPt, marks: page.marks }, input)
  return { ok: true, pdf, report }
}

type LaidPage = {
  readonly box: PageBox
  readonly report: FitReport
  /** Undefined when not everything fits. */
  readonly marks: readonly Mark[] | undefined
}

const COLUMNS_GAP_MM = 4
const FOOT_GAP_MM = 4

function layPage(brief: Brief, setting: Setting, pictures: Pictures): LaidPage {
  const box = pageBox(setting.tokens)
  const heads: readonly PagePart[] = [
    layHeader(brief.header, setting, box),
    layMasthead(brief.masthead, setting, box),
    layFigures(brief.figures, setting, box),
  ]
  const foot = layFoot(brief.foot, { setting, pictures, page: box })
  const headHeight = heads.reduce((sum, part) => sum + part.heightPt, 0)
  const top = box.top + headHeight + pointsOf(COLUMNS_GAP_MM)
  const footTop = box.bottom - foot.heightPt
  const heightPt = footTop - pointsOf(FOOT_GAP_MM) - top
  const fit = fitColumns(brief, { setting, pictures, box, heightPt })
  const report = reportFit(fit, { preset: setting.preset, heightPt, blocks: brief.flow })
  if (fit.overflowPt > 0) return { box, report, marks: undefined }
  const marks = [
    ...stackParts(heads, box.top),
    ...drawColumns(fit, { setting, box, top }),
    ...foot.draw(footTop),
  ]
  return { box, report, marks }
}

function fitColumns(
  brief: Brief,
  options: {
    readonly setting: Setting
    readonly pictures: Pictures
    readonly box: PageBox
    readonly heightPt: number
  },
): Fit {
  const { setting, pictures, box, heightPt } = options
  return fitFlow({
    tokens: setting.tokens,
    preset: setting.preset,
    isHindi: setting.lang === 'hi',
    heightPt,
    measure: (sizePt) => {
      let blocks = 0
      return measureFlow(brief.flow, {
        setting,
        pictures,
        sizePt,
        widthPt: columnWidth(setting, box),
        columnHeightPt: heightPt,
        nextBlock: () => ++blocks,
      })
    },
  })
}

function columnWidth(setting: Setting, box: PageBox): number {
  return (box.innerWidthPt - pointsOf(setting.tokens.gutterMm)) / 2
}

function stackParts(parts: readonly PagePart[], top: number): readonly Mark[] {
  let y = top
  return parts.flatMap((part) => {
    const marks = part.draw(y)
    y += part.heightPt
    return marks
  })
}

function drawColumns(
  fit: Fit,
  { setting, box, top }: { readonly setting: Setting; readonly box: PageBox; readonly top: number },
): readonly Mark[] {
  const widthPt = columnWidth(setting, box)
  const step = widthPt + pointsOf(setting.tokens.gutterMm)
  return fit.columns.flatMap((column, index) =>
    drawColumn(column, fit, {
      x: box.left + index * step,
      y: top,
      widthPt,
      colors: setting.colors,
    }),
  )
}
