import { describe, expect, test } from 'vitest'
import {
  type Box,
  CAPACITY,
  LEAST_MARGIN_MM,
  type SheetGrid,
  type SheetLayout,
  sheetGrid,
  slideWidth,
} from '../../../scripts/print/handout/sheet-grid.ts'

const MARGINS = { leftMm: 14, rightMm: 14 }
const LAYOUTS = Object.keys(CAPACITY) as SheetLayout[]
const RATIOS = [16 / 9, 4 / 3]
const all = LAYOUTS.flatMap((layout) => RATIOS.map((ratio) => ({ layout, ratio })))

describe.each(all)('layout $layout, slides of $ratio', ({ layout, ratio }) => {
  const grid = sheetGrid(layout, ratio, MARGINS)

  test('has a cell for each slide, of its own ratio', () => {
    expect(grid.cells).toHaveLength(CAPACITY[layout])
    for (const { slide } of grid.cells) expect(slide.width / slide.height).toBeCloseTo(ratio, 6)
  })

  test('keeps the margins that a printer needs', () => {
    for (const box of boxesOf(grid)) {
      expect(box.left).toBeGreaterThanOrEqual(LEAST_MARGIN_MM)
      expect(box.top).toBeGreaterThanOrEqual(LEAST_MARGIN_MM)
      expect(box.left + box.width).toBeLessThanOrEqual(grid.widthMm - LEAST_MARGIN_MM)
      expect(box.top + box.height).toBeLessThanOrEqual(grid.heightMm - LEAST_MARGIN_MM)
    }
  })

  test('nothing lies over anything else', () => {
    const boxes = boxesOf(grid)
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1)) expect(overlap(a, b)).toBe(false)
  })
})

test('four slides lie, because they are larger so', () => {
  const wide = sheetGrid('4', 16 / 9, MARGINS)
  expect([wide.widthMm, wide.heightMm]).toEqual([297, 210])
  expect(slideWidth(wide)).toBeGreaterThan(120)
})

test('three slides have eight lines or more beside each', () => {
  for (const { lines } of sheetGrid('3', 16 / 9, MARGINS).cells)
    expect(lines?.height).toBeGreaterThanOrEqual(8 * 8)
})

function boxesOf({ header, cells }: SheetGrid): readonly Box[] {
  return [
    header,
    ...cells.flatMap(({ slide, caption, lines }) => [slide, caption, lines ?? slide]),
  ].filter((box, index, list) => list.indexOf(box) === index)
}

function overlap(a: Box, b: Box): boolean {
  const apart = 1e-6
  return (
    a.left < b.left + b.width - apart &&
    b.left < a.left + a.width - apart &&
    a.top < b.top + b.height - apart &&
    b.top < a.top + a.height - apart
  )
}
