import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { shrinkPng } from '../../scripts/print/shrink-png.ts'
import { readPng } from '../../scripts/typeset/plain-png.ts'
import { chunk, pngOf } from '../png-of.ts'

const WIDTH = 61
const HEIGHT = 40

/** Bytes that look random and are the same each time. */
function noise(length: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, at) => (at * at * 31 + at * 7) >> 3))
}

/** Rows with the filters 0 to 4 in turn, whatever comes of them. */
function filtered(color: 2 | 6): Buffer {
  const stride = 1 + WIDTH * (color === 2 ? 3 : 4)
  const rows = noise(stride * HEIGHT)
  for (let y = 0; y < HEIGHT; y++) rows[y * stride] = y % 5
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, color], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('a screenshot packed again', () => {
  it.each([2, 6] as const)(
    'has the same pixels, whatever its filters (colour type %i)',
    async (color) => {
      const png = filtered(color)
      const small = await shrinkPng(png)
      expect(readPng(small)).toEqual(readPng(png))
    },
  )

  it('has the same pixels where a photograph stands beside flat colour', async () => {
    const png = pngOf(WIDTH, HEIGHT, (x, y) =>
      y < 20 ? [11, 60, 93, 255] : [(x * 37) % 256, (y * 91) % 256, (x * y) % 256, 255],
    )
    expect(readPng(await shrinkPng(png))).toEqual(readPng(png))
  })

  it('comes back as it is when it is of a kind that browsers do not write', async () => {
    const grey = Buffer.from(pngOf(2, 2, () => [0, 0, 0, 255]))
    grey[25] = 0
    expect(await shrinkPng(grey)).toBe(grey)
  })
})
