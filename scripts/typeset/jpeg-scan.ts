/** The entropy-coded data of a JPEG scan → coefficients (ITU-T T.81, annexes F and G, Huffman coding). */

export type HuffmanTable = {
  /** By length of the code, 1 to 16: the largest code of that length, -1 when there is none. */
  readonly maxCode: Int32Array
  /** What to add to a code of that length to find its value. */
  readonly offset: Int32Array
  readonly values: Uint8Array
}

/** `counts`: how many codes there are of each length from 1 to 16 (T.81, B.2.4.2 and C.2). */
export function makeHuffmanTable(counts: Uint8Array, values: Uint8Array): HuffmanTable {
  const maxCode = new Int32Array(17).fill(-1)
  const offset = new Int32Array(17)
  let code = 0
  let index = 0
  for (let length = 1; length <= 16; length++) {
    const count = counts[length - 1] ?? 0
    offset[length] = index - code
    code += count
    index += count
    if (count > 0) maxCode[length] = code - 1
    code *= 2
  }
  return { maxCode, offset, values }
}

export type ScanComponent = {
  readonly horizontal: number
  readonly vertical: number
  /** Of whole units, those past the edge included. */
  readonly blocksPerLine: number
  /** Blocks that hold a pixel of the picture. */
  readonly usedPerLine: number
  readonly usedLines: number
  /** 64 for each block, in zigzag order. */
  readonly coefficients: Int16Array
  readonly dc: HuffmanTable | undefined
  readonly ac: HuffmanTable | undefined
}

export type Scan = {
  readonly components: readonly ScanComponent[]
  readonly isProgressive: boolean
  readonly first: number
  readonly last: number
  /** Bits of approximation: of the scan before, and of this one (G.1.2.3). */
  readonly before: number
  readonly shift: number
  readonly restartInterval: number
  readonly unitsPerLine: number
  readonly unitLines: number
}

/** Reads on from `start`; what is damaged or missing stays 0. Returns where the next marker stands. */
export function readScan(bytes: Uint8Array, start: number, scan: Scan): number {
  const bits = new BitReader(bytes, start)
  const decoder = new BlockDecoder(bits, scan)
  const [only] = scan.components
  const isAlone = scan.components.length === 1 && only !== undefined
  const units = isAlone ? only.usedPerLine * only.usedLines : scan.unitsPerLine * scan.unitLines
  for (let unit = 0; unit < units; unit++) {
    if (scan.restartInterval > 0 && unit > 0 && unit % scan.restartInterval === 0) {
      bits.restart()
      decoder.reset()
    }
    if (bits.isAtEnd) break
    if (isAlone) {
      const line = Math.floor(unit / only.usedPerLine)
      decoder.read(only, (line * only.blocksPerLine + (unit % only.usedPerLine)) * 64)
    } else readUnit(unit, scan, decoder)
  }
  return bits.markerAt()
}

function readUnit(unit: number, { components, unitsPerLine }: Scan, decoder: BlockDecoder): void {
  const unitLine = Math.floor(unit / unitsPerLine)
  const unitColumn = unit % unitsPerLine
  for (const component of components) {
    const { horizontal, vertical, blocksPerLine } = component
    for (let v = 0; v < vertical; v++)
      for (let h = 0; h < horizontal; h++) {
        const line = unitLine * vertical + v
        decoder.read(component, (line * blocksPerLine + unitColumn * horizontal + h) * 64)
      }
  }
}

class BlockDecoder {
  readonly #bits: BitReader
  readonly #scan: Scan
  readonly #predictions = new Map<ScanComponent, number>()
  /** Blocks still to come that hold nothing but corrections (G.1.2.2). */
  #endOfBand = 0

  constructor(bits: BitReader, scan: Scan) {
    this.#bits = bits
    this.#scan = scan
  }

  reset(): void {
    this.#predictions.clear()
    this.#endOfBand = 0
  }

  read(component: ScanComponent, at: number): void {
    const { isProgressive, first, before } = this.#scan
    if (!isProgressive) {
      this.#readDc(component, at)
      this.#readAc(component, at, 1)
    } else if (first === 0) {
      if (before === 0) this.#readDc(component, at)
      else this.#refineDc(component, at)
    } else if (before === 0) this.#readAc(component, at, first)
    else this.#refineAc(component, at)
  }

  #readDc(component: ScanComponent, at: number): void {
    const size = this.#bits.symbol(component.dc)
    const value = (this.#predictions.get(component) ?? 0) + this.#bits.signed(size)
    this.#predictions.set(component, value)
    component.coefficients[at] = value << this.#scan.shift
  }

  #refineDc({ coefficients }: ScanComponent, at: number): void {
    if (this.#bits.bit() === 1) coefficients[at] = (coefficients[at] ?? 0) | (1 << this.#scan.shift)
  }

  #readAc({ coefficients, ac }: ScanComponent, at: number, first: number): void {
    if (this.#endOfBand > 0) {
      this.#endOfBand--
      return
    }
    for (let k = first; k <= this.#scan.last; k++) {
      const symbol = this.#bits.symbol(ac)
      const [run, size] = [symbol >> 4, symbol & 15]
      if (size === 0 && run < 15) {
        this.#endOfBand = (1 << run) - 1 + (run === 0 ? 0 : this.#bits.unsigned(run))
        return
      }
      k += run
      if (size > 0 && k < 64) coefficients[at + k] = this.#bits.signed(size) << this.#scan.shift
    }
  }

  /** T.81, G.1.2.3: known coefficients get a further bit, new ones are ±1 at this place. */
  #refineAc({ coefficients, ac }: ScanComponent, at: number): void {
    const { first, last, shift } = this.#scan
    let k = first
    while (this.#endOfBand === 0 && k <= last) {
      const symbol = this.#bits.symbol(ac)
      const [run, size] = [symbol >> 4, symbol & 15]
      if (size === 0 && run < 15) {
        this.#endOfBand = (1 << run) + (run === 0 ? 0 : this.#bits.unsigned(run))
        break
      }
      const value = size === 0 ? 0 : this.#bits.bit() === 1 ? 1 << shift : -(1 << shift)
      for (let zeros = run; k <= last; k++) {
        const known = coefficients[at + k] ?? 0
        if (known !== 0) this.#correct(coefficients, at + k)
        else if (zeros-- === 0) break
      }
      if (k <= last && value !== 0) coefficients[at + k] = value
      k++
    }
    if (this.#endOfBand === 0) return
    for (; k <= last; k++) if (coefficients[at + k] !== 0) this.#correct(coefficients, at + k)
    this.#endOfBand--
  }

  #correct(coefficients: Int16Array, at: number): void {
    const known = coefficients[at] ?? 0
    if (this.#bits.bit() === 0) return
    coefficients[at] = known + (known > 0 ? 1 : -1) * (1 << this.#scan.shift)
  }
}

const STUFFED = 0x00

class BitReader {
  readonly #bytes: Uint8Array
  #at: number
  #byte = 0
  #left = 0

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes
    this.#at = start
  }

  /** A marker or the end of the file has been reached; all further bits are 0. */
  get isAtEnd(): boolean {
    return this.#left === 0 && this.#isMarker(this.#at)
  }

  #isMarker(at: number): boolean {
    if (at >= this.#bytes.length) return true
    return this.#bytes[at] === 0xff && this.#bytes[at + 1] !== STUFFED
  }

  bit(): number {
    if (this.#left === 0) {
      if (this.#isMarker(this.#at)) return 0
      this.#byte = this.#bytes[this.#at] ?? 0
      this.#at += this.#byte === 0xff ? 2 : 1
      this.#left = 8
    }
    this.#left--
    return (this.#byte >> this.#left) & 1
  }

  unsigned(size: number): number {
    let value = 0
    for (let i = 0; i < size; i++) value = value * 2 + this.bit()
    return value
  }

  /** T.81, F.2.2.1, EXTEND. */
  signed(size: number): number {
    if (size === 0) return 0
    const value = this.unsigned(size)
    return value < 2 ** (size - 1) ? value - 2 ** size + 1 : value
  }

  /** T.81, F.2.2.3; a code that is not in the table is read as 0. */
  symbol(table: HuffmanTable | undefined): number {
    if (table === undefined) return 0
    let code = 0
    for (let length = 1; length <= 16; length++) {
      code = code * 2 + this.bit()
      if (code <= (table.maxCode[length] ?? -1))
        return table.values[code + (table.offset[length] ?? 0)] ?? 0
    }
    return 0
  }

  /** Past a restart marker; not moved when there is none. */
  restart(): void {
    const at = this.markerAt()
    const marker = this.#bytes[at + 1] ?? 0
    this.#left = 0
    this.#at = marker >= 0xd0 && marker <= 0xd7 ? at + 2 : at
  }

  markerAt(): number {
    let at = this.#at
    while (!this.#isMarker(at)) at++
    return at
  }
}
