/**
 * Measures of the printed page, in points unless the name says otherwise. `…Scale` is a share of the text
 * size, which the page chooses itself between the floor of the preset and `…MaxSize`.
 */
export type BriefTokens = {
  readonly pageWidthMm: number
  readonly pageHeightMm: number
  readonly marginLeftMm: number
  readonly marginRightMm: number
  readonly marginTopMm: number
  readonly marginBottomMm: number
  readonly gutterMm: number

  /** Smallest text sizes the presets may reach (print.md §4.2), and the largest a page grows to. */
  readonly denseMinSize: number
  readonly standardMinSize: number
  readonly clearPrintMinSize: number
  readonly maxSize: number
  readonly clearPrintMaxSize: number

  /** Leading as a multiple of the size: what a page aims at, and how far it may be drawn in or out. */
  readonly leading: number
  readonly minLeading: number
  readonly maxLeading: number
  /** Devanagari has marks above and below the line: its leading is that much larger. */
  readonly hindiLeadingScale: number

  /** Gaps at their natural width; the page draws them in to `minGapScale` and out to `maxGapScale`. */
  readonly sectionGap: number
  readonly headingGap: number
  readonly itemGap: number
  readonly blockGap: number
  readonly minGapScale: number
  readonly maxGapScale: number

  readonly headerSize: number
  readonly titleSize: number
  readonly titleLeading: number
  readonly subtitleSize: number
  readonly subtitleLeading: number
  readonly summarySize: number
  readonly summaryLeading: number
  readonly figureSize: number
  readonly figureLeading: number
  readonly figureLabelSize: number
  readonly figureLabelLeading: number
  readonly footSize: number
  readonly footLeading: number
  readonly clearPrintFootSize: number
  readonly clearPrintFootLeading: number
  readonly qrSizeMm: number

  readonly headingScale: number
  readonly headingLeading: number
  readonly subheadingScale: number
  readonly captionScale: number
  readonly captionLeading: number
  readonly chartTextScale: number
  readonly tableScale: number
  readonly tableLeading: number
  readonly tableRowPadding: number
  readonly tableColumnGapMm: number
  readonly hangMm: number
  readonly bulletMm: number
  readonly boxPaddingMm: number
}

export const BRIEF_TOKENS: BriefTokens = {
  pageWidthMm: 210,
  pageHeightMm: 297,
  marginLeftMm: 15,
  marginRightMm: 15,
  marginTopMm: 13,
  marginBottomMm: 12,
  gutterMm: 7,

  denseMinSize: 9,
  standardMinSize: 10,
  clearPrintMinSize: 12,
  maxSize: 12.5,
  clearPrintMaxSize: 14,

  leading: 1.36,
  minLeading: 1.24,
  maxLeading: 1.52,
  hindiLeadingScale: 1.12,

  sectionGap: 14.5,
  headingGap: 1.8,
  itemGap: 2,
  blockGap: 5,
  minGapScale: 0.55,
  maxGapScale: 2.6,

  headerSize: 7.6,
  titleSize: 21,
  titleLeading: 24,
  subtitleSize: 11,
  subtitleLeading: 14,
  summarySize: 10,
  summaryLeading: 14,
  figureSize: 17,
  figureLeading: 20,
  figureLabelSize: 7.6,
  figureLabelLeading: 9.6,
  footSize: 7,
  footLeading: 9,
  clearPrintFootSize: 8,
  clearPrintFootLeading: 10.5,
  qrSizeMm: 19,

  headingScale: 1.02,
  headingLeading: 1.27,
  subheadingScale: 0.93,
  captionScale: 0.8,
  captionLeading: 1.28,
  chartTextScale: 0.82,
  tableScale: 0.88,
  tableLeading: 1.29,
  tableRowPadding: 2.4,
  tableColumnGapMm: 2.6,
  hangMm: 3.6,
  bulletMm: 1.1,
  boxPaddingMm: 2.4,
}
