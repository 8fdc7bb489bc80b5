import { describe, expect, it } from 'vitest'
import { type Flow, fillSheets } from '../../../scripts/print/key/fill-columns.ts'

function flow(heights: readonly number[], columns = 3, titleHeight = 10): Flow {
  return { columns, titleHeight, heights }
}

const room = (_sheet: number): number => 100

function piecesOf(flows: readonly Flow[], roomOf = room): readonly (readonly number[])[] {
  return fillSheets(flows, roomOf, 5).map((sheet) => sheet.flatMap(({ columns }) => columns.flat()))
}

const TENS = Array.from({ length: 40 }, () => 10)

describe('columns', () => {
  it('end evenly where all fits', () => {
    const [[placed] = []] = fillSheets([flow(TENS.slice(0, 9))], room, 5)
    expect(placed?.columns).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7, 8],
    ])
  })

  it('are filled to the foot where more follows, every piece once and in order', () => {
    expect(piecesOf([flow(TENS)])).toEqual([
      Array.from({ length: 27 }, (_, index) => index),
      Array.from({ length: 13 }, (_, index) => index + 27),
    ])
  })

  it('never stand lower than the room', () => {
    const heights = Array.from({ length: 200 }, (_, index) => 3 + ((index * 7) % 11))
    for (const sheet of fillSheets([flow(heights), flow(heights, 2)], room, 5))
      for (const { top, hasTitle, columns } of sheet)
        for (const column of columns) {
          const height = column.reduce((sum, piece) => sum + (heights[piece] ?? 0), 0)
          expect(top + (hasTitle ? 10 : 0) + height).toBeLessThanOrEqual(100)
        }
  })

  it('begin on a further sheet when not one piece has room behind what went before', () => {
    const sheets = fillSheets([flow([80], 1), flow([20], 1)], room, 5)
    expect(sheets.map((sheet) => sheet.map(({ flow: index }) => index))).toEqual([[0], [1]])
  })
})

describe('a piece that is higher than a sheet', () => {
  it('stands on one of its own, and nothing is lost', () => {
    expect(piecesOf([flow([30, 150, 30], 1)])).toEqual([[0], [1], [2]])
  })

  it('may be the first', () => {
    expect(piecesOf([flow([150], 1)])).toEqual([[0]])
  })
})

it('leaves room for the title of the first sheet', () => {
  expect(piecesOf([flow(TENS.slice(0, 8), 1)], (sheet) => (sheet === 0 ? 60 : 100))).toEqual([
    [0, 1, 2, 3, 4],
    [5, 6, 7],
  ])
})
