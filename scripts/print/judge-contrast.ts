/** Contrast of what is painted: the page is photographed with its text and without it. */
import { contrast, hexOf, type Triple } from '../color/contrast.ts'
import type { Box, Suspect } from './inspect/measured.ts'
import type { Pixels } from './read-png.ts'

export type Photographs = {
  readonly shown: Pixels
  readonly hidden: Pixels
  /** Part of the slide that both show. */
  readonly area: Box
}

export type Verdict =
  | { readonly kind: 'legible' }
  /** Something stands over it. */
  | { readonly kind: 'covered' }
  | {
      readonly kind: 'faint'
      readonly ratio: number
      readonly color: string
      readonly ground: string
    }

/** Of the ground behind a line this share may be too near to its colour: a rule, a grid line, the edge of a box. */
const STRAY_SHARE = 0.1

export function judgeContrast(suspect: Suspect, photographs: Photographs): Verdict {
  const { shown, hidden } = photographs
  const area = areaOf(suspect.box, photographs)
  const size = area.width * area.height
  if (size === 0) return { kind: 'legible' }
  if (suspect.isCovered && isCovered(area, photographs)) return { kind: 'covered' }
  const color = hexOf(suspect.color ?? inkOf(area, { shown, hidden }))
  const worst = [...groundsOf(area, hidden)]
    .map(([key, count]) => ({ ground: hexOf(tripleOf(key)), count }))
    .map(({ ground, count }) => ({ ground, count, ratio: contrast(color, ground) }))
    .sort((a, b) => a.ratio - b.ratio)
  let left = size * STRAY_SHARE
  for (const { ground, count, ratio } of worst) {
    left -= count
    if (left >= 0) continue
    return ratio < suspect.leastRatio
      ? { kind: 'faint', ratio, color, ground }
      : { kind: 'legible' }
  }
  return { kind: 'legible' }
}

/** Of a line in the photographs, which are somewhat larger than the slide: whole pixels. */
function areaOf({ x, y, width, height }: Box, { shown, area }: Photographs): Box {
  const scale = shown.width / area.width
  const range = (from: number, to: number, most: number): readonly [number, number] => {
    const first = Math.max(0, Math.round(from * scale))
    return [first, Math.max(0, Math.min(most, Math.round(to * scale)) - first)]
  }
  const [left, across] = range(x - area.x, x - area.x + width, shown.width)
  const [top, down] = range(y - area.y, y - area.y + height, shown.height)
  return { x: left, y: top, width: across, height: down }
}

/** A line has a hundred thousand pixels: they are visited where they are, and never collected. */
function visit({ x, y, width, height }: Box, look: (x: number, y: number) => void): void {
  for (let row = y; row < y + height; row++)
    for (let column = x; column < x + width; column++) look(column, row)
}

/** How many pixels there are of each colour; a colour is 0xrrggbb. */
function groundsOf(area: Box, hidden: Pixels): ReadonlyMap<number, number> {
  const grounds = new Map<number, number>()
  visit(area, (x, y) => {
    const [red, green, blue] = hidden.at(x, y)
    const key = (red << 16) | (green << 8) | blue
    grounds.set(key, (grounds.get(key) ?? 0) + 1)
  })
  return grounds
}

function tripleOf(key: number): Triple {
  return [key >> 16, (key >> 8) & 255, key & 255]
}

/** The colour of the letters: the pixel that changes most when they go is all letter. */
function inkOf(area: Box, { shown, hidden }: Pick<Photographs, 'shown' | 'hidden'>): Triple {
  let ink: Triple = [0, 0, 0]
  let most = -1
  visit(area, (x, y) => {
    const color = shown.at(x, y)
    const change = changeOf(color, hidden.at(x, y))
    if (change <= most) return
    most = change
    ink = color
  })
  return ink
}

function changeOf(first: Triple, second: Triple): number {
  return (
    Math.abs(first[0] - second[0]) + Math.abs(first[1] - second[1]) + Math.abs(first[2] - second[2])
  )
}

const STRIPS = 8
/** A quarter of a line without a letter: no gap between words is as wide. */
const LEAST_EMPTY = 2

function isCovered(area: Box, { shown, hidden }: Photographs): boolean {
  const inked = new Set<number>()
  visit(area, (x, y) => {
    if (changeOf(shown.at(x, y), hidden.at(x, y)) > 0)
      inked.add(Math.floor(((x - area.x) * STRIPS) / area.width))
  })
  return STRIPS - inked.size >= LEAST_EMPTY
}
