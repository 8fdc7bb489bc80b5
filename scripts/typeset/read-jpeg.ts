/** A JPEG → the coefficients of its components (ITU-T T.81, annex B: markers and segments). */
import { type HuffmanTable, makeHuffmanTable, readScan, type ScanComponent } from './jpeg-scan.ts'

export type JpegComponent = Omit<ScanComponent, 'dc' | 'ac'> & {
  readonly id: number
  /** 64 factors in zigzag order. */
  readonly quantization: Uint16Array
}

export type Jpeg = {
  readonly width: number
  readonly height: number
  readonly components: readonly JpegComponent[]
  /** Adobe's mark of the colours: 0 none, 1 YCbCr, 2 YCCK; undefined when the file has no such mark. */
  readonly adobeTransform: number | undefined
  /** The whole segment that says how a camera was held. */
  readonly exif: Uint8Array | undefined
}

/** Baseline, extended or progressive Huffman coding, 8 bits; undefined for any other file. */
export function readJpeg(bytes: Uint8Array): Jpeg | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const reader = new JpegReader(bytes)
  return reader.read()
}

/** Whether the first component is grey or the Y of YCbCr or YCCK, as Adobe's mark or the ids say. */
export function hasLightness({ components, adobeTransform }: Jpeg): boolean {
  if (components.length === 1) return true
  if (adobeTransform !== undefined) return adobeTransform !== 0
  return components.length === 3 && String.fromCharCode(...components.map(({ id }) => id)) !== 'RGB'
}

type Frame = Pick<Jpeg, 'width' | 'height'> & {
  readonly isProgressive: boolean
  readonly components: readonly (JpegComponent & { readonly table: number })[]
  readonly unitsPerLine: number
  readonly unitLines: number
}

class JpegReader {
  readonly #bytes: Uint8Array
  readonly #quantizations = new Map<number, Uint16Array>()
  readonly #huffmans = new Map<number, HuffmanTable>()
  #restartInterval = 0
  #frame: Frame | undefined
  #adobeTransform: number | undefined
  #exif: Uint8Array | undefined

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  read(): Jpeg | undefined {
    for (let at = 2; at + 4 <= this.#bytes.length; ) {
      const marker = this.#bytes[at + 1] ?? 0
      if (this.#bytes[at] !== 0xff || marker === 0xff) at++
      else if (marker === 0xd9) break
      else if (marker === 0x00 || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) at += 2
      else {
        const end = at + 2 + word(this.#bytes, at + 2)
        this.#segment(marker, this.#bytes.subarray(at + 4, end), at)
        at = marker === 0xda ? this.#scan(at + 4, end) : end
      }
    }
    return this.#frame === undefined ? undefined : this.#finish(this.#frame)
  }

  #segment(marker: number, data: Uint8Array, at: number): void {
    if (marker >= 0xc0 && marker <= 0xc2) this.#frame ??= makeFrame(data, marker === 0xc2)
    else if (marker === 0xc4) this.#addHuffmans(data)
    else if (marker === 0xdb) this.#addQuantizations(data)
    else if (marker === 0xdd) this.#restartInterval = word(data, 0)
    else if (marker === 0xee && text(data, 5) === 'Adobe') this.#adobeTransform = data[11]
    else if (marker === 0xe1 && text(data, 4) === 'Exif')
      this.#exif ??= this.#bytes.subarray(at, at + 4 + data.length)
  }

  #addHuffmans(data: Uint8Array): void {
    for (let at = 0; at + 17 <= data.length; ) {
      const counts = data.subarray(at + 1, at + 17)
      const total = counts.reduce((sum, count) => sum + count, 0)
      const values = data.subarray(at + 17, at + 17 + total)
      this.#huffmans.set(data[at] ?? 0, makeHuffmanTable(counts, values))
      at += 17 + total
    }
  }

  #addQuantizations(data: Uint8Array): void {
    for (let at = 0; at < data.length; ) {
      const isWide = (data[at] ?? 0) >> 4 !== 0
      const table = new Uint16Array(64).map((_, index) =>
        isWide ? word(data, at + 1 + 2 * index) : (data[at + 1 + index] ?? 0),
      )
      this.#quantizations.set((data[at] ?? 0) & 15, table)
      at += isWide ? 129 : 65
    }
  }

  #scan(from: number, to: number): number {
    const frame = this.#frame
    const data = this.#bytes.subarray(from, to)
    const count = data[0] ?? 0
    if (frame === undefined) return to
    const components = Array.from({ length: count }, (_, index) => {
      const tables = data[2 + 2 * index] ?? 0
      const component = frame.components.find(({ id }) => id === data[1 + 2 * index])
      const dc = this.#huffmans.get(tables >> 4)
      const ac = this.#huffmans.get(0x10 | (tables & 15))
      return component === undefined ? [] : [{ ...component, dc, ac }]
    }).flat()
    const [first = 0, last = 63, approximation = 0] = data.subarray(1 + 2 * count)
    const { isProgressive, unitsPerLine, unitLines } = frame
    return readScan(this.#bytes, to, {
      components,
      isProgressive,
      first,
      last: Math.min(63, isProgressive ? last : 63),
      before: isProgressive ? approximation >> 4 : 0,
      shift: isProgressive ? approximation & 15 : 0,
      restartInterval: this.#restartInterval,
      unitsPerLine,
      unitLines,
    })
  }

  #finish({ width, height, components }: Frame): Jpeg {
    return {
      width,
      height,
      components: components.map((component) => ({
        ...component,
        quantization: this.#quantizations.get(component.table) ?? new Uint16Array(64).fill(1),
      })),
      adobeTransform: this.#adobeTransform,
      exif: this.#exif,
    }
  }
}

/** T.81, A.1.1 and A.2.3: how many blocks a component has. */
function makeFrame(data: Uint8Array, isProgressive: boolean): Frame {
  const [height, width] = [word(data, 1), word(data, 3)]
  const given = Array.from({ length: data[5] ?? 0 }, (_, index) => {
    const [id = 0, sampling = 0x11, table = 0] = data.subarray(6 + 3 * index)
    const [horizontal, vertical] = [Math.max(1, sampling >> 4), Math.max(1, sampling & 15)]
    return { id, table, horizontal, vertical }
  })
  const most = {
    horizontal: Math.max(1, ...given.map(({ horizontal }) => horizontal)),
    vertical: Math.max(1, ...given.map(({ vertical }) => vertical)),
  }
  const unitsPerLine = Math.ceil(width / (8 * most.horizontal))
  const unitLines = Math.ceil(height / (8 * most.vertical))
  const components = given.map((component) => {
    const { horizontal, vertical } = component
    const blocksPerLine = unitsPerLine * horizontal
    return {
      ...component,
      blocksPerLine,
      usedPerLine: Math.ceil(Math.ceil((width * horizontal) / most.horizontal) / 8),
      usedLines: Math.ceil(Math.ceil((height * vertical) / most.vertical) / 8),
      coefficients: new Int16Array(64 * blocksPerLine * unitLines * vertical),
      quantization: new Uint16Array(64),
    }
  })
  return { width, height, isProgressive, components, unitsPerLine, unitLines }
}

function word(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
}

function text(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length))
}
