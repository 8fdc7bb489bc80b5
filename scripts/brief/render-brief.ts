/** Brief Markdown → exactly one printed page, or the reason why it is not one. */
import type { Pictures } from '../chart/picture.ts'
import type { Theme } from '../theme/theme.ts'
import { loadHyphenator } from '../typeset/hyphenate.ts'
import { writePdf } from '../typeset/write-pdf.ts'
import type { FitReport } from './fit-report.ts'
import { layPage } from './lay-page.ts'
import { pageBox } from './page-part.ts'
import { parseBrief } from './parse-brief.ts'
import { makeSetting, type Preset } from './setting.ts'

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
  const box = pageBox(setting.tokens)
  const { report, marks } = layPage(brief, { setting, pictures: input.pictures, box })
  if (marks === undefined) return { ok: false, report }
  const { widthPt, heightPt } = box
  const pdf = await writePdf([{ widthPt, heightPt, marks }], input)
  return { ok: true, pdf, report }
}
