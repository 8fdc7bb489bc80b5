/** Boxes, glue and penalties of a paragraph; all widths in em of the paragraph. */
import type { FontFace } from '../font/faces.ts'
import type { InlineDrawing } from './inline-drawing.ts'
import type { ShapedRun } from './shape-run.ts'
import type { TextSpan } from './text-span.ts'

export type BoxItem = {
  readonly type: 'box'
  readonly width: number
  readonly run: ShapedRun
  readonly from: number
  readonly to: number
  readonly span: TextSpan
  /** In place of the run, which is empty then. */
  readonly drawing?: InlineDrawing
}

/** A word space: a space character of `face`. */
export type GlueItem = {
  readonly type: 'glue'
  readonly width: number
  readonly face: FontFace
  readonly scale: number
  /** A no-break space, or one that keeps a dash with the word before it. */
  readonly isBreaking: boolean
  /** Behind a letter that may be tracked: the space takes back what is added after that letter. */
  readonly isAfterLetter: boolean
}

/** A place inside a word where a line may end. */
export type PenaltyItem = {
  readonly type: 'penalty'
  readonly kind: DivisionKind
  /** What is printed when the line ends here; undefined after a dash of the word's own, or between any two letters. */
  readonly hyphen: BoxItem | undefined
}

/** `name`: in a capitalised word; `dash`: after the word's own; `emergency`: between any two letters of a word that fits no line. */
export type DivisionKind = 'syllable' | 'name' | 'dash' | 'emergency'

export type Item = BoxItem | GlueItem | PenaltyItem

/** Letters may be set this much wider apart or closer, in em of their size. */
const MAX_TRACKING = 0.012
/** Glyphs may be drawn this much wider or narrower (microtype's font expansion takes 0.02). */
export const MAX_EXPANSION = 0.02

/**
 * By how much an item may grow or shrink, in em: letters give a little in spacing and in width.
 * Devanagari gives nothing: its letters hang on one headline.
 */
export function giveOf(item: BoxItem | GlueItem): number {
  if (item.type === 'glue') return item.isAfterLetter ? -item.scale * MAX_TRACKING : 0
  if (isStiff(item)) return 0
  return (
    (item.to - item.from) * item.span.scale * trackingGive(item.span) + item.width * MAX_EXPANSION
  )
}

/** Text that is set closer as a whole has that much less to give: no letter is moved by more than the limit. */
export function trackingGive({ trackingEm }: TextSpan): number {
  return Math.max(0, MAX_TRACKING - Math.abs(trackingEm))
}

export function isStiff({ run, span, drawing }: BoxItem): boolean {
  return run.isDevanagari || span.riseEm !== 0 || drawing !== undefined
}
