/**
 * Reads a QR code from its modules, written from ISO/IEC 18004:2015 and knowing nothing of the encoder:
 * format information (§7.9), masks (§7.8), placement of codewords (§7.7.3), blocks (§7.5, table 9), Reed–
 * Solomon syndromes (§7.5.2), byte mode (§7.4.5). Levels L and M, versions 1 to 20.
 */
export type QrReading = {
  readonly text: string
  readonly version: number
  readonly level: 'L' | 'M'
  /** True when every block is a Reed–Solomon code word, so that a scanner can correct damage. */
  readonly isCorrectable: boolean
}

/** Table 9, by version: error correction codewords of a block, and number of blocks. */
const TABLES = {
  L: {
    ecc: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28],
    blocks: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8],
  },
  M: {
    ecc: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26],
    blocks: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16],
  },
} as const

type Division = { readonly ecc: number; readonly count: number }

type Modules = readonly (readonly boolean[])[]

const FINDER = ['1111111', '1000001', '1011101', '1011101', '1011101', '1000001', '1111111']

export function readQr(modules: Modules): QrReading {
  const size = modules.length
  const version = (size - 17) / 4
  if (!Number.isInteger(version) || version < 1 || version > 20)
    throw new Error(`${size} modules a side`)
  checkFinders(modules)
  const { level, mask } = readFormat(modules)
  const table = TABLES[level]
  const division = { ecc: table.ecc[version - 1] ?? 0, count: table.blocks[version - 1] ?? 0 }
  const blocks = deinterleave(readCodewords(modules, version, mask), division)
  const data = blocks.flatMap((block) => block.slice(0, -division.ecc))
  return {
    text: readBytes(data, version),
    version,
    level,
    isCorrectable: blocks.every((block) => hasZeroSyndromes(block, division.ecc)),
  }
}

function isDark(modules: Modules, x: number, y: number): boolean {
  return modules[y]?.[x] === true
}

function checkFinders(modules: Modules): void {
  const far = modules.length - 7
  for (const [left, top] of [
    [0, 0],
    [far, 0],
    [0, far],
  ] as const) {
    const rows = FINDER.map((_, y) =>
      [...FINDER].map((_, x) => (isDark(modules, left + x, top + y) ? '1' : '0')).join(''),
    )
    if (rows.join() !== FINDER.join()) throw new Error(`no finder pattern at ${left},${top}`)
  }
  for (let i = 8; i < modules.length - 8; i++)
    if (isDark(modules, i, 6) !== (i % 2 === 0) || isDark(modules, 6, i) !== (i % 2 === 0))
      throw new Error(`the timing pattern is broken at ${i}`)
}

function readFormat(modules: Modules): { readonly level: 'L' | 'M'; readonly mask: number } {
  const size = modules.length
  const steps = [0, 1, 2, 3, 4, 5, 6, 7]
  // Both copies, most significant bit first.
  const first = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((x) => isDark(modules, x, 8)),
    ...[7, 5, 4, 3, 2, 1, 0].map((y) => isDark(modules, 8, y)),
  ]
  const second = [
    ...steps.slice(0, 7).map((i) => isDark(modules, 8, size - 1 - i)),
    ...steps.map((i) => isDark(modules, size - 8 + i, 8)),
  ]
  if (first.join() !== second.join()) throw new Error('the two copies of the format differ')
  const bits = first.reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0) ^ 0b101010000010010
  const level = (['M', 'L'] as const)[bits >> 13]
  if (level === undefined) throw new Error(`error correction level ${bits >> 13}`)
  return { level, mask: (bits >> 10) & 7 }
}

/** Annex E: centres of the alignment patterns. */
function alignmentCentres(version: number): readonly number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const last = version * 4 + 10
  const step = Math.ceil((last - 6) / (count - 1) / 2) * 2
  return [6, ...Array.from({ length: count - 1 }, (_, i) => last - (count - 2 - i) * step)]
}

function isFunction(x: number, y: number, version: number): boolean {
  const size = version * 4 + 17
  const nearFinder = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8)
  if (nearFinder || x === 6 || y === 6) return true
  if (version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6))) return true
  const centres = alignmentCentres(version)
  const last = centres.at(-1)
  return centres.some((cx) =>
    centres.some((cy) => {
      const isCorner =
        (cx === 6 && cy === 6) || (cx === 6 && cy === last) || (cx === last && cy === 6)
      return !isCorner && Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2
    }),
  )
}

const MASKS: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

/** Pairs of columns from the right, upwards and downwards in turn, past the vertical timing pattern. */
function readCodewords(modules: Modules, version: number, mask: number): readonly number[] {
  const size = modules.length
  const isMasked = MASKS[mask] ?? (() => false)
  const bits: boolean[] = []
  let isUpward = true
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    for (let step = 0; step < size; step++) {
      const y = isUpward ? size - 1 - step : step
      for (const x of [right, right - 1])
        if (!isFunction(x, y, version)) bits.push(isDark(modules, x, y) !== isMasked(x, y))
    }
    isUpward = !isUpward
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((sum, bit) => sum * 2 + (bit ? 1 : 0), 0),
  )
}

function deinterleave(
  codewords: readonly number[],
  { ecc, count }: Division,
): readonly (readonly number[])[] {
  const shortData = Math.floor(codewords.length / count) - ecc
  const longBlocks = codewords.length % count
  const blocks: number[][] = Array.from({ length: count }, () => [])
  let at = 0
  for (let i = 0; i <= shortData; i++)
    for (const [index, block] of blocks.entries())
      if (i < shortData || index >= count - longBlocks) block.push(codewords[at++] ?? 0)
  for (let i = 0; i < ecc; i++) for (const block of blocks) block.push(codewords[at++] ?? 0)
  return blocks
}

/** GF(256) over x^8 + x^4 + x^3 + x^2 + 1. */
function multiply(a: number, b: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d)
    product ^= ((b >> bit) & 1) * a
  }
  return product
}

function hasZeroSyndromes(block: readonly number[], count: number): boolean {
  let root = 1
  for (let i = 0; i < count; i++) {
    const at = root
    if (block.reduce((sum, codeword) => multiply(sum, at) ^ codeword, 0) !== 0) return false
    root = multiply(root, 2)
  }
  return true
}

function readBytes(data: readonly number[], version: number): string {
  const bits = data.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const mode = bits.slice(0, 4)
  if (mode !== '0100') throw new Error(`mode ${mode} is not bytes`)
  const countLength = version < 10 ? 8 : 16
  const count = Number.parseInt(bits.slice(4, 4 + countLength), 2)
  const start = 4 + countLength
  const bytes = Array.from({ length: count }, (_, i) =>
    Number.parseInt(bits.slice(start + i * 8, start + i * 8 + 8), 2),
  )
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes))
}
