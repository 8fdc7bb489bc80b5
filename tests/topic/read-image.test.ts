import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { imageHeader } from '../../scripts/topic/image-header.ts'
import { readImage } from '../../scripts/topic/read-image.ts'
import { pngOf } from './png.ts'

let root = ''
let content = ''

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-image-'))
  content = join(root, 'content')
  mkdirSync(join(content, 'images'), { recursive: true })
  mkdirSync(join(root, 'content-secret'))
  writeFileSync(join(root, 'secret.png'), pngOf(1, 1))
  writeFileSync(join(root, 'content-secret/s.png'), pngOf(1, 1))
  writeFileSync(join(content, 'images/a.png'), pngOf(7, 5))
  symlinkSync(join(root, 'secret.png'), join(content, 'link.png'))
  symlinkSync(root, join(content, 'up'))
  symlinkSync('loop.png', join(content, 'loop.png'))
  symlinkSync('images/a.png', join(content, 'inside.png'))
})

afterAll(() => rmSync(root, { recursive: true }))

function codeOf(src: string): string {
  const read = readImage(src, content, { file: 'a.md' })
  return 'code' in read ? read.code : 'read'
}

it.each([
  '../secret.png',
  'images/../../secret.png',
  './../secret.png',
  '%2e%2e/secret.png',
  '..%2fsecret.png',
  '%252e%252e/secret.png',
  '..\\secret.png',
  'images\\..\\..\\secret.png',
  '..%5csecret.png',
  '../content-secret/s.png',
  '/etc/passwd',
  '//host/a.png',
  '\\\\host\\share\\a.png',
  '\\a.png',
  'C:\\a.png',
  'c:/a.png',
  'C:a.png',
  'file:///etc/passwd',
  'file:a.png',
  'FILE:///a.png',
  'http://e.org/a.png',
  'HTTPS://e.org/a.png',
  'data:image/png;base64,AA',
  'blob:x',
  'javascript:x',
  '~/a.png',
  'link.png',
  'up/secret.png',
  'loop.png',
  ' ../secret.png',
  '%2fetc/passwd',
  'images/a.png\u0000.txt',
  '%00',
  '',
  '.',
  'images',
  'images/',
  'images/A\u0301.png',
  '.../secret.png',
])('never reads %j', (src) => {
  expect(codeOf(src)).toMatch(/^(?:image-|cannot-read)/u)
})

it.each(['images/a.png', './images/a.png', 'inside.png'])('reads %s', (src) => {
  expect(readImage(src, content, { file: 'a.md' })).toMatchObject({
    file: { mime: 'image/png', widthPx: 7, heightPx: 5 },
  })
})

it('reads the size of a JPEG behind other segments, and refuses one that is cut off', () => {
  const jpeg = Buffer.from([
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, 0x01, 0x02, 0x03, 0x04, 1, 1, 0x11, 0,
    0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9,
  ])
  expect(imageHeader(jpeg)).toEqual({ mime: 'image/jpeg', widthPx: 0x0304, heightPx: 0x0102 })
  for (let length = 3; length < jpeg.length; length++)
    expect(imageHeader(jpeg.subarray(0, length))).toBe('damaged')
})

it('refuses every cut of a PNG', () => {
  const png = pngOf(4, 4)
  for (let length = 8; length < png.length; length++)
    expect(imageHeader(png.subarray(0, length))).toBe('damaged')
})

/** A renderer that unpacks such a picture ends the process, or shows nothing. */
it.each([
  ['are no zlib stream', Buffer.from('garbage')],
  ['are missing', Buffer.alloc(0)],
  ['end too early', deflateSync(Buffer.alloc(30))],
  ['unpack to more than the picture holds', deflateSync(Buffer.alloc(1_000_000))],
  ['name an unknown filter', deflateSync(Buffer.alloc(5 * 16, 9))],
])('refuses a PNG whose rows %s', (_, rows) => {
  writeFileSync(join(content, 'rows.png'), pngOf(5, 5, rows))
  expect(codeOf('rows.png')).toBe('image-damaged')
})

it.each([
  ['a colour type that does not exist', 25, 7],
  ['a bit depth that its colour type does not have', 24, 4],
  ['a palette that is missing', 25, 3],
  ['a changed byte', 17, 1],
])('refuses a PNG with %s', (_, at, value) => {
  const png = Buffer.from(pngOf(5, 5))
  png[at] = value
  writeFileSync(join(content, 'header.png'), png)
  expect(codeOf('header.png')).toBe('image-damaged')
})

describe('a JPEG', () => {
  const START = [0xff, 0xd8]
  const REST = [0xff, 0xda, 0, 2, 9, 9, 0xff, 0xd9]
  const frame = (marker = 0xc0, bits = 8, channels = 3) => [
    ...[0xff, marker, 0, 11, bits, 0, 30, 0, 40, channels, 1, 0x11, 0],
  ]
  const exif = (orientation: number) => [
    ...[0xff, 0xe1, 0, 34, ...Buffer.from('Exif\0\0MM\0*\0\0\0\u0008', 'latin1')],
    ...[0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ]
  const header = (...parts: readonly (readonly number[])[]) =>
    imageHeader(Buffer.from([START, ...parts, REST].flat()))

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'held as Exif says with %i has the size it is shown in',
    (orientation) => {
      const [widthPx, heightPx] = orientation > 4 ? [30, 40] : [40, 30]
      expect(header(exif(orientation), frame())).toMatchObject({ widthPx, heightPx })
    },
  )

  it('with Exif that makes no sense is shown as it is', () => {
    const wrong = exif(6).fill(0xff, 14, 18)
    expect(header(wrong, frame())).toMatchObject({ widthPx: 40, heightPx: 30 })
  })

  it.each([
    ['lossless', frame(0xc3)],
    ['arithmetic', frame(0xc9)],
    ['of 12 bits', frame(0xc1, 12)],
    ['of two channels', frame(0xc0, 8, 2)],
  ])('that is %s is refused, because no browser shows it', (_, bytes) => {
    expect(header(bytes)).toBe('unusual')
  })
})
