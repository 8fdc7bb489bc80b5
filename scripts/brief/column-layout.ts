/**
 * How many columns a page has: as many as give lines of a length that reads well, 45–75 characters
 * (Bringhurst, “The Elements of Typographic Style”, 2.1.2), two of somewhat shorter lines where one would be too long.
 */
import type { BriefTokens } from '../theme/brief-tokens.ts'
import type { Preset } from '../topic/topic.ts'
import { pointsOf } from '../typeset/length.ts'

export type Layout = {
  readonly columns: number
  readonly gutterPt: number
  /** Added after every Latin letter of running text, in em; 0 or less. */
  readonly trackingEm: number
}

/** Average advance of running text in Noto Serif, spaces included; Devanagari clusters are wider but fewer. */
const CHARACTER_EM = 0.52
const IDEAL_CHARACTERS = 58
/** Ragged text of clear print reads badly in short lines; justified text of two columns bears fewer. */
const LEAST_CHARACTERS = { dense: 38, standard: 38, 'clear-print': 44 } as const
const MOST_CHARACTERS = 84
const MAX_COLUMNS = 3
/** The second rung of columns: a gutter may lose this share of its width. */
const NARROW_GUTTER = 0.75
/** Half of what letters may be moved; the other half stays with each line (print.md §5.1). */
const TIGHT_TRACKING_EM = -0.006

export type ColumnsPage = {
  readonly tokens: BriefTokens
  readonly preset: Preset
  readonly isHindi: boolean
  readonly innerWidthPt: number
}

export function columnWidth(innerWidthPt: number, { columns, gutterPt }: Layout): number {
  return (innerWidthPt - gutterPt * (columns - 1)) / columns
}

export function charactersPerLine(page: ColumnsPage, layout: Layout, sizePt: number): number {
  return columnWidth(page.innerWidthPt, layout) / (sizePt * CHARACTER_EM)
}

/** The count whose lines are nearest to the ideal, of those neither too short nor too long. */
export function usualLayout(page: ColumnsPage, sizePt: number): Layout {
  const layouts = Array.from({ length: MAX_COLUMNS }, (_, index) => layoutOf(page, index + 1))
  const readable = layouts.filter((layout) => isReadable(page, layout, sizePt))
  const [best] = (readable.length === 0 ? layouts.slice(0, 1) : readable).toSorted(
    (a, b) => distance(page, a, sizePt) - distance(page, b, sizePt),
  )
  return best ?? layoutOf(page, 1)
}

export function layoutOf({ tokens }: Pick<ColumnsPage, 'tokens'>, columns: number): Layout {
  return { columns, gutterPt: pointsOf(tokens.gutterMm), trackingEm: 0 }
}

function isReadable(page: ColumnsPage, layout: Layout, sizePt: number): boolean {
  const characters = charactersPerLine(page, layout, sizePt)
  return characters >= LEAST_CHARACTERS[page.preset] && characters <= MOST_CHARACTERS
}

function distance(page: ColumnsPage, layout: Layout, sizePt: number): number {
  return Math.abs(charactersPerLine(page, layout, sizePt) - IDEAL_CHARACTERS)
}

/** The rungs between leading and size: wider columns by a narrower gutter, then letters set closer. */
export function closerLayouts(layout: Layout, { isHindi, preset }: ColumnsPage): readonly Layout[] {
  const narrow = { ...layout, gutterPt: layout.gutterPt * NARROW_GUTTER }
  // Devanagari has one headline and clear print its own rules: neither is tracked.
  const isTracked = !isHindi && preset !== 'clear-print'
  const tracked = { ...narrow, trackingEm: TIGHT_TRACKING_EM }
  return [...(layout.columns > 1 ? [narrow] : []), ...(isTracked ? [tracked] : [])]
}
