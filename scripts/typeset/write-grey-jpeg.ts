/** The lightness of a JPEG as a JPEG of its own: the very coefficients, so that nothing is lost (ITU-T T.81). */
import { Buffer } from 'node:buffer'
import type { JpegComponent } from './read-jpeg.ts'

/** T.81, table K.3: lengths of the codes for differences of the means, and their sizes. */
const DC_COUNTS = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
const DC_VALUES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
/** T.81, table K.5: the same for runs of zeros and what follows them. */
const AC_COUNTS = [0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 125]
const AC_VALUES = Buffer.from(
  '01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa',
  'hex',
)
const MOST_DC = 2047
const MOST_AC = 1023

export type GreyJpeg = {
  readonly width: number
  readonly height: number
  readonly lightness: JpegComponent
  readonly exif: Uint8Array | undefined
}

export function writeGreyJpeg({ width, height, lightness, exif }: GreyJpeg): Uint8Array {
  const { quantization } = lightness
  const isWide = quantization.some((factor) => factor > 255)
  const factors = isWide ? [...quantization].flatMap(bytesOf) : [...quantization]
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    exif ?? Buffer.alloc(0),
    segment(0xdb, [isWide ? 0x10 : 0, ...factors]),
    segment(isWide ? 0xc1 : 0xc0, [8, ...bytesOf(height), ...bytesOf(width), 1, 1, 0x11, 0]),
    segment(0xc4, [0x00, ...DC_COUNTS, ...DC_VALUES]),
    segment(0xc4, [0x10, ...AC_COUNTS, ...AC_VALUES]),
    segment(0xda, [1, 1, 0, 0, 63, 0]),
    writeBlocks(lightness),
    Buffer.from([0xff, 0xd9]),
  ])
}

function segment(marker: number, data: readonly number[]): Uint8Array {
  return Buffer.from([0xff, marker, ...bytesOf(data.length + 2), ...data])
}

function bytesOf(word: number): readonly number[] {
  return [word >> 8, word & 255]
}

type Code = { readonly bits: number; readonly length: number }

/** T.81, C.2: codes in order of their lengths. */
function makeCodes(counts: readonly number[], values: Iterable<number>): ReadonlyMap<number, Code> {
  const codes = new Map<number, Code>()
  const rest = [...values]
  let bits = 0
  for (const [index, count] of counts.entries()) {
    for (const value of rest.splice(0, count)) codes.set(value, { bits: bits++, length: index + 1 })
    bits *= 2
  }
  return codes
}

const DC_CODES = makeCodes(DC_COUNTS, DC_VALUES)
const AC_CODES = makeCodes(AC_COUNTS, AC_VALUES)
const SIXTEEN_ZEROS = 0xf0
const END_OF_BLOCK = 0x00

function writeBlocks(component: JpegComponent): Uint8Array {
  const { coefficients, blocksPerLine, usedPerLine, usedLines } = component
  const writer = new BitWriter()
  let mean = 0
  for (let line = 0; line < usedLines; line++)
    for (let column = 0; column < usedPerLine; column++) {
      const at = (line * blocksPerLine + column) * 64
      const next = limit(coefficients[at] ?? 0, MOST_AC)
      writer.value(DC_CODES, 0, limit(next - mean, MOST_DC))
      mean = next
      writeRest(writer, coefficients.subarray(at, at + 64))
    }
  return writer.finish()
}

function writeRest(writer: BitWriter, block: Int16Array): void {
  let zeros = 0
  for (let k = 1; k < 64; k++) {
    const value = limit(block[k] ?? 0, MOST_AC)
    if (value === 0) {
      zeros++
      continue
    }
    for (; zeros > 15; zeros -= 16) writer.code(AC_CODES, SIXTEEN_ZEROS)
    writer.value(AC_CODES, zeros, value)
    zeros = 0
  }
  if (zeros > 0) writer.code(AC_CODES, END_OF_BLOCK)
}

/** A damaged file may hold anything; a sound one never exceeds these. */
function limit(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value))
}

class BitWriter {
  #bytes = new Uint8Array(1 << 16)
  #length = 0
  #byte = 0
  #used = 0

  code(codes: ReadonlyMap<number, Code>, symbol: number): void {
    const code = codes.get(symbol)
    if (code === undefined) throw new Error(`no code for ${symbol}`)
    this.#write(code.bits, code.length)
  }

  /** Run and size as a code, then the value's own bits (T.81, F.1.2). */
  value(codes: ReadonlyMap<number, Code>, run: number, value: number): void {
    const size = 32 - Math.clz32(Math.abs(value))
    this.code(codes, run * 16 + size)
    this.#write(value < 0 ? value + 2 ** size - 1 : value, size)
  }

  /** The last byte is filled with ones (T.81, F.1.2.3). */
  finish(): Uint8Array {
    if (this.#used > 0) this.#write(2 ** (8 - this.#used) - 1, 8 - this.#used)
    return this.#bytes.subarray(0, this.#length)
  }

  #write(bits: number, length: number): void {
    for (let i = length - 1; i >= 0; i--) {
      this.#byte = this.#byte * 2 + ((bits >> i) & 1)
      if (++this.#used === 8) this.#flush()
    }
  }

  #flush(): void {
    this.#push(this.#byte)
    if (this.#byte === 0xff) this.#push(0)
    this.#byte = 0
    this.#used = 0
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#length)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length++] = byte
  }
}
