/** The fixtures are 61 × 43 px; beside each stands its lightness as ImageMagick 6.9 reads it (Rec. 601). */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { greyImage } from '../../scripts/typeset/grey-image.ts'
import { meanDarkness } from '../../scripts/typeset/image-darkness.ts'
import { jpegPixels } from '../../scripts/typeset/jpeg-pixels.ts'
import { readPng } from '../../scripts/typeset/plain-png.ts'
import { readJpeg } from '../../scripts/typeset/read-jpeg.ts'

const FIXTURES = ['baseline', 'progressive', 'restart', 'grey', 'cmyk']

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`./fixtures/photo-${name}`, import.meta.url))
}

/** Lightness of each pixel. */
function lightnessOf(bytes: Uint8Array): readonly number[] {
  const png = readPng(bytes)
  if (png !== undefined) return [...png.rgba].filter((_, index) => index % 4 === 0)
  const jpeg = readJpeg(bytes)
  if (jpeg === undefined) throw new Error('neither PNG nor JPEG')
  return [...jpegPixels(jpeg).values].filter((_, index) => index % 2 === 0)
}

describe.each(FIXTURES)('a JPEG: %s', (name) => {
  const original = fixture(`${name}.jpg`)
  const wanted = lightnessOf(fixture(`${name}.png`))

  it('keeps its lightness to a rounding when it becomes grey', () => {
    const grey = lightnessOf(greyImage(original))
    expect(grey).toHaveLength(wanted.length)
    for (const [index, value] of grey.entries())
      expect(Math.abs(value - (wanted[index] ?? -9))).toBeLessThanOrEqual(3)
  })

  it('is as dark as its pixels', () => {
    const mean = wanted.reduce((sum, value) => sum + value, 0) / wanted.length
    expect(Math.abs(meanDarkness(original) - (1 - mean / 255))).toBeLessThan(0.02)
  })

  it('never throws when it is cut off or damaged', () => {
    for (let length = 0; length < original.length; length += 7) greyImage(original.slice(0, length))
    for (let at = 2; at < original.length; at += 3) {
      const damaged = original.slice()
      damaged[at] = (damaged[at] ?? 0) ^ 0x55
      greyImage(damaged)
    }
  })
})

it('a JPEG with lightness stays a JPEG of one component, with the same coefficients', () => {
  const before = readJpeg(fixture('progressive.jpg'))
  const after = readJpeg(greyImage(fixture('progressive.jpg')))
  expect(after?.components).toHaveLength(1)
  const [first] = before?.components ?? []
  const [only] = after?.components ?? []
  if (first === undefined || only === undefined) throw new Error('no component')
  for (let line = 0; line < only.usedLines; line++)
    for (let column = 0; column < only.usedPerLine; column++) {
      const block = ({ coefficients, blocksPerLine }: typeof only): Int16Array =>
        coefficients.slice((line * blocksPerLine + column) * 64).subarray(0, 64)
      expect(block(only)).toEqual(block(first))
    }
})
