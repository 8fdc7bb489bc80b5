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
  const points = pointsIn(suspect.box, photographs)
  if (points.length === 0) return { kind: 'legible' }
  if (suspect.isCovered && isCovered(points, photographs)) return { kind: 'covered' }
  const color = hexOf(suspect.color ?? inkOf(points, { shown, hidden }))
  const grounds = new Map<string, number>()
  for (const [x, y] of points) {
    const ground = hexOf(hidden.at(x, y))
    grounds.set(ground, (grounds.get(ground) ?? 0) + 1)
  }
  const worst = [...grounds]
    .map(([ground, count]) => ({ ground, count, ratio: contrast(color, ground) }))
    .sort((a, b) => a.ratio - b.ratio)
  let left = points.length * STRAY_SHARE
  for (const { ground, count, ratio } of worst) {
    left -= count
    if (left >= 0) continue
    return ratio < suspect.leastRatio
      ? { kind: 'faint', ratio, color, ground }
      : { kind: 'legible' }
  }
  return { kind: 'legible' }
}

type Point = readonly [number, number]

function pointsIn({ x, y, width, height }: Box, { shown, area }: Photographs): readonly Point[] {
  const scale = shown.width / area.width
  const range = (from: number, to: number, most: number): readonly number[] => {
    const [first, last] = [
      Math.max(0, Math.round(from * scale)),
      Math.min(most, Math.round(to * scale)),
    ]
    return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index)
  }
  const columns = range(x - area.x, x - area.x + width, shown.width)
  const rows = range(y - area.y, y - area.y + height, shown.height)
  return rows.flatMap((row) => columns.map((column): Point => [column, row]))
}

/** The colour of the letters: the pixel that changes most when they go is all letter. */
function inkOf(
  points: readonly Point[],
  { shown, hidden }: Pick<Photographs, 'shown' | 'hidden'>,
): Triple {
  let ink: Triple = [0, 0, 0]
  let most = -1
  for (const [x, y] of points) {
    const color = shown.at(x, y)
    const change = changeOf(color, hidden.at(x, y))
    if (change <= most) continue
    most = change
    ink = color
  }
  return ink
}

function changeOf(first: Triple, second: Triple): number {
  return first.reduce((sum, value, index) => sum + Math.abs(value - (second[index] ?? 0)), 0)
}

const STRIPS = 8
/** A quarter of a line without a letter: no gap between words is as wide. */
const LEAST_EMPTY = 2

function isCovered(points: readonly Point[], { shown, hidden }: Photographs): boolean {
  const columns = points.map(([x]) => x)
  const first = Math.min(...columns.slice(0, 1))
  const width = (columns.at(-1) ?? first) - first + 1
  const inked = new Set<number>()
  for (const [x, y] of points)
    if (changeOf(shown.at(x, y), hidden.at(x, y)) > 0)
      inked.add(Math.floor(((x - first) * STRIPS) / width))
  return STRIPS - inked.size >= LEAST_EMPTY
}
