/** What the fit chose, or by how much the page is too small and what to cut. */

import type { Preset } from '../topic/topic.ts'
import { mmOf } from '../typeset/length.ts'
import type { FlowBlock } from './brief-block.ts'
import { heightOfPart } from './drop-sections.ts'
import type { Fit, RungName } from './fit-flow.ts'

export type SectionLines = { readonly id: string; readonly lines: number }

export type FitReport = {
  readonly preset: Preset
  /** The step of the ladder that the page stands on, or `dropped` when sections were left out. */
  readonly rung: RungName | 'dropped'
  readonly sizePt: number
  readonly leadingPt: number
  readonly xHeightMm: number
  readonly columns: number
  /** Share of the column height that is filled, of the fuller column and of each; 0 when nothing fits. */
  readonly fill: number
  readonly columnFill: readonly number[]
  /** How many sizes and layouts of the columns were measured. */
  readonly trials: number
  /** Lines that do not fit at the smallest size allowed; 0 when the page is complete. */
  readonly overflowLines: number
  /** Height of every section and box in lines of text, in source order. */
  readonly sections: readonly SectionLines[]
  /** Lines of running text that end with a divided word. */
  readonly hyphens: number
  /** The widest word space of a justified line. */
  readonly widestGapPt: number
  /** Ids of the sections left out, in source order. */
  readonly dropped: readonly string[]
  /** Id; empty when there is no section. */
  readonly largestSection: string
  /** What to shorten or leave out, as a sentence; empty when the page is complete. */
  readonly cheapestCut: string
}

/**
 * Height of small letters in em: of Noto Sans and Noto Serif (OS/2 sxHeight), and of Noto Sans Devanagari from the
 * baseline to the headline (the top of क), its sxHeight being that of its Latin.
 */
const X_HEIGHT_EM = { latin: 0.536, devanagari: 0.622 } as const

export type ReportedPage = {
  readonly preset: Preset
  /** Set in Devanagari; left out: in Latin letters, or in both. */
  readonly isHindi?: boolean
  readonly heightPt: number
  readonly blocks: readonly Pick<FlowBlock, 'id' | 'priority'>[]
  readonly dropped?: readonly Pick<FlowBlock, 'id'>[]
}

export function reportFit(fit: Fit, page: ReportedPage): FitReport {
  const sections = page.blocks.map(({ id }) => linesOf(id, fit))
  const overflowLines = Math.max(0, Math.ceil(fit.overflowPt / fit.leadingPt - 1e-9))
  const dropped = (page.dropped ?? []).map(({ id }) => id)
  const columnFill = fit.columns
    .filter((column) => column.atoms.length > 0)
    .map((column) => round(column.heightPt / page.heightPt))
  return {
    preset: page.preset,
    rung: dropped.length > 0 ? 'dropped' : fit.rung,
    sizePt: fit.sizePt,
    leadingPt: round(fit.leadingPt),
    xHeightMm: round(
      mmOf(fit.sizePt * X_HEIGHT_EM[page.isHindi === true ? 'devanagari' : 'latin']),
    ),
    columns: fit.layout.columns,
    fill: Math.max(0, ...columnFill),
    columnFill,
    trials: fit.trials,
    overflowLines,
    sections,
    hyphens: fit.atoms.filter(({ endsWithHyphen }) => endsWithHyphen).length,
    widestGapPt: round(Math.max(0, ...fit.atoms.map(({ widestGapPt }) => widestGapPt))),
    dropped,
    largestSection: sections.toSorted((a, b) => b.lines - a.lines)[0]?.id ?? '',
    cheapestCut: overflowLines === 0 ? '' : cheapestCut(sections, page.blocks, overflowLines),
  }
}

function linesOf(id: string, fit: Fit): SectionLines {
  return { id, lines: Math.round(heightOfPart(id, fit) / fit.leadingPt) }
}

/**
 * Everything that may be left out is not enough, or the page would have been made without it: so all of it, and
 * of the rest the shortest section that suffices or as many lines of the largest; else the largest, one by one.
 */
function cheapestCut(
  sections: readonly SectionLines[],
  blocks: ReportedPage['blocks'],
  overflowLines: number,
): string {
  const priorities = new Map(blocks.map(({ id, priority }) => [id, priority]))
  const filled = sections.filter(({ lines }) => lines > 0).toSorted((a, b) => a.lines - b.lines)
  const optional = filled.filter(({ id }) => (priorities.get(id) ?? 1) > 1)
  const others = filled.filter((section) => !optional.includes(section))
  const rest = Math.max(1, overflowLines - linesIn(optional))
  if (linesIn(others) < rest) return 'shorten what stands above and below the sections'
  const cut = cutOfOthers(others, rest)
  return optional.length === 0 ? cut : `leave out ${listOf(optional)}, and ${cut}`
}

function cutOfOthers(ascending: readonly SectionLines[], lines: number): string {
  const largest = ascending.at(-1)
  const whole = ascending.find((section) => section.lines >= lines)
  if (largest === undefined || whole === undefined) return cutOfMany(ascending, lines)
  const shorten = `shorten “${largest.id}” by ${count(lines)}`
  if (whole !== largest) return `leave out ${listOf([whole])} or ${shorten}`
  return largest.lines > lines ? shorten : `leave out ${listOf([largest])}`
}

function cutOfMany(ascending: readonly SectionLines[], lines: number): string {
  const descending = ascending.toReversed()
  const needed = descending.findIndex(
    (_, index) => linesIn(descending.slice(0, index + 1)) >= lines,
  )
  const cut = descending.slice(0, needed + 1)
  const more = cut.length - NAMED_SECTIONS
  const named = `leave out ${listOf(cut.slice(0, NAMED_SECTIONS))}`
  return `${named}${more > 0 ? ` and ${more} more` : ''}, or shorten them by ${count(lines)} together`
}

/** More are not told by name. */
const NAMED_SECTIONS = 3

function linesIn(sections: readonly SectionLines[]): number {
  return sections.reduce((sum, { lines }) => sum + lines, 0)
}

function listOf(sections: readonly SectionLines[]): string {
  return sections.map(({ id, lines }) => `“${id}” (${count(lines)})`).join(', ')
}

function count(lines: number): string {
  return lines === 1 ? '1 line' : `${lines} lines`
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
