/** Boxes, glue and penalties of a paragraph; all widths in em of the paragraph. */
import type { FontFace } from '../font/faces.ts'
import type { ShapedRun } from './shape-run.ts'
import type { TextSpan } from './text-span.ts'

export type BoxItem = {
  readonly type: 'box'
  readonly width: number
  readonly run: ShapedRun
  readonly from: number
  readonly to: number
  readonly span: TextSpan
}

export type GlueItem = {
  readonly type: 'glue'
  readonly width: number
  readonly stretch: number
  readonly shrink: number
  /** The face whose space character is drawn; undefined where nothing is (ends, emergency breaks). */
  readonly space: { readonly face: FontFace; readonly scale: number } | undefined
}

export type PenaltyItem = {
  readonly type: 'penalty'
  /** Added to the line when it ends here: a hyphen, or less than nothing for hanging punctuation. */
  readonly width: number
  readonly cost: number
  readonly flagged: boolean
  readonly hyphen: BoxItem | undefined
  /** Between any two letters of a word that fits no line. */
  readonly isEmergency: boolean
  /** Before a short last line: forbidden as long as there is another solution. */
  readonly isRunt: boolean
}

export type Item = BoxItem | GlueItem | PenaltyItem

/** tex-linebreak's MAX_COST and MIN_COST. */
export const NEVER = 1000

/** Share of its width that a word space may lose. */
export const SPACE_SHRINK = 0.24

/**
 * Letters may be set this much wider or closer, Devanagari never (it has one headline). The glue behind a
 * word lends the breaker what its letters can give.
 */
export const MAX_TRACKING_EM = 0.012

export function makePenalty(given: Partial<PenaltyItem>): PenaltyItem {
  return {
    type: 'penalty',
    width: 0,
    cost: 0,
    flagged: false,
    hyphen: undefined,
    isEmergency: false,
    isRunt: false,
    ...given,
  }
}

/** How many letters of a box may be moved apart. */
export function trackedLetters(box: BoxItem): number {
  return box.run.isDevanagari || box.span.riseEm !== 0 ? 0 : (box.to - box.from) * box.span.scale
}
