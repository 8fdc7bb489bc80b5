import { expect, it } from 'vitest'
import { hasGlyph } from '../../scripts/font/coverage.ts'
import { SURELY_COVERED } from '../../scripts/topic/check-glyphs.ts'

it('what is taken for covered without a look is covered', () => {
  for (let codePoint = 0x20; codePoint < 0x3000; codePoint++)
    if (SURELY_COVERED.test(String.fromCodePoint(codePoint)))
      expect(hasGlyph(codePoint), codePoint.toString(16)).toBe(true)
})
