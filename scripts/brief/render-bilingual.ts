/** The brief Markdown of two editions → exactly one printed page of both, or the reason why it is not one. */
import type { BriefTokens } from '../theme/brief-tokens.ts'
import { loadHyphenator } from '../typeset/hyphenate.ts'
import { writePdf } from '../typeset/write-pdf.ts'
import { type EditionsLayout, layEditions } from './lay-editions.ts'
import { fillSheet, makeSheet } from './lay-sheet.ts'
import { HINDI_CAPTION_SCALE } from './measure-picture.ts'
import type { Two } from './merge-editions.ts'
import { pageBox } from './page-part.ts'
import { type PageReport, reportPage } from './page-report.ts'
import { parseBrief } from './parse-brief.ts'
import type { PrintInput } from './print-input.ts'
import { sideTokens } from './print-margins.ts'
import { printPage } from './print-page.ts'
import type { BriefPage } from './render-brief.ts'
import { makeSetting, type Setting } from './setting.ts'

export type EditionInput = BriefPage & {
  /** `The English version is the standard one.`, in the language of the edition; empty: not said. */
  readonly standardLine: string
}

/** The title names both editions; the source is that of the first. */
export type BilingualInput = PrintInput & {
  /** The standard one first. */
  readonly editions: Two<EditionInput>
  readonly layout: EditionsLayout
  /** Sources and key are the same in both: printed once, from the first. */
  readonly hasOneFoot: boolean
}

export type BilingualResult = {
  readonly report: PageReport
  /** Ids of sections and boxes left out in both languages. */
  readonly dropped: readonly string[]
  /** Undefined when not everything fits. */
  readonly pdf: Uint8Array | undefined
}

/** The front of a sheet; the back stays blank. Throws as renderBrief does, for either edition. */
export async function renderBilingual(input: BilingualInput): Promise<BilingualResult> {
  const { editions, theme, layout, hasOneFoot, profile, watermark } = input
  const [first, second] = editions
  const sheet = makeSheet(profile)
  const tokens = sideTokens(profile, 'front')
  const settings = [
    await settingOf(first, tokens, input),
    await settingOf(second, tokens, input),
  ] as const
  const box = pageBox(tokens, sheet.page)
  const { report, dropped, marks } = layEditions(
    [parseBrief(first.markdown), parseBrief(second.markdown)],
    {
      settings,
      pictures: [first.pictures, second.pictures],
      box,
      layout,
      standard: [first.standardLine, second.standardLine],
      hasOneFoot,
    },
  )
  if (marks === undefined) return { report: { ...report, inkPercent: 0 }, dropped, pdf: undefined }
  const printed = printPage(marks, { ink: profile.ink, watermark, colors: theme.colors }, box)
  const page = fillSheet(sheet, printed)
  const pdf = await writePdf([page], { ...input, lang: first.lang, turn: 'none' }, input.source)
  return { report: reportPage(report, printed, sheet.page), dropped, pdf }
}

async function settingOf(
  { lang }: EditionInput,
  tokens: BriefTokens,
  { theme, preset, layout }: BilingualInput,
): Promise<Setting> {
  return makeSetting({
    tokens: tokensFor(tokens, lang, layout),
    colors: theme.colors,
    lang,
    preset,
    hyphenate: await loadHyphenator(lang),
  })
}

/**
 * Lines of both languages stand on one grid where they stand side by side: what Devanagari needs, Latin
 * gets too. The sizes need no correction: the head line of Noto Sans Devanagari stands at 0.622 em, in
 * the middle between the x-height (0.536) and the capitals (0.714) of Noto Sans and Noto Serif.
 */
function tokensFor(
  tokens: BriefTokens,
  lang: EditionInput['lang'],
  layout: EditionsLayout,
): BriefTokens {
  const grid = lang === 'hi' ? 1 : tokens.hindiLeadingScale
  const body = layout === 'side-by-side' ? grid : 1
  return {
    ...tokens,
    footLeading: tokens.footLeading * grid,
    clearPrintFootLeading: tokens.clearPrintFootLeading * grid,
    captionLeading: tokens.captionLeading * (body === 1 ? 1 : HINDI_CAPTION_SCALE),
    headingLeading: tokens.headingLeading * body,
    tableLeading: tokens.tableLeading * body,
  }
}
