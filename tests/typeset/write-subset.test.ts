import { describe, expect, it } from 'vitest'
import { readFontFile } from '../../scripts/font/faces.ts'
import { readTables } from '../../scripts/font/sfnt-tables.ts'
import { shapeRun } from '../../scripts/typeset/shape-run.ts'
import { EMPTY_GLYPH } from '../../scripts/typeset/shaped-glyph.ts'
import { MISSING_GLYPH, writeSubset } from '../../scripts/typeset/write-subset.ts'

const FACE = { family: 'Noto Sans Devanagari', weight: 400, isItalic: false } as const
const SERIF = { family: 'Noto Serif', weight: 400, isItalic: false } as const

const subsetOf = (face: typeof FACE | typeof SERIF, text: string): Uint8Array =>
  writeSubset(readFontFile(face), [MISSING_GLYPH, ...shapeRun(face, text).glyphs])

function viewOf(tables: ReturnType<typeof readTables>, tag: string): DataView {
  const table = tables.get(tag)
  if (table === undefined) throw new Error(`no ${tag}`)
  return new DataView(table.buffer, table.byteOffset, table.byteLength)
}

/** Every glyph's bytes, by the short offsets. */
function glyphsOf(file: Uint8Array): readonly DataView[] {
  const tables = readTables(file)
  const loca = viewOf(tables, 'loca')
  const glyf = tables.get('glyf') ?? new Uint8Array()
  const count = viewOf(tables, 'maxp').getUint16(4)
  expect(viewOf(tables, 'head').getInt16(50)).toBe(0)
  expect(loca.byteLength).toBe(2 * (count + 1))
  return Array.from({ length: count }, (_, id) => {
    const [from, to] = [2 * loca.getUint16(2 * id), 2 * loca.getUint16(2 * id + 2)]
    expect(to).toBeGreaterThanOrEqual(from)
    return new DataView(glyf.buffer, glyf.byteOffset + from, to - from)
  })
}

function sumOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let sum = 0
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0
  return sum
}

describe('a subset font', () => {
  it('adds up to the sum that the specification asks for', () => {
    expect(sumOf(subsetOf(FACE, 'हिन्दी'))).toBe(0xb1b0afba)
  })

  it('leaves the font it is made from as it was', () => {
    const before = sumOf(new Uint8Array(readFontFile(FACE)).subarray(0, 4096))
    subsetOf(FACE, 'ट्रिंकोमाली')
    expect(sumOf(new Uint8Array(readFontFile(FACE)).subarray(0, 4096))).toBe(before)
  })

  it('has a cluster as one glyph of its parts, in the limits it declares', () => {
    const file = subsetOf(FACE, 'र्कि')
    const glyphs = glyphsOf(file)
    const cluster = glyphs[1]
    expect(cluster?.getInt16(0)).toBe(-1)
    expect(cluster?.byteLength).toBe(10 + 8 * 2)
    const maxp = viewOf(readTables(file), 'maxp')
    expect(maxp.getUint16(28)).toBe(2)
    expect(maxp.getUint16(30)).toBeGreaterThanOrEqual(1)
    const parts = [cluster?.getUint16(12), cluster?.getUint16(20)].map((id) => glyphs[id ?? 0])
    const contours = parts.map((part) => part?.getInt16(0) ?? 0)
    expect(Math.min(...contours)).toBeGreaterThan(0)
    expect(maxp.getUint16(12)).toBe(contours.reduce((sum, count) => sum + count))
  })

  it('has empty glyphs of no width for the characters behind the first', () => {
    const file = subsetOf(FACE, 'कि')
    const hmtx = viewOf(readTables(file), 'hmtx')
    expect(glyphsOf(file)[2]?.byteLength).toBe(0)
    expect(hmtx.getUint16(4 * 2)).toBe(0)
    expect(hmtx.getUint16(4 * 1)).toBeGreaterThan(0)
  })

  it('brings along what an accented letter of the font is composed of', () => {
    const file = subsetOf(SERIF, 'é')
    const glyphs = glyphsOf(file)
    expect(glyphs[1]?.getInt16(0)).toBe(-1)
    expect(glyphs.length).toBeGreaterThan(3)
    expect(glyphs[1]?.getUint16(12)).toBeGreaterThan(1)
  })

  it('has the box of what it holds, not of the whole font', () => {
    const head = viewOf(readTables(subsetOf(SERIF, '.')), 'head')
    expect(head.getInt16(42)).toBeLessThan(1000)
  })

  it('is sound when it draws nothing', () => {
    const file = writeSubset(readFontFile(SERIF), [
      MISSING_GLYPH,
      { id: EMPTY_GLYPH, parts: [], defaultAdvance: 0 },
    ])
    expect(glyphsOf(file)[1]?.byteLength).toBe(0)
  })

  it('takes long offsets where the short ones do not reach', () => {
    const glyph = { id: 0, parts: [], defaultAdvance: 0 }
    const [long] = shapeRun(FACE, 'ञ').glyphs
    const file = writeSubset(readFontFile(FACE), [
      glyph,
      ...Array.from({ length: 3000 }, () => long ?? glyph),
    ])
    const tables = readTables(file)
    expect(viewOf(tables, 'head').getInt16(50)).toBe(1)
    const loca = viewOf(tables, 'loca')
    expect(loca.getUint32(loca.byteLength - 4)).toBe(tables.get('glyf')?.length)
  })
})
