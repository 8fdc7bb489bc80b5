/** Glyph descriptions of the “glyf” table (OpenType 1.9.1): read, with what “maxp” has to know, and made. */
import type { GlyphPart } from './shaped-glyph.ts'

export type Bounds = {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** A glyph as it stands in the file. No bounds: it draws nothing. */
export type GlyphData = {
  readonly bytes: Uint8Array
  readonly bounds: Bounds | undefined
  readonly isComposite: boolean
  readonly points: number
  readonly contours: number
  /** Numbers of components at top level, and levels below this one. */
  readonly elements: number
  readonly depth: number
}

export const NO_GLYPH: GlyphData = {
  bytes: new Uint8Array(),
  bounds: undefined,
  isComposite: false,
  points: 0,
  contours: 0,
  elements: 0,
  depth: 0,
}

const COMPOSITE = -1
const HEADER_LENGTH = 10

const ARGUMENTS_ARE_WORDS = 0x0001
const ARGUMENTS_ARE_OFFSETS = 0x0002
const HAS_SCALE = 0x0008
const MORE_COMPONENTS = 0x0020
const HAS_TWO_SCALES = 0x0040
const HAS_MATRIX = 0x0080

/** `componentOf` gives the data of a component; its number in the new file takes the place of the old. */
export function readGlyph(
  source: Uint8Array,
  componentOf: (id: number) => { readonly number: number; readonly data: GlyphData },
): GlyphData {
  if (source.length === 0) return NO_GLYPH
  const whole = new DataView(source.buffer, source.byteOffset, source.byteLength)
  const contours = whole.getInt16(0)
  const bounds = readBounds(whole)
  if (contours >= 0) {
    const points = contours === 0 ? 0 : whole.getUint16(HEADER_LENGTH + 2 * (contours - 1)) + 1
    return { ...NO_GLYPH, bytes: source, bounds, points, contours }
  }
  const bytes = source.slice()
  const view = new DataView(bytes.buffer)
  const components = componentPlaces(view).map((place) => {
    const { number, data } = componentOf(view.getUint16(place))
    view.setUint16(place, number)
    return data
  })
  return { bytes, bounds, ...addUp(components) }
}

/** The parts drawn together as one glyph. */
export function joinParts(parts: readonly (GlyphPart & { readonly data: GlyphData })[]): GlyphData {
  const bytes = new Uint8Array(HEADER_LENGTH + 8 * parts.length)
  const view = new DataView(bytes.buffer)
  const bounds = boundsOf(parts)
  view.setInt16(0, COMPOSITE)
  writeBounds(view, bounds)
  for (const [index, part] of parts.entries()) {
    const at = HEADER_LENGTH + 8 * index
    const more = index < parts.length - 1 ? MORE_COMPONENTS : 0
    view.setUint16(at, ARGUMENTS_ARE_WORDS | ARGUMENTS_ARE_OFFSETS | more)
    view.setUint16(at + 2, part.id)
    view.setInt16(at + 4, part.x)
    view.setInt16(at + 6, part.y)
  }
  return { bytes, bounds, ...addUp(parts.map(({ data }) => data)) }
}

function addUp(components: readonly GlyphData[]): Omit<GlyphData, 'bytes' | 'bounds'> {
  const total = (of: (data: GlyphData) => number): number =>
    components.reduce((sum, data) => sum + of(data), 0)
  return {
    isComposite: true,
    points: total(({ points }) => points),
    contours: total(({ contours }) => contours),
    elements: components.length,
    depth: 1 + Math.max(0, ...components.map(({ depth }) => depth)),
  }
}

/** Where the ids of the components stand. */
function componentPlaces(view: DataView): readonly number[] {
  const places: number[] = []
  let at = HEADER_LENGTH
  let flags = MORE_COMPONENTS
  while ((flags & MORE_COMPONENTS) !== 0) {
    flags = view.getUint16(at)
    places.push(at + 2)
    at += 4 + ((flags & ARGUMENTS_ARE_WORDS) === 0 ? 2 : 4) + transformLength(flags)
  }
  return places
}

function transformLength(flags: number): number {
  if ((flags & HAS_SCALE) !== 0) return 2
  if ((flags & HAS_TWO_SCALES) !== 0) return 4
  return (flags & HAS_MATRIX) === 0 ? 0 : 8
}

function readBounds(view: DataView): Bounds {
  return {
    minX: view.getInt16(2),
    minY: view.getInt16(4),
    maxX: view.getInt16(6),
    maxY: view.getInt16(8),
  }
}

function writeBounds(view: DataView, bounds: Bounds | undefined): void {
  view.setInt16(2, bounds?.minX ?? 0)
  view.setInt16(4, bounds?.minY ?? 0)
  view.setInt16(6, bounds?.maxX ?? 0)
  view.setInt16(8, bounds?.maxY ?? 0)
}

function boundsOf(
  parts: readonly (GlyphPart & { readonly data: GlyphData })[],
): Bounds | undefined {
  return parts
    .flatMap(({ x, y, data: { bounds } }) => (bounds === undefined ? [] : [moved(bounds, x, y)]))
    .reduce<Bounds | undefined>(unite, undefined)
}

function moved({ minX, minY, maxX, maxY }: Bounds, x: number, y: number): Bounds {
  return { minX: minX + x, minY: minY + y, maxX: maxX + x, maxY: maxY + y }
}

export function unite(all: Bounds | undefined, one: Bounds): Bounds {
  if (all === undefined) return one
  return {
    minX: Math.min(all.minX, one.minX),
    minY: Math.min(all.minY, one.minY),
    maxX: Math.max(all.maxX, one.maxX),
    maxY: Math.max(all.maxY, one.maxY),
  }
}
