/** What the fit chose, or by how much the page is too small and what to cut. */
import { mmOf } from '../typeset/length.ts'
import { type Atom, heightOf } from './atom.ts'
import type { FlowBlock } from './brief-block.ts'
import type { Fit } from './fit-flow.ts'
import type { Preset } from './setting.ts'

export type SectionLines = { readonly id: string; readonly lines: number }

export type FitReport = {
  readonly preset: Preset
  readonly sizePt: number
  readonly leadingPt: number
  readonly xHeightMm: number
  /** Share of the column height that is filled, of the fuller column and of each; 0 when nothing fits. */
  readonly fill: number
  readonly columnFill: readonly number[]
  /** How many sizes were measured. */
  readonly trials: number
  /** Lines that do not fit at the smallest size allowed; 0 when the page is complete. */
  readonly overflowLines: number
  /** Height of every section and box in lines of text, in source order. */
  readonly sections: readonly SectionLines[]
  /** Id; empty when there is no section. */
  readonly largestSection: string
  /** What to shorten or leave out, as a sentence; empty when the page is complete. */
  readonly cheapestCut: string
}

/** x-height of Noto Sans and Noto Serif, in em (OS/2 sxHeight). */
const X_HEIGHT_EM = 0.536

export function reportFit(
  fit: Fit,
  page: {
    readonly preset: Preset
    readonly heightPt: number
    readonly blocks: readonly Pick<FlowBlock, 'id' | 'priority'>[]
  },
): FitReport {
  const sections = page.blocks.map((block) => linesOf(block.id, fit))
  const overflowLines = Math.ceil(fit.overflowPt / fit.leadingPt - 1e-9)
  const columnFill = fit.columns
    .filter((column) => column.atoms.length > 0)
    .map((column) => round(column.heightPt / page.heightPt))
  return {
    preset: page.preset,
    sizePt: fit.sizePt,
    leadingPt: round(fit.leadingPt),
    xHeightMm: round(mmOf(fit.sizePt * X_HEIGHT_EM)),
    fill: Math.max(0, ...columnFill),
    columnFill,
    trials: fit.trials,
    overflowLines,
    sections,
    largestSection: sections.toSorted((a, b) => b.lines - a.lines)[0]?.id ?? '',
    cheapestCut: overflowLines === 0 ? '' : cheapestCut(sections, page.blocks, overflowLines),
  }
}

function linesOf(id: string, fit: Fit): SectionLines {
  const height = fit.atoms
    .filter((atom) => atom.part === id)
    .reduce((sum, atom: Atom) => sum + atom.gapPt + heightOf(atom, fit.leadingPt, 1), 0)
  return { id, lines: Math.round(height / fit.leadingPt) }
}

type Candidate = SectionLines & { readonly priority: number }

/**
 * Least important first (the highest priority number), the shortest that suffices first among those; when
 * none alone is enough, as many as it takes.
 */
function cheapestCut(
  sections: readonly SectionLines[],
  blocks: readonly Pick<FlowBlock, 'id' | 'priority'>[],
  overflowLines: number,
): string {
  const candidates = sections
    .map((section, index): Candidate => ({ ...section, priority: blocks[index]?.priority ?? 1 }))
    .filter((section) => section.lines > 0)
  const enough = candidates
    .filter((section) => section.lines >= overflowLines)
    .toSorted((a, b) => b.priority - a.priority || a.lines - b.lines)[0]
  if (enough !== undefined) {
    return `leave out “${enough.id}” (${count(enough.lines)}), or shorten it by ${count(overflowLines)}`
  }
  return `leave out ${takeUntil(candidates, overflowLines)}`
}

function takeUntil(candidates: readonly Candidate[], overflowLines: number): string {
  const taken: Candidate[] = []
  let lines = 0
  for (const section of candidates.toSorted(
    (a, b) => b.priority - a.priority || b.lines - a.lines,
  )) {
    if (lines >= overflowLines) break
    taken.push(section)
    lines += section.lines
  }
  return taken.map((section) => `“${section.id}” (${count(section.lines)})`).join(', ')
}

function count(lines: number): string {
  return lines === 1 ? '1 line' : `${lines} lines`
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
