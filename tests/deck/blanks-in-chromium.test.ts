/** Gaps are measured before anybody draws them: no slide that holds some is clipped. */
import { describe, expect, it } from 'vitest'
import { blankIds } from '../../scripts/deck/blank-mark.ts'
import { blankTerms } from '../../scripts/deck/blank-terms.ts'
import { forStudents } from '../../scripts/deck/for-students.ts'
import { numberBlanks } from '../../scripts/deck/number-blanks.ts'
import { paginateDeck } from '../../scripts/deck/paginate-deck.ts'
import { SIZES } from '../../scripts/topic/topic.ts'
import { withChromium } from '../chromium.ts'
import {
  atSize,
  buildSample,
  readSample,
  samplePictures,
  sampleTheme,
  slideOf,
} from './sample-deck.ts'
import { findSlideFaults } from './slide-faults.ts'

/** Words that stand on many slides of the samples, in columns, cells and points. */
const WORDS = {
  en: [
    'Exports',
    'Rare',
    'Supply',
    'Research',
    'Partner',
    'Industry',
    'Share',
    'Trade',
    'Training',
  ],
  hi: ['तेल', 'आपूर्ति', 'निर्यात', 'अनुसंधान', 'उद्योग', 'व्यापार', 'प्रशिक्षण', 'संयुक्त'],
} as const

describe.each(['en', 'hi'] as const)('slides with many gaps (%s)', (lang) => {
  it.each(SIZES)('are not clipped at %s', { timeout: 120_000 }, async (size) => {
    const theme = sampleTheme()
    const items = WORDS[lang].map((word) => `- **${word}** …`)
    const sample = atSize(readSample(`all-classes.${lang}`), size).trimEnd()
    const deck = `${sample}\n\n---\n\n${slideOf('glossary', `## .\n\n${items.join('\n')}`)}\n`
    const blanked = blankTerms(forStudents(deck), { pictures: samplePictures(), theme, around: [] })
    const { markdown } = numberBlanks(paginateDeck(blanked.markdown, theme), blanked.terms)
    expect(blankIds(markdown).length).toBeGreaterThan(12)
    const { html } = await buildSample(markdown)
    expect(await withChromium((browser) => findSlideFaults(browser, html))).toEqual([])
  })
})
