import { expect, it } from 'vitest'
import { groupThousands, printFigure, type Qualifier } from '../../scripts/topic/figure.ts'
import { isRealDate, lastDayPlus, printDate } from '../../scripts/topic/printed-date.ts'
import type { Lang } from '../../scripts/topic/topic.ts'

function phrase(digits: readonly string[], unit: string, qualifier?: Qualifier, lang: Lang = 'en') {
  return printFigure({ digits, unit, qualifier, lang }).phrase.replaceAll('\u00a0', '_')
}

it.each([
  ['39.10', '39.10'],
  ['1500', '1500'],
  ['12345', '12,345'],
  ['1234567.891', '1,234,567.891'],
  ['-5', '−5'],
  ['+5', '5'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['0', '0'],
])('prints %s as %s', (written, printed) => {
  expect(groupThousands(written)).toBe(printed)
})

it('puts currency first and other units after, with spaces that do not break', () => {
  expect(phrase(['39.1'], 'US$ billion')).toBe('US$_39.1_billion')
  expect(phrase(['12500'], '₹ crore')).toBe('₹_12,500_crore')
  expect(phrase(['3'], '€ million')).toBe('€_3_million')
  expect(phrase(['85', '95'], '%')).toBe('85–95_%')
  expect(phrase(['7'], '')).toBe('7')
  expect(phrase(['7'], 'million tonnes')).toBe('7_million tonnes')
  expect(phrase(['-3', '2'], '%')).toBe('−3 – 2_%')
})

it('says how exact a figure is, in both languages', () => {
  expect(phrase(['30'], '%', 'nearly')).toBe('nearly 30_%')
  expect(phrase(['30'], '%', 'about')).toBe('about 30_%')
  expect(phrase(['2'], '%', 'under')).toBe('less than 2_%')
  expect(phrase(['30'], '%', 'nearly', 'hi')).toBe('लगभग 30_%')
  expect(phrase(['60'], '%', 'over', 'hi')).toBe('60_% से अधिक')
  expect(phrase(['2'], '%', 'under', 'hi')).toBe('2_% से कम')
  expect(phrase(['40'], 'US$ billion', 'over')).toBe('over US$_40_billion')
})

it('prints dates from its own tables', () => {
  expect(printDate('2025-08-08', 'en')).toBe('8 August 2025')
  expect(printDate('2025-08-08', 'hi')).toBe('8 अगस्त 2025')
  expect(printDate('2025-08', 'en')).toBe('August 2025')
  expect(printDate('2025', 'hi')).toBe('2025')
  expect(printDate('FY 2024-25', 'en')).toBe('FY 2024-25')
})

it('knows which days exist', () => {
  expect(['2024-02-29', '2000-02-29', '2025-12', '2025'].every(isRealDate)).toBe(true)
  expect(['2025-02-29', '1900-02-29', '2025-04-31', '2025-13', '2025-00'].some(isRealDate)).toBe(
    false,
  )
})

it('counts from the last day that a date covers', () => {
  expect(lastDayPlus('2024', 1, 'year')).toBe('2025-12-31')
  expect(lastDayPlus('2024-02', 12, 'month')).toBe('2025-02-28')
  expect(lastDayPlus('2025-01-31', 1, 'month')).toBe('2025-02-28')
  expect(lastDayPlus('2024-12-25', 2, 'week')).toBe('2025-01-08')
  expect(lastDayPlus('FY 2024-25', 1, 'year')).toBeUndefined()
})
