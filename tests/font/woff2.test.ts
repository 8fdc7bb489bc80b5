import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packWoff2 } from '../../scripts/font/woff2.ts'
import { katexFile } from '../../scripts/math/katex.ts'

/** Table directory of WOFF File Format 2.0, 4.1: the first byte of an entry holds the tag's number, 63 for none. */
function tagNumbers(file: Uint8Array): readonly number[] {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  let at = 48
  const skipLength = (): void => {
    while ((view.getUint8(at++) & 0x80) !== 0);
  }
  return Array.from({ length: view.getUint16(12) }, () => {
    const number = view.getUint8(at++) & 63
    if (number === 63) at += 4
    skipLength()
    if (number === 10 || number === 11) skipLength()
    return number
  })
}

describe('a WOFF2 file', () => {
  it('names the tables that have a number by it, those with a space in their tag too', () => {
    const font = readFileSync(katexFile('fonts/KaTeX_AMS-Regular.ttf'))
    expect(tagNumbers(packWoff2(font, 'fast'))).toEqual(expect.arrayContaining([1, 8, 10, 11]))
    expect(tagNumbers(packWoff2(font, 'fast'))).not.toContain(63)
  })
})
