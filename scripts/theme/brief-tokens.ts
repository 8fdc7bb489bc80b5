/** Measures of the printed page, in points unless the name says otherwise. */
export type BriefTokens = {
  readonly pageWidthMm: number
  readonly pageHeightMm: number
}

export const BRIEF_TOKENS: BriefTokens = {
  pageWidthMm: 210,
  pageHeightMm: 297,
}
