/**
 * How far apart two colours look, also to eyes without one kind of cone. Sight is simulated by the matrices of
 * Machado, Oliveira and Fernandes 2009 (IEEE TVCG 15:1291, table of severity 1.0) on linear sRGB; the distance is
 * CIEDE2000 (Sharma, Wu and Dalal 2005, Color Research and Application 30:21).
 */
type Triple = readonly [number, number, number]

const MATRICES = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Readonly<Record<string, readonly [Triple, Triple, Triple]>>

export type Sight = keyof typeof MATRICES

export const SIGHTS = ['normal', 'protan', 'deutan', 'tritan'] as const satisfies readonly Sight[]

export function differenceOf(first: string, second: string, sight: Sight): number {
  return labDifference(labOf(seen(first, sight)), labOf(seen(second, sight)))
}

function seen(color: string, sight: Sight): Triple {
  const linear = [1, 3, 5].map((at) => {
    const value = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return multiply(MATRICES[sight], linear).map((value) =>
    Math.min(1, Math.max(0, value)),
  ) as unknown as Triple
}

function multiply(matrix: readonly Triple[], vector: readonly number[]): readonly number[] {
  return matrix.map((row) => row.reduce((sum, factor, at) => sum + factor * (vector[at] ?? 0), 0))
}

/** Linear sRGB → XYZ (IEC 61966-2-1), D65 → CIELAB. */
const XYZ: readonly Triple[] = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
]
const WHITE: Triple = [0.95047, 1, 1.08883]

function labOf(rgb: Triple): Triple {
  const [x = 0, y = 0, z = 0] = multiply(XYZ, rgb).map((value, at) => {
    const ratio = value / (WHITE[at] ?? 1)
    return ratio > 0.008856 ? Math.cbrt(ratio) : 7.787 * ratio + 16 / 116
  })
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

const rad = (degrees: number): number => (degrees * Math.PI) / 180

export function labDifference(first: readonly number[], second: readonly number[]): number {
  const [l1 = 0, a1 = 0, b1 = 0] = first
  const [l2 = 0, a2 = 0, b2 = 0] = second
  const mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)))
  const [x1, x2] = [(1 + g) * a1, (1 + g) * a2]
  const [c1, c2] = [Math.hypot(x1, b1), Math.hypot(x2, b2)]
  const [h1, h2] = [hue(x1, b1), hue(x2, b2)]
  const turn = c1 * c2 === 0 ? 0 : ((h2 - h1 + 540) % 360) - 180
  const dL = l2 - l1
  const dC = c2 - c1
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin(rad(turn / 2))
  const meanL = (l1 + l2) / 2
  const meanC = (c1 + c2) / 2
  const meanH = c1 * c2 === 0 ? h1 + h2 : meanHue(h1, h2)
  const t =
    1 -
    0.17 * Math.cos(rad(meanH - 30)) +
    0.24 * Math.cos(rad(2 * meanH)) +
    0.32 * Math.cos(rad(3 * meanH + 6)) -
    0.2 * Math.cos(rad(4 * meanH - 63))
  const sL = 1 + (0.015 * (meanL - 50) ** 2) / Math.sqrt(20 + (meanL - 50) ** 2)
  const sC = 1 + 0.045 * meanC
  const sH = 1 + 0.015 * meanC * t
  const rotation =
    -Math.sin(rad(60 * Math.exp(-(((meanH - 275) / 25) ** 2)))) *
    2 *
    Math.sqrt(meanC ** 7 / (meanC ** 7 + 25 ** 7))
  return Math.sqrt(
    (dL / sL) ** 2 + (dC / sC) ** 2 + (dH / sH) ** 2 + rotation * (dC / sC) * (dH / sH),
  )
}

function hue(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
}

function meanHue(h1: number, h2: number): number {
  if (Math.abs(h1 - h2) <= 180) return (h1 + h2) / 2
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2
}
