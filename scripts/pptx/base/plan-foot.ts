/** Where the texts of the foot line stand, and what of them stands in a band. */
import { lineHeightPx } from '../../deck/deck-ruler.ts'
import type { DeckTokens } from '../../theme/deck-tokens.ts'
import type { Box } from '../presentation.ts'
import type { PlaceholderPlan } from './base.ts'
import type { LayoutInput, LayoutKind } from './plan-layouts.ts'
import { planPlaceholder } from './plan-placeholder.ts'

/** As the style sheet of the slides has it; see deck/layout-css.ts. */
const FOOT_BOTTOM_PX = 24

/** Between the text at the left of the foot line and the date, and the places of date and number. */
const FOOT_RIGHT = { date: 250, dateWidth: 170, number: 70, gap: 24 }

/** The foot line: footer at the left, section in the middle, then the date and the number of the slide. */
export function planFoot(input: LayoutInput, kind: LayoutKind): readonly PlaceholderPlan[] {
  const { deck } = input
  const { widthPx, marginXPx } = deck
  const line = footLine(input, kind)
  const at = (x: number, width: number): Box => ({
    ...line,
    x: Math.round(x),
    width: Math.round(width),
  })
  const right = widthPx - marginXPx
  const { sizePx } = deck.sizes.foot
  const { footer, section } = footTexts(deck, kind, at)
  return [
    planPlaceholder('footer', { type: 'ftr', index: 11, ...footer }),
    planPlaceholder('section', { type: 'body', index: 13, box: section, sizePx }),
    planPlaceholder('date', {
      type: 'dt',
      index: 10,
      box: at(right - FOOT_RIGHT.date, FOOT_RIGHT.dateWidth),
      sizePx,
    }),
    planPlaceholder('number', {
      type: 'sldNum',
      index: 12,
      box: at(right - FOOT_RIGHT.number, FOOT_RIGHT.number),
      sizePx,
    }),
  ]
}

type Line = Pick<Box, 'y' | 'height'>

function footLine({ deck, lang }: LayoutInput, kind: LayoutKind): Line {
  const height = lineHeightPx(deck, 'foot', lang)
  if (kind === 'cover' && deck.coverBandPx > 0)
    return { y: deck.heightPx - deck.coverBandPx, height: deck.coverBandPx }
  return { y: deck.heightPx - FOOT_BOTTOM_PX - height, height }
}

type FootTexts = {
  readonly footer: { readonly box: Box; readonly sizePx: number; readonly isStrong?: boolean }
  readonly section: Box
}

/** As set in layout-css.ts and, where there is a band, in the style sheet of the set. */
function footTexts(
  deck: DeckTokens,
  kind: LayoutKind,
  at: (x: number, width: number) => Box,
): FootTexts {
  const { widthPx, marginXPx, sizes, bandPx, coverBandPx } = deck
  const free = widthPx - 2 * marginXPx - FOOT_RIGHT.date - FOOT_RIGHT.gap
  if (kind === 'cover') {
    const { sizePx } = coverBandPx > 0 ? sizes.meta : sizes.foot
    const width = free * 0.68
    const section = marginXPx + width + FOOT_RIGHT.gap
    return {
      footer: { box: at(marginXPx, width), sizePx, isStrong: coverBandPx > 0 },
      section: at(section, marginXPx + free - section),
    }
  }
  if (kind === 'content' && bandPx > 0) {
    const width = widthPx - 2 * marginXPx - FOOT_RIGHT.date
    const band = { x: marginXPx, y: 0, width, height: bandPx }
    return {
      footer: { box: band, sizePx: sizes.credit.sizePx, isStrong: true },
      section: at(marginXPx, free),
    }
  }
  return {
    footer: { box: at(marginXPx, widthPx * 0.278), sizePx: sizes.foot.sizePx },
    section: at(widthPx * 0.352, widthPx * 0.296),
  }
}
