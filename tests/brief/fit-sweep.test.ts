/** Topics of 30 to 180 per cent of a page's text, in both languages and all presets: a page each, or what to cut. */
import { describe, expect, it } from 'vitest'
import type { FitReport } from '../../scripts/brief/fit-report.ts'
import { overlaps, textBoxes } from './mark-boxes.ts'
import { BOX, type SweptPage, sweepTopics } from './sweep-topics.ts'

/** Hanging punctuation, in points. */
const HANG = 6
const FLOORS = { dense: 9, standard: 10, 'clear-print': 12 } as const

const isWhole = ({ marks }: SweptPage): boolean => marks !== undefined

/** The largest share of a column that one piece nobody divides may take: a chart or a table. */
const BIG_PIECE = 0.3

function feetDiffer({ columnFill }: FitReport): number {
  return Math.max(...columnFill) - Math.min(...columnFill)
}

describe.each([
  ['en', 'dense'],
  ['en', 'standard'],
  ['en', 'clear-print'],
  ['hi', 'dense'],
  ['hi', 'standard'],
  ['hi', 'clear-print'],
] as const)('topics from 30 to 180 per cent of a page, %s, %s', async (lang, preset) => {
  const pages = await sweepTopics(lang, preset)

  it('are one page each, or an error that says how much to cut', () => {
    for (const { report, marks } of pages) {
      if (marks !== undefined) {
        expect(report.overflowLines).toBe(0)
        continue
      }
      expect(report.overflowLines).toBeGreaterThan(0)
      expect(report.cheapestCut).toMatch(/^(?:leave out|shorten) “/u)
    }
    expect(pages.filter(isWhole).length).toBeGreaterThan(preset === 'clear-print' ? 4 : 15)
  })

  it('print no line over another and nothing outside the margins', () => {
    for (const { marks, percent } of pages) {
      const boxes = textBoxes(marks ?? [])
      expect([percent, overlaps(boxes)]).toEqual([percent, []])
      for (const box of boxes) {
        expect(box.left).toBeGreaterThan(BOX.left - HANG)
        expect(box.right).toBeLessThan(BOX.left + BOX.innerWidthPt + HANG)
        expect(box.top).toBeGreaterThan(BOX.top - 1)
        expect(box.bottom).toBeLessThan(BOX.bottom + 1)
      }
    }
  })

  it('stay at or above the floor of the preset, at letters of at most 14 points', () => {
    for (const { report } of pages) {
      expect(report.sizePt).toBeGreaterThanOrEqual(FLOORS[preset])
      expect(report.sizePt).toBeLessThanOrEqual(14)
      const em = lang === 'hi' ? 0.622 : 0.536
      expect(report.xHeightMm).toBeCloseTo((report.sizePt * em * 25.4) / 72, 2)
    }
  })

  it('fill the page, short or long, as long as nothing was left out', () => {
    for (const { report, marks, percent } of pages) {
      if (marks === undefined || report.rung === 'dropped') continue
      expect([percent, report.fill >= 0.94]).toEqual([percent, true])
    }
  })

  it('have columns that differ by no more than a piece that cannot be divided', () => {
    const whole = pages.filter(isWhole).map(({ report }) => report)
    for (const report of whole) expect(feetDiffer(report)).toBeLessThan(BIG_PIECE)
    const even = whole.filter((report) => feetDiffer(report) <= 0.03)
    expect(even.length / whole.length).toBeGreaterThan(0.5)
  })

  it('leave out only sections of priority 2 and more', () => {
    for (const { report } of pages) {
      for (const id of report.dropped) expect(Number(id.slice(1)) % 3).not.toBe(0)
    }
  })
})
