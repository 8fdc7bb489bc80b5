/** Fifty topics of odd sizes through reader, templates and paginator, drawn by real Chromium in both ratios. */
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SIZES } from '../../scripts/topic/topic.ts'
import { startChromium } from '../chromium.ts'
import { buildTopics } from './built-topics.ts'
import { ODD_BLOCKS } from './odd-blocks.ts'
import { type OddTopic, oddTopic, SETS } from './odd-topics.ts'
import { samplePng } from './sample-deck.ts'
import { findSlideFaults } from './slide-faults.ts'

const COUNT = 50
const topics = Array.from({ length: COUNT }, (_, seed) => oddTopic(seed))

const files = Object.fromEntries([
  ...topics.map(({ text }, seed) => [`odd-${seed}.md`, text]),
  ['images/tall.png', samplePng(1, 8000).bytes],
  ['images/wide.png', samplePng(2000, 10).bytes],
  ['images/map.png', samplePng(800, 500).bytes],
])

let browser: Browser
let close: () => Promise<void>

beforeAll(async () => {
  ;({ browser, close } = await startChromium())
})

afterAll(() => close())

it.each(SIZES)(
  'draws 50 topics of odd sizes unclipped at %s',
  { timeout: 600_000 },
  async (size) => {
    const faults: string[] = []
    const built = await buildTopics(files, { size, formats: ['html'] })
    expect(built).toHaveLength(COUNT)
    for (const { slug, html } of built)
      for (const fault of await findSlideFaults(browser, html)) faults.push(`${slug}: ${fault}`)
    expect(faults).toEqual([])
  },
)

/** Names of the content of a section; a chart by its kind, points beside a picture by themselves. */
function kindsOf({ sections }: OddTopic): readonly string[] {
  return sections.flatMap((section) => {
    const { chart, points, image } = section
    const kind = typeof chart === 'object' && chart !== null && 'kind' in chart ? chart.kind : ''
    const beside = points !== undefined && image !== undefined ? ['beside'] : []
    return [...Object.keys(section), String(kind), ...beside]
  })
}

describe.each(SETS)('the topics in %s', (set) => {
  it.each(['en', 'hi'])('hold content of every kind, parts and steps in %s', (lang) => {
    const some = topics.filter((topic) => topic.template === set && topic.lang === lang)
    expect(some.flatMap(kindsOf)).toEqual(
      expect.arrayContaining([...Object.keys(ODD_BLOCKS), 'part', 'incremental']),
    )
    const text = some.map((topic) => topic.text).join('')
    expect(text).toMatch(/ \$[^$"]+\$/)
    expect(text).toContain('"logo"')
  })
})
