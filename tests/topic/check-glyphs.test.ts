import { expect, it } from 'vitest'
import { hasGlyph } from '../../scripts/font/coverage.ts'
import { SURELY_COVERED } from '../../scripts/topic/check-glyphs.ts'

it('only programs have the lines of trees and boxes, and all else that text has', () => {
  for (const character of '├│┼') {
    const codePoint = character.codePointAt(0) ?? 0
    expect([hasGlyph(codePoint, 'sans'), hasGlyph(codePoint, 'mono')]).toEqual([false, true])
  }
  for (let codePoint = 0x20; codePoint < 0x3000; codePoint++)
    if (hasGlyph(codePoint, 'sans'))
      expect(hasGlyph(codePoint, 'mono'), codePoint.toString(16)).toBe(true)
})

it('what is taken for covered without a look is covered', () => {
  for (let codePoint = 0x20; codePoint < 0x3000; codePoint++)
    if (SURELY_COVERED.test(String.fromCodePoint(codePoint)))
      expect(hasGlyph(codePoint, 'sans'), codePoint.toString(16)).toBe(true)
})
