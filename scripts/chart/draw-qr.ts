/** A QR code as squares. Source: ISO/IEC 18004, by the `uqr` library. */
import { encode } from 'uqr'
import { luminance } from '../color/contrast.ts'
import type { Drawing, Shape } from './drawing.ts'
import { escapeXml } from './write-svg.ts'

/** Longer addresses take the lowest error correction: larger squares help a phone more than repair does. */
const LONG_URL = 80

/** The quiet zone the standard asks for, in modules. */
const QUIET_ZONE = 4

export function drawQr(
  url: string,
  style: { readonly size: number; readonly color: string },
): Drawing {
  const data = modulesOf(url)
  const side = style.size / data.length
  const shapes = data.flatMap((row, y) =>
    runsOf(row).map((run) => square(run, y, { side, color: style.color })),
  )
  return { width: style.size, height: style.size, shapes }
}

export type QrLook = {
  readonly alt: string
  readonly color: string
  /** What it will stand on. */
  readonly ground: string
}

/** ISO/IEC 18004 wants dark modules on light, and not every phone reads the reverse. */
const PLATE = { color: '#000000', plate: '#ffffff' }

/** As the one path of an SVG whose unit is a module: an eighth of the bytes that its squares would take. */
export function qrToSvg(url: string, { alt, color, ground }: QrLook): string {
  const data = modulesOf(url)
  const squares = data.flatMap((row, y) =>
    runsOf(row).map(({ start, length }) => `M${start} ${y}h${length}v1h-${length}z`),
  )
  const label = escapeXml(alt)
  const isLightOnDark = luminance(color) > luminance(ground)
  const fill = isLightOnDark ? PLATE.color : color
  const plate = isLightOnDark
    ? `<rect width="${data.length}" height="${data.length}" fill="${PLATE.plate}"/>`
    : ''
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${data.length} ${data.length}" role="img" aria-label="${label}"><title>${label}</title>${plate}<path fill="${fill}" d="${squares.join('')}" shape-rendering="crispEdges"/></svg>`
}

type Modules = readonly (readonly boolean[])[]

const known = new Map<string, Modules>()
const MAX_KNOWN = 64

/** Deck, brief and both editions of a topic show the same code, which takes a millisecond or two to find. */
function modulesOf(url: string): Modules {
  const found = known.get(url)
  if (found !== undefined) return found
  const { data } = encode(url, { ecc: url.length > LONG_URL ? 'L' : 'M', border: QUIET_ZONE })
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(url, data)
  return data
}

type Run = { readonly start: number; readonly length: number }

/** Dark modules side by side become one rectangle: no hairlines between squares when printed. */
function runsOf(row: readonly boolean[]): readonly Run[] {
  const runs: Run[] = []
  let start = -1
  for (let x = 0; x <= row.length; x++) {
    const isDark = row[x] === true
    if (isDark && start < 0) start = x
    if (isDark || start < 0) continue
    runs.push({ start, length: x - start })
    start = -1
  }
  return runs
}

function square(run: Run, y: number, { side, color }: { side: number; color: string }): Shape {
  const round = (value: number): number => Math.round(value * 1000) / 1000
  return {
    kind: 'rect',
    x: round(run.start * side),
    y: round(y * side),
    width: round(run.length * side),
    height: round(side),
    fill: color,
  }
}
