/** What becomes of a brief on paper, as data: sheet, sides, margins, ink. The built-in profiles. */
import type { BriefTokens } from './brief-tokens.ts'

export type PrintProfile = {
  /** The profile this one was made from; empty for a built-in one. */
  readonly base: string
  /** Copies of the page side by side on one sheet: 1 or 2. */
  readonly copies: number
  /** What stands on the back: nothing, the questions with their key, or the edition in the other language. */
  readonly back: 'blank' | 'questions' | 'edition'
  /** The edge a reader turns a printed page over. */
  readonly turn: 'long-edge' | 'short-edge'
  /** How far colour that touches the edge runs over it; 0 for none. */
  readonly bleedMm: number
  /** Length of the marks to cut by, outside the page; 0 for none. */
  readonly cropMarkMm: number
  readonly ink: 'colour' | 'grey'
  /** Least margin at the edge that is punched, mirrored on the back; 0 when nothing is punched. */
  readonly punchMarginMm: number
  readonly punchSide: 'left' | 'right' | 'top' | 'bottom'
  /** Printed across the page, behind the text, when the topic names none; empty for none. */
  readonly watermark: string
  /** Of the finished page: the set's own measures with the profile's over them. */
  readonly brief: BriefTokens
}

/** A built-in profile says only which measures of the page it changes. */
export type ProfileSource = Omit<PrintProfile, 'brief'> & { readonly brief: Partial<BriefTokens> }

const A4: ProfileSource = {
  base: '',
  copies: 1,
  back: 'blank',
  turn: 'long-edge',
  bleedMm: 0,
  cropMarkMm: 0,
  ink: 'colour',
  punchMarginMm: 0,
  punchSide: 'left',
  watermark: '',
  brief: {},
}

/** Half an A4 sheet: A5 and the half millimetre that is left over. */
const A5_PAGE: Partial<BriefTokens> = {
  pageWidthMm: 148.5,
  pageHeightMm: 210,
  marginLeftMm: 10,
  marginRightMm: 10,
  marginTopMm: 10,
  marginBottomMm: 10,
  gutterMm: 5,
  titleSize: 16,
  titleLeading: 18.5,
  subtitleSize: 9.5,
  subtitleLeading: 12,
  summarySize: 9.5,
  summaryLeading: 12.5,
  figureSize: 13,
  figureLeading: 15.5,
  sectionGap: 9,
  qrSizeMm: 15,
}

export const PRINT_PROFILES = {
  a4: A4,
  'a4-duplex': { ...A4, back: 'questions' },
  'a4-duplex-editions': { ...A4, back: 'edition' },
  'a5-2up': { ...A4, copies: 2, brief: A5_PAGE },
  'a5-2up-duplex': { ...A4, copies: 2, back: 'questions', brief: A5_PAGE },
  'print-shop': { ...A4, bleedMm: 3, cropMarkMm: 10 },
  copier: { ...A4, ink: 'grey', punchMarginMm: 20 },
} as const satisfies Readonly<Record<string, ProfileSource>>

export const DEFAULT_PROFILE = 'a4'
