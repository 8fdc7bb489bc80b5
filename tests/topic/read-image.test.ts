import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
