/**
 * A PNG that pdfkit puts into a file as it is. Its decoder (png-js 2) overflows the stack on a long text
 * chunk, takes the wrong byte for the transparent grey, and works on after the file was written; and what
 * is transparent on paper is white.
 */
import { crc32, deflateSync } from 'node:zlib'
import { decodePng, type PngParts } from './decode-png.ts'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const SHOWN = ['IHDR', 'PLTE', 'IDAT']

/** Whole pictures only, as the reader of topics has checked; anything but a PNG is handed back. */
export function plainPng(bytes: Uint8Array): Uint8Array {
  if (!isPng(bytes)) return bytes
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const parts = partsOf(chunks)
  if (isPlain(parts)) return join(chunks.filter(({ type }) => SHOWN.includes(type)))
  const header = Buffer.from(parts.header)
  const samples = isGrey(header) ? 1 : 3
  header.set([8, isGrey(header) ? 0 : 2, 0, 0, 0], 8)
  const pixels = flatten(decodePng(parts), samples)
  return join([
    { type: 'IHDR', data: header },
    { type: 'IDAT', data: deflateSync(unfiltered(pixels, samples * header.readUInt32BE(0))) },
  ])
}

const PAPER = 255

/** On white: only the first samples of each pixel are kept, the opacity goes into them. */
function flatten(rgba: Uint8Array, samples: number): Uint8Array {
  const flat = new Uint8Array((rgba.length / 4) * samples)
  let to = 0
  for (let from = 0; from < rgba.length; from += 4) {
    const opacity = rgba[from + 3] ?? PAPER
    for (let sample = 0; sample < samples; sample++) {
      const value = rgba[from + sample] ?? PAPER
      flat[to++] = PAPER + Math.round(((value - PAPER) * opacity) / 255)
    }
  }
  return flat
}

type Size = { readonly width: number; readonly height: number }

/** Grey and opacity of each pixel, a byte each. */
export type GreyPixels = Size & { readonly values: Uint8Array }

/** A PNG of grey with opacity (colour type 4). */
export function writeGreyPng({ values, ...size }: GreyPixels): Uint8Array {
  return writePng(size, { colorType: 4, samples: 2, pixels: values })
}

/** Three bytes a pixel. */
export type ColorPixels = Size & { readonly rgb: Uint8Array }

/** A PNG of full colours (colour type 2). */
export function writeColorPng({ rgb, ...size }: ColorPixels): Uint8Array {
  return writePng(size, { colorType: 2, samples: 3, pixels: rgb })
}

type Samples = {
  readonly colorType: number
  /** Of a pixel, a byte each. */
  readonly samples: number
  readonly pixels: Uint8Array
}

function writePng({ width, height }: Size, { colorType, samples, pixels }: Samples): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, colorType, 0, 0, 0], 8)
  return join([
    { type: 'IHDR', data: header },
    { type: 'IDAT', data: deflateSync(unfiltered(pixels, samples * width)) },
  ])
}

export type Pixels = Size & { readonly rgba: Uint8Array }

/** Undefined for anything but a PNG. */
export function readPng(bytes: Uint8Array): Pixels | undefined {
  if (!isPng(bytes)) return undefined
  const parts = partsOf(chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
  return {
    width: parts.header.readUInt32BE(0),
    height: parts.header.readUInt32BE(4),
    rgba: decodePng(parts),
  }
}

function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.equals(bytes.subarray(0, SIGNATURE.length))
}

type Chunk = { readonly type: string; readonly data: Uint8Array }

function chunksOf(bytes: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE.length; chunks.at(-1)?.type !== 'IEND'; ) {
    const end = at + 8 + bytes.readUInt32BE(at)
    chunks.push({
      type: bytes.toString('latin1', at + 4, at + 8),
      data: bytes.subarray(at + 8, end),
    })
    at = end + 4
  }
  return chunks
}

function partsOf(chunks: readonly Chunk[]): PngParts {
  const dataOf = (name: string): Buffer =>
    Buffer.concat(chunks.filter(({ type }) => type === name).map(({ data }) => data))
  return {
    header: dataOf('IHDR'),
    palette: dataOf('PLTE'),
    transparency: chunks.find(({ type }) => type === 'tRNS')?.data,
    packed: dataOf('IDAT'),
  }
}

/** Neither transparent in any way nor interlaced (PNG, third edition: 11.2.1). */
function isPlain({ header, transparency }: PngParts): boolean {
  const [, color = 0, , , interlace] = header.subarray(8)
  return transparency === undefined && color < GREY_WITH_OPACITY && interlace === 0
}

function isGrey(header: Uint8Array): boolean {
  const color = header[9]
  return color === 0 || color === GREY_WITH_OPACITY
}

const GREY_WITH_OPACITY = 4

/** Rows of `length` bytes behind a filter byte of 0. */
function unfiltered(pixels: Uint8Array, length: number): Uint8Array {
  const rows = new Uint8Array(pixels.length + pixels.length / length)
  for (let from = 0, to = 1; from < pixels.length; from += length, to += length + 1)
    rows.set(pixels.subarray(from, from + length), to)
  return rows
}

function join(chunks: readonly Chunk[]): Uint8Array {
  const all = [...chunks, { type: 'IEND', data: new Uint8Array() }]
  return Buffer.concat([SIGNATURE, ...all.map(writeChunk)])
}

function writeChunk({ type, data }: Chunk): Uint8Array {
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(type, 4, 'latin1')
  chunk.set(data, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4)
  return chunk
}
