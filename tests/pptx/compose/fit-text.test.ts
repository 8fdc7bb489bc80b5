/** Text of any size in boxes of any size, as an institute's placeholders are. */
import { describe, expect, it } from 'vitest'
import {
  fitText,
  type LevelText,
  type TextRoom,
  textHeightPx,
} from '../../../scripts/pptx/compose/fit-text.ts'
import type { Paragraph } from '../../../scripts/pptx/presentation.ts'

function roomOf(widthPx: number, heightPx: number, own: Partial<LevelText> = {}): TextRoom {
  const level = { sizePx: 32, linePx: 40, beforePx: 10, indentPx: 0, isStrong: false, ...own }
  return { widthPx, heightPx, lang: 'en', levelAt: () => level }
}

function points(...texts: readonly string[]): readonly Paragraph[] {
  return texts.map((text) => ({ runs: [{ text }], level: 0, bullet: 'master' }))
}

const LONG = 'A sentence of some length that takes more than one line of the box. '

describe('the height of text', () => {
  it('is its lines and the gaps between its paragraphs', () => {
    expect(textHeightPx(points('one'), roomOf(900, 100))).toBe(40)
    expect(textHeightPx(points('one', 'two', 'three'), roomOf(900, 100))).toBe(140)
  })

  it('grows as the box gets narrow and the letters large', () => {
    const heights = [1200, 600, 300].map((width) => textHeightPx(points(LONG), roomOf(width, 100)))
    expect(heights).toEqual([...heights].sort((a, b) => a - b))
    expect(new Set(heights).size).toBe(3)
    expect(
      textHeightPx(points(LONG), roomOf(600, 100, { sizePx: 64, linePx: 80 })),
    ).toBeGreaterThan(2 * (heights[1] ?? 0))
  })

  it('counts the indent of the level, bold letters, capitals, breaks and larger runs', () => {
    const text = points('Ten words that just about fill the whole of one line')
    const width = 820
    expect(textHeightPx(text, roomOf(width, 100))).toBe(40)
    for (const own of [{ indentPx: 200 }, { isStrong: true, sizePx: 34 }, { isCapital: true }])
      expect(textHeightPx(text, roomOf(width, 100, own))).toBeGreaterThan(40)
    const broken: Paragraph = {
      runs: [{ text: 'a' }, 'break', { text: 'b', sizePx: 64 }],
      level: 0,
      bullet: 'none',
    }
    expect(textHeightPx([broken], roomOf(900, 100))).toBe(120)
  })

  it('breaks a word that is wider than the box', () => {
    expect(textHeightPx(points('x'.repeat(200)), roomOf(300, 100))).toBeGreaterThan(400)
  })
})

describe('the scale of text', () => {
  it('is none where the text fits', () => {
    expect(fitText(points(LONG), roomOf(900, 200))).toEqual({})
    expect(fitText([], roomOf(900, 0))).toEqual({})
  })

  it('is the largest of the steps of PowerPoint at which it fits', () => {
    const text = points(LONG.repeat(3), LONG.repeat(3))
    for (const height of [350, 300, 250, 200, 150, 100]) {
      const room = roomOf(800, height)
      const fit = fitText(text, room)
      const most = height + 0.4 * 40
      expect(textHeightPx(text, room, fit)).toBeLessThanOrEqual(most)
      if (fit.fontScale === undefined) continue
      const fontScale = fit.fontScale + 7.5
      const step = { fontScale, lineReduction: fontScale > 92 ? (fontScale > 99 ? 0 : 10) : 20 }
      expect(textHeightPx(text, room, step)).toBeGreaterThan(most)
    }
  })

  it('is the smallest step when nothing helps', () => {
    expect(fitText(points(LONG.repeat(99)), roomOf(300, 50)).fontScale).toBe(25)
  })
})
