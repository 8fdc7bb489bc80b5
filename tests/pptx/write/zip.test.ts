import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeZip, type ZipFile } from '../../../scripts/pptx/write/zip.ts'

function file(path: string, content: string | Uint8Array, rest: Partial<ZipFile> = {}): ZipFile {
  return { path, content, isPacked: false, isCommon: false, ...rest }
}

describe('a zip archive', () => {
  it('gives back what went in, in its order', () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * index) % 251)
    const archive = unzipSync(
      writeZip([
        file('b.xml', '<a>रूस – India</a>'.repeat(50)),
        file('a/picture.png', bytes, { isPacked: true }),
        file('a/large.bin', bytes),
        file('empty.xml', ''),
      ]),
    )
    expect(Object.keys(archive)).toEqual(['b.xml', 'a/picture.png', 'a/large.bin', 'empty.xml'])
    expect(new TextDecoder().decode(archive['b.xml'])).toBe('<a>रूस – India</a>'.repeat(50))
    expect(archive['a/picture.png']).toEqual(bytes)
    expect(archive['a/large.bin']).toEqual(bytes)
    expect(archive['empty.xml']).toHaveLength(0)
  })

  it('stores what is packed already and deflates the rest', () => {
    const packed = writeZip([file('a.png', new Uint8Array(5000), { isPacked: true })])
    const deflated = writeZip([file('a.xml', new Uint8Array(5000))])
    expect(packed.length).toBeGreaterThan(5000)
    expect(deflated.length).toBeLessThan(200)
  })

  it('has the same bytes whether a common file is deflated anew or known', () => {
    const files = [file('theme.xml', '<t/>'.repeat(99), { isCommon: true })]
    expect(writeZip(files)).toEqual(writeZip(files))
    expect(writeZip(files)).toEqual(writeZip([file('theme.xml', '<t/>'.repeat(99))]))
  })

  it('says that a name is UTF-8 when it is', () => {
    const archive = writeZip([file('चित्र.xml', 'x'), file('plain.xml', 'x')])
    expect(Object.keys(unzipSync(archive))).toEqual(['चित्र.xml', 'plain.xml'])
    const flags = new DataView(archive.buffer).getUint16(6, true)
    expect(flags & (1 << 11)).not.toBe(0)
  })
})
