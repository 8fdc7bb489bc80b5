import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lumaOf } from '../../scripts/typeset/grey.ts'
import { lightJpeg } from '../../scripts/typeset/light-jpeg.ts'
import { readPng } from '../../scripts/typeset/plain-png.ts'

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`./fixtures/photo-${name}`, import.meta.url))

const pixelsOf = (bytes: Uint8Array): readonly (readonly number[])[] => {
  const rgba = readPng(bytes)?.rgba ?? new Uint8Array()
  return Array.from({ length: rgba.length / 4 }, (_, index) => [
    ...rgba.subarray(4 * index, 4 * index + 3),
  ])
}

it('a JPEG of inks becomes light of the same lightness', () => {
  const light = pixelsOf(lightJpeg(fixture('cmyk.jpg'))).map(([r = 0, g = 0, b = 0]) =>
    lumaOf(r, g, b),
  )
  const wanted = pixelsOf(fixture('cmyk.png')).map(([grey = 0]) => grey)
  expect(light).toHaveLength(wanted.length)
  for (const [index, value] of light.entries())
    expect(Math.abs(value - (wanted[index] ?? -9))).toBeLessThanOrEqual(3)
})

it('keeps the colours of inks: red above, blue below', () => {
  // 40 × 30 pixels, by ImageMagick: gradient:red-blue in CMYK.
  const gradient = Buffer.from(GRADIENT, 'base64')
  const pixels = pixelsOf(lightJpeg(gradient))
  const [top, bottom] = [pixels[20], pixels.at(-20)]
  expect(top?.map((value) => Math.round(value / 64))).toEqual([4, 0, 0])
  expect(bottom?.map((value) => Math.round(value / 64))).toEqual([0, 0, 4])
})

it.each(['baseline', 'progressive', 'grey'])('hands back a JPEG of light: %s', (name) => {
  const bytes = fixture(`${name}.jpg`)
  expect(lightJpeg(bytes)).toBe(bytes)
})

const GRADIENT =
  '/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgICAgIDAgICAwMDAwQGBAQEBAQIBgYFBgkICgoJCAkJCgwPDAoLDgsJCQ0RDQ4PEBAREAoMEhMSEBMPEBAQ/9sAQwEDAwMEAwQIBAQIEAsJCxAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ/8AAFAgAHgAoBAERAAIRAQMRAQQRAP/EABgAAQADAQAAAAAAAAAAAAAAAAAGBwgJ/8QAIxAAAQEHBAMAAAAAAAAAAAAAAAIBAxUWF5GhBFFTYRRUZP/EABgBAQEBAQEAAAAAAAAAAAAAAAAIBgcJ/8QAHhEAAQQCAwEAAAAAAAAAAAAAAAEDFVIWUQITFBf/2gAOBAEAAhEDEQQAAD8AvzzOzoWR8dnln0nQCqDPZyPM7GR8djpFUGezkeZ2Mj47HSKoM9nI8zsZHx2OkVQZ7OR5nYyPjsdIqgz2ckYiq9lWJJ+kt3NBHuVUyPUp/wAi8iKr2VYfSW7iPcqoqU/5F5EVXsqw+kt3Ee5VRUp/yLyIqvZVh9JbuI9yqipT/kXkRVeyrD6S3cR7lVFSn/IvJZMkOeFliWZRdlbYG1QllL/nwJIc8LLCUXYwNqgpf8+BJDnhZYSi7GBtUFL/AJ8CSHPCywlF2MDaoKX/AD4EkOeFlhKLsYG1QUv+fBbEJddWMb6FKUhmjWcgaHdFhCXXVh6FEM0JA0O6LCEuurD0KIZoSBod0WEJddWHoUQzQkDQ7osIS66sPQohmhIGh3RY/9k='
