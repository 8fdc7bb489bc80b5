/** Made topics of 30 to 180 per cent of a page's text, laid by the fit: for tests and the bench. */

import { layPage } from '../../scripts/brief/lay-page.ts'
import { makeSheet } from '../../scripts/brief/lay-sheet.ts'
import { pageBox } from '../../scripts/brief/page-part.ts'
import { parseBrief } from '../../scripts/brief/parse-brief.ts'
import { makeSetting } from '../../scripts/brief/setting.ts'
import { makeTheme } from '../../scripts/theme/theme.ts'
import type { Preset } from '../../scripts/topic/topic.ts'
import { loadHyphenator } from '../../scripts/typeset/hyphenate.ts'
import { makeTopic } from './made-topic.ts'
import { PICTURES, profileNamed } from './sample-input.ts'

const { theme } = makeTheme({ name: 'test', tokens: {}, css: '' })
export const BOX = pageBox(theme.brief, makeSheet(profileNamed('a4')).page)

const PERCENTS = Array.from({ length: 31 }, (_, step) => 30 + 5 * step)

export type SweptPage = ReturnType<typeof layPage> & { readonly percent: number }

export async function sweepTopics(
  lang: 'en' | 'hi',
  preset: Preset,
): Promise<readonly SweptPage[]> {
  const { brief: tokens, colors } = theme
  const hyphenate = await loadHyphenator(lang)
  const setting = makeSetting({ tokens, colors, lang, preset, hyphenate })
  return PERCENTS.map((percent, index) => {
    const topic = { seed: index + lang.length + preset.length * 100, percent, lang }
    const markdown = makeTopic({ ...topic, hasOptional: index % 2 === 0 })
    const laid = layPage(parseBrief(markdown), { setting, pictures: PICTURES, box: BOX })
    return { ...laid, percent }
  })
}
