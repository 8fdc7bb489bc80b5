import { expect, it } from 'vitest'
import { LABEL_STYLE, widthOf } from '../../../scripts/chart/chart-style.ts'
import { drawnWidth } from '../../../scripts/pptx/chart/label-text.ts'

it('takes joined letters as wide as they are drawn, so that a centred label begins where the others do', () => {
  // Noto Sans Devanagari, shaped: 2,603 and 3,149 thousandths of an em.
  expect(drawnWidth('विद्यार्थी', LABEL_STYLE, 1)).toBeCloseTo(2.6, 1)
  expect(drawnWidth('साझेदारी', LABEL_STYLE, 1)).toBeCloseTo(3.15, 1)
  expect(drawnWidth('partnership', LABEL_STYLE, 24)).toBe(widthOf('partnership', LABEL_STYLE, 24))
})
