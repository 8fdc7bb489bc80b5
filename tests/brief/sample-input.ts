/** The fixtures of this folder as input of `renderBrief`. */
import { readFileSync } from 'node:fs'
import type { BriefInput } from '../../scripts/brief/render-brief.ts'
import type { Picture, Pictures } from '../../scripts/chart/picture.ts'
import type { PrintProfile } from '../../scripts/theme/print-profile.ts'
import { makeTheme } from '../../scripts/theme/theme.ts'
import { bar, chartOf, plain } from '../chart/made-chart.ts'

const { theme } = makeTheme({ name: 'test', tokens: {}, css: '' })

export function readFixture(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8')
}

export function makeInput(
  markdown: string,
  given: Partial<Omit<BriefInput, 'markdown'>> = {},
): BriefInput {
  return {
    markdown,
    pictures: PICTURES,
    theme,
    lang: 'en',
    title: 'India–Russia: rare earths & oil',
    author: 'A (B) <C>',
    subject: 'International Relations',
    date: '2025-08-08',
    source: undefined,
    preset: 'standard',
    profile: profileNamed('a4'),
    watermark: '',
    back: undefined,
    ...given,
  }
}

export function profileNamed(name: string): PrintProfile {
  const profile = theme.profiles[name]
  if (profile === undefined) throw new Error(`no profile ${name}`)
  return profile
}

/** A page of the given flow blocks and nothing else. */
export function pageOf(...blocks: readonly string[]): string {
  return ['::: masthead', '# Title', ':::', ...blocks].join('\n')
}

export function section(id: string, content: string, priority = 1): string {
  return `::: section ${JSON.stringify({ id, priority })}\n## ${id}\n\n${content}\n:::\n`
}

const chart: Picture = {
  kind: 'chart',
  chart: {
    ...chartOf([
      bar('China, oil', 62.6),
      bar('India, oil', 52.7, '52.7', true),
      bar('EU, all goods', 39.1),
      bar('EU, oil', 25.2),
      bar('US, all goods', 3.3),
    ]),
    path: 'charts/trade.svg',
    caption: plain('Imports in 2024, US$ billion'),
    alt: '',
    sources: [1],
  },
}

export const PICTURES: Pictures = new Map<string, Picture>([
  ['charts/trade.svg', chart],
  ['qr.svg', { kind: 'qr', url: 'https://example.org/topics/india-russia' }],
])
