/** How much of a character stands outside the measure, so that the edge looks straight. */
import type { BoxItem } from './item.ts'

/**
 * Shares of the character's width, at the end of a line and at its start (Hochuli, “Detail in Typography”;
 * Thành, “Micro-typographic extensions to the TeX typesetting system”, 2000, for the letters).
 */
const AT_END: Readonly<Record<string, number>> = {
  '-': 0.5,
  '‐': 0.5,
  '–': 0.25,
  '—': 0.2,
  '.': 0.5,
  ',': 0.5,
  ';': 0.3,
  ':': 0.3,
  '’': 0.5,
  '”': 0.4,
  ')': 0.1,
  '।': 0.25,
  r: 0.05,
  t: 0.05,
  v: 0.05,
  w: 0.05,
  y: 0.05,
}

const AT_START: Readonly<Record<string, number>> = {
  '‘': 0.5,
  '“': 0.4,
  '(': 0.1,
  A: 0.05,
  T: 0.05,
  V: 0.05,
  W: 0.05,
  Y: 0.05,
  v: 0.05,
  w: 0.05,
  y: 0.05,
}

/** In em; 0 for what is raised or ends inside its run. */
export function hangAtEnd(box: BoxItem): number {
  const end = box.run.ends[box.to - 1] ?? -1
  return hang(box, box.to - 1, AT_END[box.run.text[end - 1] ?? ''])
}

export function hangAtStart(box: BoxItem): number {
  const start = box.from === 0 ? 0 : (box.run.ends[box.from - 1] ?? -1)
  return hang(box, box.from, AT_START[box.run.text[start] ?? ''])
}

function hang(box: BoxItem, glyph: number, share: number | undefined): number {
  if (share === undefined || box.span.riseEm !== 0) return 0
  return (box.run.glyphs[glyph]?.advance ?? 0) * share * box.span.scale
}
