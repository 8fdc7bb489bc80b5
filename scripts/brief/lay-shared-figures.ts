/** The strip of figure cards, each number once with a label in both languages. */
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import { makeElement } from '../typeset/structure.ts'
import type { FigureCard, Rich } from './brief-block.ts'
import {
  cardElement,
  emphasize,
  figureSize,
  hairline,
  labelSize,
  listOfCards,
  STRIP,
} from './lay-figures.ts'
import type { Two } from './merge-editions.ts'
import type { PageBox, PagePart } from './page-part.ts'
import { plain, type Setting, scriptLeading } from './setting.ts'
import { drawText, type SetText, setText } from './text-block.ts'
import { textOf } from './without-repeats.ts'

const LABEL_GAP = 2.2

type Layer = {
  readonly lang: string
  readonly texts: readonly SetText[]
  readonly leadingPt: number
  readonly gapPt: number
}

/** Cards go by position: `highlights` of an edition are those of its original unless it names others. */
export function laySharedFigures(
  cards: Two<readonly FigureCard[]>,
  settings: Two<Setting>,
  page: PageBox,
): PagePart {
  const [first, second] = cards
  if (first.length === 0) return { heightPt: 0, draw: () => [] }
  const gap = pointsOf(STRIP.cardGapMm)
  const widthPt = (page.innerWidthPt - gap * (first.length - 1)) / first.length
  const layers = listLayers([first, second], settings, widthPt)
  const above = pointsOf(STRIP.gapAboveMm)
  const padding = pointsOf(STRIP.paddingMm)
  const textHeight = layers.reduce((sum, layer) => sum + heightOfLayer(layer), 0)
  const heightPt = above + 2 * padding + textHeight
  return {
    heightPt,
    draw: (y) => [
      hairline(page, y + above, settings[0]),
      ...drawLayers(layers, y + above + padding, (index) => page.left + index * (widthPt + gap)),
      hairline(page, y + heightPt, settings[0]),
    ],
  }
}

function listLayers(
  [first, second]: Two<readonly FigureCard[]>,
  [setting, other]: Two<Setting>,
  widthPt: number,
): readonly Layer[] {
  const { tokens } = setting
  const sizePt = labelSize(setting)
  const leadingPt = sizePt * (tokens.figureLabelLeading / tokens.figureLabelSize)
  const labels = { widthPt, sizePt, style: 'ragged' } as const
  const figureTexts = first.map(({ figure }) => figure)
  const figurePt = figureSize(figureTexts, setting, widthPt)
  const figures = { widthPt, sizePt: figurePt, style: 'ragged' } as const
  return [
    {
      lang: setting.lang,
      texts: figureTexts.map((figure) =>
        setText(setting.items(emphasize(figure), 'figure'), figures),
      ),
      leadingPt: tokens.figureLeading,
      gapPt: 0,
    },
    {
      lang: setting.lang,
      texts: first.map(({ label }) => setText(setting.items(label, 'figureLabel'), labels)),
      leadingPt,
      gapPt: 0,
    },
    {
      lang: other.lang,
      texts: first.map((card, index) =>
        setText(other.items(otherLabel(card, second[index]), 'figureLabel'), labels),
      ),
      leadingPt: leadingPt * scriptLeading(other),
      gapPt: LABEL_GAP,
    },
  ]
}

/** The label, after the figure where its unit is another word in this language. */
function otherLabel(card: FigureCard, other: FigureCard | undefined): Rich {
  if (other === undefined) return []
  if (textOf(card.figure) === textOf(other.figure)) return other.label
  const figure = other.figure.map((span) => ({ ...span, isBold: true }))
  return other.label.length === 0 ? figure : [...figure, ...plain(' · '), ...other.label]
}

function heightOfLayer({ texts, leadingPt, gapPt }: Layer): number {
  const lines = Math.max(...texts.map((text) => text.lines.length))
  return lines === 0 ? 0 : lines * leadingPt + gapPt
}

function drawLayers(
  layers: readonly Layer[],
  top: number,
  xOf: (index: number) => number,
): readonly Mark[] {
  const tops: number[] = []
  let y = top
  for (const layer of layers) {
    tops.push(y + layer.gapPt)
    y += heightOfLayer(layer)
  }
  const cards = layers[0]?.texts ?? []
  const list = listOfCards(layers[0]?.lang ?? '')
  return cards.flatMap((_, index) => {
    const body = cardElement(list)
    return layers.flatMap(({ texts, leadingPt, lang }, layer) => {
      const text = texts[index]
      const tag = makeElement('P', body, { lang })
      const place = { x: xOf(index), y: tops[layer] ?? top, leadingPt, tag }
      return text === undefined ? [] : drawText(text, place)
    })
  })
}
