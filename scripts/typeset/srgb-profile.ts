/**
 * The colour space of everything printed, as an ICC profile of 480 bytes (ICC.1:2004-10, profile version
 * 4.2; IEC 61966-2-1 for the numbers). Written here because the usual file is six times as large.
 */

const HEADER = 128
const TAG_ENTRY = 12

/** s15Fixed16Number, ICC.1 table 2. */
const fixed = (value: number): number => Math.round(value * 65536)

/** Primaries and white adapted to D50 by Bradford, rounded so that they add up to the D50 of the header. */
const WHITE = [0.9642, 1, 0.8249] as const
const RED = [0.436_035, 0.222_488, 0.013_916] as const
const GREEN = [0.385_117, 0.716_949, 0.097_076] as const
const BLUE = [0.143_048, 0.060_563, 0.713_908] as const
/** From D65 to D50, ICC.1 9.2.15. */
const ADAPTATION = [
  1.047_882, 0.022_918, -0.050_217, 0.029_587, 0.990_479, -0.017_059, -0.009_247, 0.015_075,
  0.751_678,
] as const
/** parametricCurveType of function type 3, ICC.1 10.15: g, a, b, c, d. */
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.040_45] as const

export function srgbProfile(): Uint8Array {
  const curve = curveTag()
  const parts: readonly (readonly [string, Buffer])[] = [
    ['desc', textTag('sRGB')],
    ['cprt', textTag('CC0')],
    ['wtpt', numbersTag('XYZ ', WHITE)],
    ['chad', numbersTag('sf32', ADAPTATION)],
    ['rXYZ', numbersTag('XYZ ', RED)],
    ['gXYZ', numbersTag('XYZ ', GREEN)],
    ['bXYZ', numbersTag('XYZ ', BLUE)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  const bodies = [...new Set(parts.map(([, body]) => body))]
  const start = HEADER + 4 + TAG_ENTRY * parts.length
  const offsetOf = (body: Buffer): number =>
    bodies.slice(0, bodies.indexOf(body)).reduce((sum, { length }) => sum + length, start)
  const table = Buffer.alloc(start - HEADER)
  table.writeUInt32BE(parts.length, 0)
  for (const [index, [name, body]] of parts.entries()) {
    const at = 4 + TAG_ENTRY * index
    table.write(name, at, 'latin1')
    table.writeUInt32BE(offsetOf(body), at + 4)
    table.writeUInt32BE(body.length, at + 8)
  }
  const size = start + bodies.reduce((sum, { length }) => sum + length, 0)
  return Buffer.concat([header(size), table, ...bodies])
}

/** A display profile from RGB to XYZ, perceptual, of a fixed date (ICC.1, 7.2). */
function header(size: number): Buffer {
  const bytes = Buffer.alloc(HEADER)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x0420_0000, 8)
  bytes.write('mntrRGB XYZ ', 12, 'latin1')
  for (const [index, part] of [2000, 1, 1].entries()) bytes.writeUInt16BE(part, 24 + 2 * index)
  bytes.write('acsp', 36, 'latin1')
  for (const [index, value] of WHITE.entries()) bytes.writeInt32BE(fixed(value), 68 + 4 * index)
  return bytes
}

/** multiLocalizedUnicodeType, ICC.1 10.13: one English record. */
function textTag(text: string): Buffer {
  const bytes = Buffer.alloc(28 + Math.ceil(text.length / 2) * 4)
  bytes.write('mluc', 0, 'latin1')
  bytes.writeUInt32BE(1, 8)
  bytes.writeUInt32BE(12, 12)
  bytes.write('enUS', 16, 'latin1')
  bytes.writeUInt32BE(2 * text.length, 20)
  bytes.writeUInt32BE(28, 24)
  for (let i = 0; i < text.length; i++) bytes.writeUInt16BE(text.charCodeAt(i), 28 + 2 * i)
  return bytes
}

function numbersTag(type: string, values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + 4 * values.length)
  bytes.write(type, 0, 'latin1')
  for (const [index, value] of values.entries()) bytes.writeInt32BE(fixed(value), 8 + 4 * index)
  return bytes
}

function curveTag(): Buffer {
  const bytes = numbersTag('para', [0, ...CURVE])
  bytes.writeUInt16BE(3, 8)
  return bytes
}
