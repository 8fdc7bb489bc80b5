import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { plainPng } from '../../scripts/typeset/plain-png.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const RED = [255, 0, 0]
const BLUE = [0, 0, 255]
const WHITE = [255, 255, 255]

function chunk(type: string, data: readonly number[] | Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

type Shape = { width: number; height: number; depth: number; color: number; interlace?: number }

function pngOf(shape: Shape, rows: readonly number[], ...before: readonly Buffer[]): Buffer {
  const { width, height, depth, color, interlace = 0 } = shape
  const header = [0, 0, 0, width, 0, 0, 0, height, depth, color, 0, 0, interlace]
  const data = chunk('IDAT', deflateSync(Buffer.from(rows)))
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), ...before, data, chunk('IEND', [])])
}

/** Pixels of what came out, which is plain: a filter byte of 0, then one byte or three a pixel. */
function pixelsOf(png: Uint8Array): readonly (readonly number[])[] {
  const bytes = Buffer.from(png)
  const color = bytes[25] ?? 0
  expect([...bytes.subarray(24, 29)]).toEqual([8, color, 0, 0, 0])
  expect([0, 2]).toContain(color)
  const samples = color === 0 ? 1 : 3
  const width = bytes.readUInt32BE(16)
  const rows = inflateSync(bytes.subarray(41, 41 + bytes.readUInt32BE(33)))
  const pixels: number[][] = []
  for (let at = 0; at < rows.length; at += 1 + samples * width)
    for (let x = 0; x < width; x++) {
      const from = at + 1 + samples * x
      pixels.push([...rows.subarray(from, from + samples)])
    }
  return pixels
}

describe('a transparent colour, white on paper,', () => {
  it('of a grey picture is the one that is named', () => {
    const png = pngOf({ width: 2, height: 1, depth: 8, color: 0 }, [0, 0, 7], chunk('tRNS', [0, 7]))
    expect(pixelsOf(plainPng(png))).toEqual([[0], [255]])
  })

  it('of a coloured picture is the one that is named', () => {
    const clear = chunk('tRNS', [0, 255, 0, 0, 0, 0])
    const png = pngOf({ width: 2, height: 1, depth: 8, color: 2 }, [0, 255, 0, 0, 0, 0, 255], clear)
    expect(pixelsOf(plainPng(png))).toEqual([WHITE, BLUE])
  })

  it.each([
    [1, [0, 0b01000000]],
    [2, [0, 0b00010000]],
    [4, [0, 0x01, 0x00]],
    [8, [0, 0, 1, 0]],
  ])('of a palette with %i bits a pixel is the entry that is named', (depth, rows) => {
    const colours = [chunk('PLTE', [0, 0, 0, 255, 0, 0]), chunk('tRNS', [0])]
    const png = pngOf({ width: 3, height: 1, depth, color: 3 }, rows, ...colours)
    expect(pixelsOf(plainPng(png))).toEqual([WHITE, RED, WHITE])
  })
})

it('lays what is half transparent on white', () => {
  const coloured = pngOf({ width: 1, height: 1, depth: 8, color: 6 }, [0, 255, 0, 51, 127])
  expect(pixelsOf(plainPng(coloured))).toEqual([[255, 128, 153]])
  const grey = pngOf({ width: 2, height: 1, depth: 8, color: 4 }, [0, 0, 51, 0, 255])
  expect(pixelsOf(plainPng(grey))).toEqual([[204], [0]])
})

it('undoes every filter', () => {
  const rows = [...[0, 10, 20], ...[1, 10, 10], ...[2, 10, 10], ...[3, 10, 10], ...[4, 10, 10]]
  const png = pngOf({ width: 2, height: 5, depth: 8, color: 0 }, rows, chunk('tRNS', [0, 1]))
  const greys = pixelsOf(plainPng(png)).map(([grey]) => grey)
  expect(greys).toEqual([10, 20, 10, 20, 20, 30, 20, 35, 30, 45])
})

it('puts the passes of an interlaced picture of few bits together', () => {
  // 3 × 2 pixels, black but for the last: passes 1, 4, 6 and 7 have pixels, the last row is pass 7.
  const rows = [...[0, 0], ...[0, 0], ...[0, 0], ...[0, 0b00100000]]
  const png = pngOf({ width: 3, height: 2, depth: 1, color: 0, interlace: 1 }, rows)
  expect(pixelsOf(plainPng(png)).map(([grey]) => grey)).toEqual([0, 0, 0, 0, 0, 255])
})

it('leaves out what is not shown, and the pixels as they are', () => {
  const shape = { width: 1, height: 1, depth: 8, color: 2 }
  const text = chunk('tEXt', Buffer.alloc(1_000_000, 'x'))
  const plain = pngOf(shape, [0, 1, 2, 3])
  expect(plainPng(pngOf(shape, [0, 1, 2, 3], text))).toEqual(plain)
  expect(plainPng(plain)).toEqual(plain)
})

it('hands a JPEG back', () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xd9])
  expect(plainPng(jpeg)).toBe(jpeg)
})
