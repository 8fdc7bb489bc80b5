/** How many slides a page when the paper is limited. */
import { describe, expect, it } from 'vitest'
import {
  fitSheets,
  legibleInstead,
  type SheetTask,
  smallestIn,
  smallSlides,
} from '../../../scripts/print/handout/fit-sheets.ts'
import { LEAST_X_HEIGHT_MM, xHeightMm } from '../../../scripts/print/handout/legibility.ts'
import { CAPACITY } from '../../../scripts/print/handout/sheet-grid.ts'

const BODY = 33

function taskOf(count: number, given: Partial<SheetTask> = {}): SheetTask {
  return {
    slides: Array.from({ length: count }, (_, index) => ({ number: index + 1, sizePx: BODY })),
    slidePx: { width: 1280, height: 720 },
    margins: { leftMm: 14, rightMm: 14 },
    leastMm: LEAST_X_HEIGHT_MM.usual,
    layout: undefined,
    sheets: 500,
    sides: 1,
    ...given,
  }
}

/** One slide with letters of another size. */
function withSlide(task: SheetTask, number: number, sizePx: number | undefined): SheetTask {
  const slides = task.slides.map((slide) => (slide.number === number ? { number, sizePx } : slide))
  return { ...task, slides }
}

describe('with enough paper', () => {
  it.each([
    [24, 12, '2'],
    [24, 11, '3'],
    [24, 8, '3'],
    [24, 7, '4'],
    [24, 6, '4'],
    [24, 5, '6'],
    [24, 3, '8'],
    [25, 3, '9'],
  ])('%i slides on %i sheets stand %s a page: the roomiest that fits', (count, sheets, layout) => {
    const fit = fitSheets(taskOf(count, { sheets }))
    expect(fit).toEqual({
      layout,
      sheets: Math.ceil(count / CAPACITY[fit.layout]),
      blocked: undefined,
    })
  })

  it('both sides of a sheet are two pages', () => {
    expect(fitSheets(taskOf(24, { sheets: 4, sides: 2 })).layout).toBe('3')
  })

  it('nothing roomier is taken than what was asked for', () => {
    expect(fitSheets(taskOf(24, { layout: '4' })).layout).toBe('4')
    expect(fitSheets(taskOf(24, { layout: '4', sheets: 4 })).layout).toBe('6')
  })

  it('pages of notes are printed for who asks for them', () => {
    expect(fitSheets(taskOf(5)).layout).toBe('2')
    expect(fitSheets(taskOf(5, { layout: 'notes' })).layout).toBe('notes')
  })
})

describe('with too little paper', () => {
  it('takes the densest that is read, and says what is in the way', () => {
    const { layout, sheets, blocked } = fitSheets(taskOf(40, { sheets: 2 }))
    expect([layout, sheets]).toEqual(['9', 5])
    expect(blocked).toMatchObject({ pages: 5, surplus: 22 })
    expect(blocked?.next).toMatchObject({ layout: '10', count: 40 })
    expect(blocked?.next?.smallest.xHeightMm).toBeLessThan(LEAST_X_HEIGHT_MM.usual)
  })

  it('names the one slide that forbids more on a page', () => {
    const task = withSlide(taskOf(24, { sheets: 3 }), 12, 27)
    const { layout, blocked } = fitSheets(task)
    expect(layout).toBe('4')
    expect(blocked?.next).toMatchObject({ layout: '6', count: 1, smallest: { number: 12 } })
  })

  it('as many slides as are too many, left out, would do', () => {
    const { blocked } = fitSheets(taskOf(40, { sheets: 2 }))
    expect(fitSheets(taskOf(40 - (blocked?.surplus ?? 0), { sheets: 2 })).blocked).toBeUndefined()
    expect(fitSheets(taskOf(41 - (blocked?.surplus ?? 0), { sheets: 2 })).blocked).toBeDefined()
  })

  it('slides of pictures alone have nothing that could be too small', () => {
    const task = taskOf(16, { sheets: 1 })
    const slides = task.slides.map(({ number }) => ({ number, sizePx: undefined }))
    expect(fitSheets({ ...task, slides })).toEqual({ layout: '16', sheets: 1, blocked: undefined })
  })
})

it('no layout that is chosen prints letters below the least', () => {
  for (const sizePx of [20, 24, 27, 33, 40, 60])
    for (const leastMm of Object.values(LEAST_X_HEIGHT_MM))
      for (const sheets of [1, 2, 3, 5, 8, 13, 30]) {
        const task = withSlide(taskOf(30, { sheets, leastMm }), 7, sizePx)
        const { layout, blocked } = fitSheets(task)
        const found = smallestIn(layout, task)?.xHeightMm ?? 0
        if (blocked === undefined) expect(found).toBeGreaterThanOrEqual(leastMm)
      }
})

it('the least x-height is that of 9 pt at 40 cm, seen from 25 cm', () => {
  const ninePt = (9 / 72) * 25.4 * 0.536
  expect(LEAST_X_HEIGHT_MM.usual).toBeCloseTo(Math.floor(ninePt * 10) / 10 / (40 / 25), 2)
})

it('letters shrink as the slide does', () => {
  expect(xHeightMm(33, { slideMm: 87, slidePx: 1280 })).toBeCloseTo(1.202, 3)
  expect(xHeightMm(33, { slideMm: 182, slidePx: 1280 })).toBeCloseTo(2.515, 3)
})

it('says which slides are too small in a fixed layout, and in which they are not', () => {
  const task = withSlide(taskOf(6), 4, 24)
  expect(smallSlides('6', task).map(({ number }) => number)).toEqual([4])
  expect(legibleInstead(task)?.layout).toBe('4')
  expect(legibleInstead({ ...task, leastMm: 9 })).toBeUndefined()
})
