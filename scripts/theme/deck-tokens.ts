/**
 * Measures of a slide, in CSS px on a canvas of 1280 × 720, or 960 × 720 at 4:3 (7.5 in high, so 1 px is 0.75 pt). The style
 * sheet and the paginator both read these, so that what was measured is what is drawn.
 */
export type TypeSize = { readonly sizePx: number; readonly linePx: number }

export type DeckTokens = {
  readonly widthPx: number
  readonly heightPx: number
  readonly marginXPx: number
  readonly marginTopPx: number
  /** The foot line stands below the content, inside this margin. */
  readonly marginBottomPx: number
  /** Height of the logo inside the upper margin, and where it and that of the cover begin. */
  readonly logoPx: number
  readonly logoTopPx: number
  readonly coverLogoTopPx: number
  /** Where the text of the cover may begin. */
  readonly coverTopPx: number
  /** At the left edge of slides. */
  readonly stripePx: number
  /** Across the top of slides, with the foot text in it; and at the bottom of the cover. 0: the set draws none. */
  readonly bandPx: number
  readonly coverBandPx: number
  readonly titleGapPx: number
  readonly blockGapPx: number
  readonly itemGapPx: number
  readonly itemIndentPx: number
  readonly nestedGapPx: number
  readonly nestedIndentPx: number
  readonly columnGapPx: number
  readonly rowGapPx: number
  /** Left and right of a table cell together, and above and below it together. */
  readonly cellPaddingXPx: number
  readonly cellPaddingYPx: number
  readonly boxPaddingXPx: number
  readonly boxPaddingYPx: number
  /** Most width of the text on the cover. */
  readonly coverWidthPx: number
  /** Side of the QR code beside the sources. */
  readonly qrPx: number
  /** No letter of a chart is smaller: bars that do not fit then go to a further slide. */
  readonly minChartTextPx: number
  /** Devanagari has marks above and below: its line height as a multiple of the Latin one. */
  readonly hindiLeading: number
  readonly maxPoints: number
  readonly maxTableRows: number
  readonly sizes: DeckSizes
}

export type DeckSizes = {
  readonly cover: TypeSize
  readonly coverLong: TypeSize
  readonly coverLongest: TypeSize
  readonly subtitle: TypeSize
  readonly meta: TypeSize
  readonly title: TypeSize
  readonly titleLong: TypeSize
  readonly titleLongest: TypeSize
  readonly text: TypeSize
  readonly nested: TypeSize
  readonly deep: TypeSize
  readonly groupTitle: TypeSize
  readonly groupText: TypeSize
  readonly figure: TypeSize
  readonly unit: TypeSize
  readonly label: TypeSize
  readonly caption: TypeSize
  readonly credit: TypeSize
  readonly quote: TypeSize
  readonly quoteBy: TypeSize
  readonly question: TypeSize
  readonly option: TypeSize
  /** Of a question that would else part from its options. */
  readonly denseQuestion: TypeSize
  readonly denseOption: TypeSize
  readonly answer: TypeSize
  readonly timeline: TypeSize
  readonly table: TypeSize
  readonly denseTable: TypeSize
  readonly glossary: TypeSize
  readonly sources: TypeSize
  readonly chart: TypeSize
  /** Text size that goes with a formula on lines of its own. */
  readonly formula: TypeSize
  readonly code: TypeSize
  readonly denseCode: TypeSize
  readonly foot: TypeSize
}

export const DECK_TOKENS: DeckTokens = {
  widthPx: 1280,
  heightPx: 720,
  marginXPx: 84,
  marginTopPx: 64,
  marginBottomPx: 72,
  logoPx: 36,
  logoTopPx: 10,
  coverLogoTopPx: 56,
  coverTopPx: 64,
  stripePx: 12,
  bandPx: 0,
  coverBandPx: 0,
  titleGapPx: 30,
  blockGapPx: 24,
  itemGapPx: 18,
  itemIndentPx: 40,
  nestedGapPx: 8,
  nestedIndentPx: 32,
  columnGapPx: 60,
  rowGapPx: 34,
  cellPaddingXPx: 28,
  cellPaddingYPx: 16,
  boxPaddingXPx: 22,
  boxPaddingYPx: 16,
  coverWidthPx: 1040,
  qrPx: 220,
  minChartTextPx: 24,
  hindiLeading: 1.18,
  maxPoints: 5,
  maxTableRows: 7,
  sizes: {
    cover: { sizePx: 70, linePx: 82 },
    coverLong: { sizePx: 48, linePx: 58 },
    coverLongest: { sizePx: 40, linePx: 48 },
    subtitle: { sizePx: 33, linePx: 44 },
    meta: { sizePx: 27, linePx: 36 },
    title: { sizePx: 48, linePx: 58 },
    titleLong: { sizePx: 40, linePx: 49 },
    titleLongest: { sizePx: 33, linePx: 41 },
    text: { sizePx: 33, linePx: 46 },
    nested: { sizePx: 33, linePx: 44 },
    deep: { sizePx: 33, linePx: 42 },
    groupTitle: { sizePx: 33, linePx: 42 },
    groupText: { sizePx: 33, linePx: 42 },
    figure: { sizePx: 84, linePx: 86 },
    unit: { sizePx: 33, linePx: 42 },
    label: { sizePx: 33, linePx: 42 },
    caption: { sizePx: 27, linePx: 37 },
    credit: { sizePx: 22, linePx: 30 },
    quote: { sizePx: 48, linePx: 66 },
    quoteBy: { sizePx: 27, linePx: 37 },
    question: { sizePx: 40, linePx: 53 },
    option: { sizePx: 33, linePx: 44 },
    denseQuestion: { sizePx: 33, linePx: 44 },
    denseOption: { sizePx: 33, linePx: 42 },
    answer: { sizePx: 40, linePx: 53 },
    timeline: { sizePx: 33, linePx: 44 },
    table: { sizePx: 33, linePx: 42 },
    denseTable: { sizePx: 33, linePx: 42 },
    glossary: { sizePx: 33, linePx: 42 },
    sources: { sizePx: 27, linePx: 37 },
    chart: { sizePx: 33, linePx: 46 },
    formula: { sizePx: 40, linePx: 56 },
    code: { sizePx: 33, linePx: 44 },
    denseCode: { sizePx: 27, linePx: 36 },
    foot: { sizePx: 18, linePx: 24 },
  },
}
