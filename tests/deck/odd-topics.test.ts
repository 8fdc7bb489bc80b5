/** Fifty topics of odd sizes through reader, templates and paginator, drawn by real Chromium in both ratios. */
import { expect, it } from 'vitest'
import { SIZES } from '../../scripts/topic/topic.ts'
import { withChromium } from '../chromium.ts'
import { buildTopics } from './built-topics.ts'
import { oddTopic } from './odd-topics.ts'
import { samplePng } from './sample-deck.ts'
import { findSlideFaults } from './slide-faults.ts'

const COUNT = 50
const TEMPLATES = ['lecture', 'coaching'] as const

const files = Object.fromEntries([
  ...Array.from({ length: COUNT }, (_, seed) => [
    `odd-${seed}.md`,
    oddTopic(seed, seed % 3 === 0 ? 'hi' : 'en', TEMPLATES[seed % 2] ?? 'lecture'),
  ]),
  ['images/tall.png', samplePng(1, 8000).bytes],
  ['images/wide.png', samplePng(2000, 10).bytes],
])

it('draws 50 topics of odd sizes unclipped, in both ratios', { timeout: 240_000 }, async () => {
  const faults: string[] = []
  await withChromium(async (browser) => {
    for (const size of SIZES) {
      const built = await buildTopics(files, { size, formats: ['html'] })
      expect(built).toHaveLength(COUNT)
      for (const { slug, html } of built)
        for (const fault of await findSlideFaults(browser, html))
          faults.push(`${slug}, ${size}: ${fault}`)
    }
  })
  expect(faults).toEqual([])
})
