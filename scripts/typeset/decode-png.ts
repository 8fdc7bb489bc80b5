/** The pixels of a PNG (PNG, third edition: clauses 7 to 9, filters; 11.2.2 and 11.3.1.1, colours). */
import { inflateSync } from 'node:zlib'

export type PngParts = {
  /** The 13 bytes of IHDR. */
  readonly header: Buffer
  readonly palette: Uint8Array
  /** Content of tRNS. */
  readonly transparency: Uint8Array | undefined
  /** Content of all IDAT chunks. */
  readonly packed: Uint8Array
}

type Pass = {
  readonly x: number
  readonly y: number
  readonly stepX: number
  readonly stepY: number
}

const ONE_PASS: readonly Pass[] = [{ x: 0, y: 0, stepX: 1, stepY: 1 }]
const ADAM7: readonly Pass[] = [
  { x: 0, y: 0, stepX: 8, stepY: 8 },
  { x: 4, y: 0, stepX: 8, stepY: 8 },
  { x: 0, y: 4, stepX: 4, stepY: 8 },
  { x: 2, y: 0, stepX: 4, stepY: 4 },
  { x: 0, y: 2, stepX: 2, stepY: 4 },
  { x: 1, y: 0, stepX: 2, stepY: 2 },
  { x: 0, y: 1, stepX: 1, stepY: 2 },
]
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }

/** Red, green, blue and opacity of each pixel, a byte each. */
export function decodePng(parts: PngParts): Uint8Array {
  const { header } = parts
  const width = header.readUInt32BE(0)
  const height = header.readUInt32BE(4)
  const [depth = 8, color = 6, , , interlace] = header.subarray(8)
  const samples = SAMPLES[color] ?? 1
  const raw = inflateSync(parts.packed)
  const rgba = new Uint8Array(width * height * 4)
  const colorOf = makeColor(parts, { depth, color })
  const isPlain = depth === 8 && interlace !== 1 && (color === 6 || isOpaque(parts, color))
  let at = 0
  for (const pass of interlace === 1 ? ADAM7 : ONE_PASS) {
    const columns = Math.ceil((width - pass.x) / pass.stepX)
    if (columns <= 0) continue
    const length = Math.ceil((columns * samples * depth) / 8)
    let above: Uint8Array = new Uint8Array(length)
    for (let y = pass.y; y < height; y += pass.stepY, at += 1 + length) {
      const row = unfilter(
        raw.subarray(at, at + 1 + length),
        above,
        Math.ceil((samples * depth) / 8),
      )
      above = row
      if (isPlain) {
        copyRow(row, rgba, { at: y * width * 4, samples })
        continue
      }
      for (let column = 0; column < columns; column++)
        rgba.set(
          colorOf(sampleReader(row, depth, column * samples)),
          (y * width + pass.x + column * pass.stepX) * 4,
        )
    }
  }
  return rgba
}

/** Nothing stands between the bytes of a sample and its colour, as in nearly every photograph. */
function isOpaque({ transparency }: PngParts, color: number): boolean {
  return transparency === undefined && (color === 0 || color === 2)
}

function copyRow(
  row: Uint8Array,
  rgba: Uint8Array,
  { at, samples }: { readonly at: number; readonly samples: number },
): void {
  const [green, blue] = samples === 1 ? [0, 0] : [1, 2]
  for (let from = 0, to = at; from < row.length; from += samples, to += 4) {
    rgba[to] = row[from] ?? 0
    rgba[to + 1] = row[from + green] ?? 0
    rgba[to + 2] = row[from + blue] ?? 0
    rgba[to + 3] = samples === 4 ? (row[from + 3] ?? 0) : 255
  }
}

/** @param row filter byte and filtered bytes; @param back bytes from a sample to the one on its left */
function unfilter(row: Uint8Array, above: Uint8Array, back: number): Uint8Array {
  const plain = row.slice(1)
  UNFILTERS[row[0] ?? 0]?.(plain, above, back)
  return plain
}

type Unfilter = (plain: Uint8Array, above: Uint8Array, back: number) => void

/** By filter type; a photograph has millions of bytes, so each has a loop of its own. */
const UNFILTERS: readonly Unfilter[] = [
  () => {},
  (plain, _, back) => {
    for (let i = back; i < plain.length; i++) plain[i] = (plain[i] ?? 0) + (plain[i - back] ?? 0)
  },
  (plain, above) => {
    for (let i = 0; i < plain.length; i++) plain[i] = (plain[i] ?? 0) + (above[i] ?? 0)
  },
  (plain, above, back) => {
    for (let i = 0; i < plain.length; i++) {
      const left = i < back ? 0 : (plain[i - back] ?? 0)
      plain[i] = (plain[i] ?? 0) + ((left + (above[i] ?? 0)) >> 1)
    }
  },
  (plain, above, back) => {
    for (let i = 0; i < plain.length; i++) {
      const left = i < back ? 0 : (plain[i - back] ?? 0)
      const corner = i < back ? 0 : (above[i - back] ?? 0)
      plain[i] = (plain[i] ?? 0) + paeth(left, above[i] ?? 0, corner)
    }
  },
]

function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner)
  const toUp = Math.abs(left - corner)
  const toCorner = Math.abs(left + up - 2 * corner)
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

type ReadSample = (index: number) => number

function sampleReader(row: Uint8Array, depth: number, first: number): ReadSample {
  return (index) => {
    const at = first + index
    if (depth === 8) return row[at] ?? 0
    if (depth === 16) return (row[2 * at] ?? 0) * 256 + (row[2 * at + 1] ?? 0)
    const bit = at * depth
    return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
  }
}

type Pixel = readonly [number, number, number, number]

/** How the samples of a pixel become a colour, by colour type. */
function makeColor(
  { palette, transparency }: PngParts,
  { depth, color }: { readonly depth: number; readonly color: number },
): (sample: ReadSample) => Pixel {
  const scale = 255 / (2 ** depth - 1)
  const byte = (sample: number) => Math.round(sample * scale)
  const clear = [0, 1, 2].map(
    (i) => (transparency?.[2 * i] ?? -1) * 256 + (transparency?.[2 * i + 1] ?? 0),
  )
  const isClear = (...given: readonly number[]) => given.every((value, i) => value === clear[i])
  const grey = (value: number, opacity: number): Pixel => [value, value, value, opacity]
  switch (color) {
    case 0:
      return (sample) => grey(byte(sample(0)), isClear(sample(0)) ? 0 : 255)
    case 3:
      return (sample) => {
        const [red = 0, green = 0, blue = 0] = palette.subarray(3 * sample(0))
        return [red, green, blue, transparency?.[sample(0)] ?? 255]
      }
    case 4:
      return (sample) => grey(byte(sample(0)), byte(sample(1)))
    default:
      return (sample) => {
        const [red, green, blue] = [sample(0), sample(1), sample(2)]
        const opacity = color === 6 ? byte(sample(3)) : isClear(red, green, blue) ? 0 : 255
        return [byte(red), byte(green), byte(blue), opacity]
      }
  }
}
