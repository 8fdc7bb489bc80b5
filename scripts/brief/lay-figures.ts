/** The strip of figure cards between two hairlines. */
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import { type Element, LAYOUT, makeElement } from '../typeset/structure.ts'
import type { FigureCard, Rich } from './brief-block.ts'
import { type PageBox, type PagePart, ruleAcross } from './page-part.ts'
import { type Setting, scriptLeading } from './setting.ts'
import { drawText, type SetText, setText } from './text-block.ts'

/** Of the strip, also where it is in two languages. */
export const STRIP = { gapAboveMm: 3.2, paddingMm: 2, cardGapMm: 5, hairlinePt: 0.5 } as const
const MAX_PER_ROW = 4

type CardText = { readonly figure: SetText; readonly label: SetText }

export function layFigures(
  cards: readonly FigureCard[],
  setting: Setting,
  page: PageBox,
): PagePart {
  if (cards.length === 0) return { heightPt: 0, draw: () => [] }
  const gap = pointsOf(STRIP.cardGapMm)
  const widthOf = (perRow: number): number => (page.innerWidthPt - gap * (perRow - 1)) / perRow
  const most = Math.min(MAX_PER_ROW, cards.length)
  // As many to a row as leave every figure whole and large enough.
  const choices = Array.from({ length: most }, (_, index) => most - index)
  const figures = cards.map(({ figure }) => figure)
  const sizeOf = (perRow: number): number => figureSize(figures, setting, widthOf(perRow))
  const least = setting.tokens.figureSize * LEAST_SHARE
  const widest = choices.find((count) => sizeOf(count) >= least) ?? 1
  // Two and two, not three and one.
  const perRow = Math.ceil(cards.length / Math.ceil(cards.length / widest))
  const widthPt = widthOf(perRow)
  const sizePt = sizeOf(perRow)
  const texts = cards.map((card) => setCard(card, setting, { widthPt, sizePt }))
  const rows = Array.from({ length: Math.ceil(texts.length / perRow) }, (_, row) =>
    texts.slice(row * perRow, (row + 1) * perRow),
  )
  const measures = rows.map((row) => measureRow(row, setting))
  const above = pointsOf(STRIP.gapAboveMm)
  const padding = pointsOf(STRIP.paddingMm)
  const list = listOfCards(setting.lang)
  const heightPt = above + measures.reduce((sum, row) => sum + row.heightPt + 2 * padding, 0)
  return {
    heightPt,
    draw: (y) => {
      let top = y + above
      const marks: Mark[] = [hairline(page, top, setting)]
      for (const [index, row] of rows.entries()) {
        const measure = measures[index]
        if (measure === undefined) continue
        for (const [column, card] of row.entries()) {
          const x = page.left + column * (widthPt + gap)
          marks.push(
            ...drawCard(card, { x, y: top + padding }, { measure, body: cardElement(list) }),
          )
        }
        top += measure.heightPt + 2 * padding
        marks.push(hairline(page, top, setting))
      }
      return marks
    },
  }
}

export function hairline(page: PageBox, y: number, { colors }: Setting): Mark {
  return ruleAcross(page, y, { widthPt: STRIP.hairlinePt, stroke: colors.rule, tag: LAYOUT })
}

/** The cards are told as a list of facts. */
export function listOfCards(lang: string): Element {
  const part = makeElement('Sect', undefined, { lang })
  return makeElement('L', part, { attribute: { name: 'ListNumbering', value: 'None' } })
}

export function cardElement(list: Element): Element {
  return makeElement('LBody', makeElement('LI', list))
}

/** A figure set smaller than this share of the usual size has fewer neighbours instead. */
const LEAST_SHARE = 0.6
const ONE_LINE_PT = 10_000

/** At which no figure breaks inside its digits, where it would read as another one. */
export function figureSize(figures: readonly Rich[], setting: Setting, widthPt: number): number {
  const sizePt = setting.tokens.figureSize
  const digits = figures.map((figure) => figure.filter((span) => span.isBold))
  const widths = digits.map(
    (rich) =>
      setText(setting.items(rich, 'figure'), { widthPt: ONE_LINE_PT, sizePt, style: 'ragged' })
        .widthPt,
  )
  return sizePt * Math.min(1, widthPt / Math.max(1, ...widths))
}

function setCard(
  card: FigureCard,
  setting: Setting,
  { widthPt, sizePt }: { readonly widthPt: number; readonly sizePt: number },
): CardText {
  return {
    figure: setText(setting.items(emphasize(card.figure), 'figure'), {
      widthPt,
      sizePt,
      style: 'ragged',
    }),
    label: setText(setting.items(card.label, 'figureLabel'), {
      widthPt,
      sizePt: labelSize(setting),
      style: 'ragged',
    }),
  }
}

/**
 * Numbers are bold in the Markdown; unit and words around them are set small. The space behind a number
 * stays as wide as the number asks: poppler takes a narrow one for kerning.
 */
export function emphasize(figure: Rich): Rich {
  return figure.flatMap((span) => {
    if (span.isBold) return [span]
    const text = span.text.trimStart()
    const unit = { ...span, text, isSmall: true }
    return text === span.text ? [unit] : [{ ...span, text: ' ' }, unit]
  })
}

export function labelSize(setting: Setting): number {
  const { figureLabelSize, clearPrintFootSize } = setting.tokens
  return setting.preset === 'clear-print' ? clearPrintFootSize + 1 : figureLabelSize
}

type RowMeasure = {
  readonly figureLeadingPt: number
  readonly labelLeadingPt: number
  readonly figureHeightPt: number
  readonly heightPt: number
}

function measureRow(row: readonly CardText[], setting: Setting): RowMeasure {
  const { tokens } = setting
  const figureLeadingPt = tokens.figureLeading
  const ratio = tokens.figureLabelLeading / tokens.figureLabelSize
  const labelLeadingPt = labelSize(setting) * ratio * scriptLeading(setting)
  const figureHeightPt = Math.max(...row.map((card) => card.figure.lines.length)) * figureLeadingPt
  const labelHeight = Math.max(...row.map((card) => card.label.lines.length)) * labelLeadingPt
  return { figureLeadingPt, labelLeadingPt, figureHeightPt, heightPt: figureHeightPt + labelHeight }
}

function drawCard(
  card: CardText,
  place: { readonly x: number; readonly y: number },
  { measure, body }: { readonly measure: RowMeasure; readonly body: Element },
): readonly Mark[] {
  const { x, y } = place
  return [
    ...drawText(card.figure, {
      x,
      y,
      leadingPt: measure.figureLeadingPt,
      tag: makeElement('P', body),
    }),
    ...drawText(card.label, {
      x,
      y: y + measure.figureHeightPt,
      leadingPt: measure.labelLeadingPt,
      tag: makeElement('P', body),
    }),
  ]
}
