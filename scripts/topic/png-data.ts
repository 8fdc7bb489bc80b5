/**
 * Is the picture inside a PNG whole? Renderers decode it long after reading, some of them in a callback
 * where an exception ends the process, so what they would choke on is found here.
 */
import { crc32, inflateSync } from 'node:zlib'

export type PngChunk = { readonly type: string; readonly data: Uint8Array }

/** Samples a pixel and bit depths by colour type (PNG, third edition, table 8). */
const COLOUR_TYPES: ReadonlyMap<
  number,
  { readonly samples: number; readonly depths: readonly number[] }
> = new Map([
  [0, { samples: 1, depths: [1, 2, 4, 8, 16] }],
  [2, { samples: 3, depths: [8, 16] }],
  [3, { samples: 1, depths: [1, 2, 4, 8] }],
  [4, { samples: 2, depths: [8, 16] }],
  [6, { samples: 4, depths: [8, 16] }],
])

/** First column and row, and steps, of the passes of an interlaced picture (clause 8.2, Adam7). */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const
const ONE_PASS = [[0, 0, 1, 1]] as const

type Format = {
  readonly widthPx: number
  readonly heightPx: number
  readonly bitsPerPixel: number
  readonly isInterlaced: boolean
  readonly hasPalette: boolean
}

type Rows = { readonly count: number; readonly bytes: number }

/** @throws RangeError when the bytes end inside a chunk */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk & { readonly isSound: boolean }> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8, type = ''; type !== 'IEND'; ) {
    const end = at + 8 + view.getUint32(at)
    const sum = view.getUint32(end)
    type = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const isSound = sum === crc32(bytes.subarray(at + 4, end))
    yield { type, data: bytes.subarray(at + 8, end), isSound }
    at = end + 4
  }
}

/** Colour type, palette, compressed rows: all there, of the right length and of known kinds. */
export function isWholePng(chunks: readonly (PngChunk & { readonly isSound: boolean })[]): boolean {
  // A capital first letter marks a chunk that nothing can be shown without (clause 5.4).
  if (chunks.some(({ type, isSound }) => /^[A-Z]/.test(type) && !isSound)) return false
  const format = readFormat(chunks[0]?.data)
  if (format === undefined) return false
  if (format.hasPalette && !chunks.some(({ type, data }) => type === 'PLTE' && isPalette(data)))
    return false
  const passes = rowsOf(format)
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const raw = inflate(
    packed,
    passes.reduce((sum, { count, bytes }) => sum + count * bytes, 0),
  )
  return raw !== undefined && hasKnownFilters(raw, passes)
}

/** Undefined for what the standard does not know. */
function readFormat(header: Uint8Array | undefined): Format | undefined {
  if (header?.length !== 13) return undefined
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength)
  const [depth = 0, colour = 0, compression, filter, interlace = 0] = header.subarray(8)
  const type = COLOUR_TYPES.get(colour)
  if (type?.depths.includes(depth) !== true) return undefined
  if (compression !== 0 || filter !== 0 || interlace > 1) return undefined
  return {
    widthPx: view.getUint32(0),
    heightPx: view.getUint32(4),
    bitsPerPixel: type.samples * depth,
    isInterlaced: interlace === 1,
    hasPalette: colour === 3,
  }
}

function isPalette({ length }: Uint8Array): boolean {
  return length >= 3 && length <= 768 && length % 3 === 0
}

/** Each row begins with the byte of its filter; a pass without a column has no rows. */
function rowsOf({ widthPx, heightPx, bitsPerPixel, isInterlaced }: Format): readonly Rows[] {
  return (isInterlaced ? ADAM7 : ONE_PASS).map(([x, y, stepX, stepY]) => {
    const columns = Math.ceil((widthPx - x) / stepX)
    const count = columns <= 0 ? 0 : Math.max(0, Math.ceil((heightPx - y) / stepY))
    return { count, bytes: 1 + Math.ceil((columns * bitsPerPixel) / 8) }
  })
}

/** Exactly so many bytes or nothing: a small file can unpack to gigabytes. */
function inflate(packed: Uint8Array, length: number): Uint8Array | undefined {
  try {
    const raw = inflateSync(packed, { maxOutputLength: length })
    return raw.length === length ? raw : undefined
  } catch {
    // zlib throws for damaged data and for more data than allowed.
    return undefined
  }
}

function hasKnownFilters(raw: Uint8Array, passes: readonly Rows[]): boolean {
  let at = 0
  for (const { count, bytes } of passes)
    for (let row = 0; row < count; row++, at += bytes) if ((raw[at] ?? 5) > 4) return false
  return true
}
