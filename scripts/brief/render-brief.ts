/** Brief Markdown → exactly one printed page, or one on each side of a sheet, or the reason why it is not. */
import type { Pictures } from '../chart/picture.ts'
import { loadHyphenator } from '../typeset/hyphenate.ts'
import { type PdfPage, writePdf } from '../typeset/write-pdf.ts'
import { layPage } from './lay-page.ts'
import { fillSheet, makeSheet, type Sheet, sheetTurn } from './lay-sheet.ts'
import { pageBox } from './page-part.ts'
import { type PageReport, reportPage } from './page-report.ts'
import { parseBrief } from './parse-brief.ts'
import type { PrintInput } from './print-input.ts'
import { type Side, sideTokens } from './print-margins.ts'
import { printPage } from './print-page.ts'
import { makeSetting } from './setting.ts'

export type { PageReport } from './page-report.ts'
export type { Side } from './print-margins.ts'

export type BriefInput = BriefPage &
  PrintInput & {
    /** Of the same sheet; undefined: it stays blank. */
    readonly back: BriefPage | undefined
  }

/** What one page is made from. */
export type BriefPage = {
  readonly markdown: string
  readonly pictures: Pictures
  readonly lang: 'en' | 'hi'
}

/** Where a page does not fit, its side and its report; the other page may be right. */
export type BriefResult =
  | {
      readonly ok: true
      readonly pdf: Uint8Array
      readonly report: PageReport
      /** Of the back, when there is one. */
      readonly backReport: PageReport | undefined
      readonly pageCount: number
    }
  | { readonly ok: false; readonly side: Side; readonly report: PageReport }

/**
 * One page, or two on the sides of one sheet; never one more and nothing cut: what does not fit at the
 * smallest size of the preset is reported.
 * Throws BriefMarkdownError when the Markdown breaks the contract, MissingGlyphError when no font has a
 * character; both are found earlier by the reader of a topic.
 */
export async function renderBrief(input: BriefInput): Promise<BriefResult> {
  const sheet = makeSheet(input.profile)
  const front = await laySide(input, input, { sheet, side: 'front' })
  if (front.page === undefined) return { ok: false, side: 'front', report: front.report }
  const back =
    input.back === undefined ? undefined : await laySide(input.back, input, { sheet, side: 'back' })
  if (back !== undefined && back.page === undefined)
    return { ok: false, side: 'back', report: back.report }
  const pages = [front.page, ...(back?.page === undefined ? [] : [back.page])]
  const turn = back === undefined ? 'none' : sheetTurn(input.profile)
  const pdf = await writePdf(pages, { ...input, turn }, input.source)
  return {
    ok: true,
    pdf,
    report: front.report,
    backReport: back?.report,
    pageCount: pages.length,
  }
}

type LaidSide = { readonly report: PageReport; readonly page: PdfPage | undefined }

async function laySide(
  source: BriefPage,
  input: BriefInput,
  { sheet, side }: { readonly sheet: Sheet; readonly side: Side },
): Promise<LaidSide> {
  const { theme, preset, profile, watermark } = input
  const tokens = sideTokens(profile, side)
  const setting = makeSetting({
    tokens,
    colors: theme.colors,
    lang: source.lang,
    preset,
    hyphenate: await loadHyphenator(source.lang),
  })
  const box = pageBox(tokens, sheet.page)
  const brief = parseBrief(source.markdown)
  const { report, marks } = layPage(brief, { setting, pictures: source.pictures, box })
  if (marks === undefined) return { report: { ...report, inkPercent: 0 }, page: undefined }
  const printed = printPage(marks, { ink: profile.ink, watermark, colors: theme.colors }, box)
  return { report: reportPage(report, printed, sheet.page), page: fillSheet(sheet, printed) }
}
