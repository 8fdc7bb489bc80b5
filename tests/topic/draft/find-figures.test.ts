import { describe, expect, test } from 'vitest'
import { labelOf, yearOf } from '../../../scripts/topic/draft/describe-figure.ts'
import { findFigures } from '../../../scripts/topic/draft/find-figures.ts'

function found(text: string, lang: 'en' | 'hi' = 'en') {
  return findFigures(text, lang).map(({ digits, unit, qualifier, isSamePhrase }) => [
    digits.join('–'),
    unit,
    qualifier,
    isSamePhrase,
  ])
}

describe('figures in the text', () => {
  test.each([
    ['Total: $39.1 billion', ['39.1', '$ billion', undefined, true]],
    ['worth US$ 62.6 bn then', ['62.6', 'US$ bn', undefined, true]],
    ['€1,20,000 was paid', ['120000', '€', undefined, true]],
    ['Potential 40–50% drop', ['40–50', '%', undefined, true]],
    ['Potential 40-50 % drop', ['40–50', '%', undefined, true]],
    ['controls over 60% of it', ['60', '%', 'over', true]],
    ['accounts for nearly 30% of it', ['30', '%', 'nearly', true]],
    ['when it was less than 2%.', ['2', '%', 'under', true]],
    ['rose by 12 per cent', ['12', 'per cent', undefined, true]],
    ['cost 500 crore rupees', ['500', 'crore rupees', undefined, true]],
  ])('are read and printed with the same words: %j', (text, figure) => {
    expect(found(text)).toEqual([figure])
  })

  test.each([
    ['₹4,500 करोड़ का तेल', ['4500', '₹ करोड़', undefined, true]],
    ['लगभग 30% था', ['30', '%', 'about', true]],
    ['2 प्रतिशत से कम था', ['2', 'प्रतिशत', 'under', true]],
    ['62 अरब डॉलर का', ['62', 'अरब डॉलर', undefined, true]],
  ])('are read in Hindi: %j', (text, figure) => {
    expect(found(text, 'hi')).toEqual([figure])
  })

  test('keep a hedge that the ledger would word in another way', () => {
    expect(found('more than 40% of it')).toEqual([['40', '%', 'over', false]])
    expect(found('Over 60% of it')).toEqual([['60', '%', 'over', false]])
  })

  test.each([
    'up to 20% of it',
    'no more than 5% of it',
    'at least $3 million',
    'a 50-40% fall',
    'version 1.2.3',
    '-5% in a year',
    'G20 and 3D in 2024',
    '5 million people',
    '100%25 of a URL',
  ])('are not taken from %j, which the ledger cannot say', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('the words around a figure', () => {
  test('make its label', () => {
    const text = 'EU imports from Russia (2024): Total: $39.1 billion, Oil alone: $25.2 billion'
    const [first, second] = findFigures(text, 'en')
    const place = { start: first?.start ?? 0, end: first?.end ?? 0 }
    expect(labelOf(text, { ...place, from: 0, to: second?.start ?? 0 })).toBe(
      'EU imports from Russia: Total',
    )
    const next = { start: second?.start ?? 0, end: second?.end ?? 0 }
    expect(labelOf(text, { ...next, from: place.end, to: text.length })).toBe(
      'EU imports from Russia: Oil alone',
    )
  })

  test.each([
    ['EU imports (2024): $39.1 billion', '2024'],
    ['In 2023 it was 5%', undefined],
    ['it was 5% in 2023', '2023'],
    ['it was 5% in FY 2024-25', 'FY 2024-25'],
    ['from 2% in 2010 to 5% in 2023', undefined],
    ['after the 2022 invasion it was 30%', undefined],
    ['वर्ष 2024 में 5% था', '2024'],
  ])('give a year only when exactly one is meant: %j', (sentence, year) => {
    expect(yearOf(sentence)).toBe(year)
  })
})
