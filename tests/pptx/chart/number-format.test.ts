import { expect, it } from 'vitest'
import {
  commonFormat,
  numberFormat,
  spacedFormat,
} from '../../../scripts/pptx/chart/number-format.ts'

it.each([
  [52.7, '52.7', '0.0;"−"0.0'],
  [39.1, '39.10', '0.00;"−"0.00'],
  [1200, '1200', '0;"−"0'],
  [12345.5, '12,345.5', '#,##0.0;"−"#,##0.0'],
  [1_000_000, '1,000,000', '#,##0;"−"#,##0'],
  [-3.4, '−3.4', '0.0;"−"0.0'],
  [0, '0', '0;"−"0'],
  [40.2, '40.2\u00a0%', '0.0"\u00a0%";"−"0.0"\u00a0%"'],
])('writes %d as %s by a format', (value, printed, format) => {
  expect(numberFormat(value, printed)).toBe(format)
})

it.each([
  [90, '85–95'],
  [30, 'nearly 30'],
  [30, 'लगभग 30'],
  [52.7, '52.8'],
  [7, '007'],
  [3.4, '−3.4'],
  [-3.4, '3.4'],
  [1234567, '12,34,567'],
  [1e21, '1e+21'],
])('knows no format that writes %d as %s', (value, printed) => {
  expect(numberFormat(value, printed)).toBeUndefined()
})

it('takes the format that most figures have', () => {
  expect(commonFormat(['0', '0.0', undefined, '0.0'])).toBe('0.0')
  expect(commonFormat([undefined])).toBe('General')
})

it('leaves a space at the side of the mark', () => {
  const format = spacedFormat('0.0;"−"0.0', { positive: 'right', negative: 'left' })
  expect(format).toBe('" "0.0;"−"0.0" "')
})
