/** Where the placeholders of our own layouts stand, from the measures of a deck. */
import type { DeckTokens } from '../../theme/deck-tokens.ts'
import { type Box, LAYOUT_NAMES, type LayoutName, type PlaceholderRole } from '../presentation.ts'
import type { LayoutPlan, PlaceholderPlan } from './base.ts'

/** As the style sheet of the slides has it; see deck/layout-css.ts. */
const FOOT_BOTTOM_PX = 24
const COVER_BOTTOM_PX = 110

export function planLayouts(deck: DeckTokens): Readonly<Record<LayoutName, LayoutPlan>> {
  const plan = (name: LayoutName): LayoutPlan => ({
    name,
    part: `ppt/slideLayouts/slideLayout${LAYOUT_NAMES.indexOf(name) + 1}.xml`,
    placeholders: [...CONTENT[name](deck), ...footOf(deck)],
  })
  return {
    'Title Slide': plan('Title Slide'),
    'Section Header': plan('Section Header'),
    'Title and Content': plan('Title and Content'),
    'Two Content': plan('Two Content'),
    'Title Only': plan('Title Only'),
    Blank: plan('Blank'),
  }
}

/** A title of one line, and the room below it. */
export function contentBox(deck: DeckTokens): Box {
  const y = deck.marginTopPx + deck.sizes.title.linePx + deck.titleGapPx
  const width = deck.widthPx - 2 * deck.marginXPx
  return { x: deck.marginXPx, y, width, height: deck.heightPx - deck.marginBottomPx - y }
}

const CONTENT: Readonly<Record<LayoutName, (deck: DeckTokens) => readonly PlaceholderPlan[]>> = {
  'Title Slide': coverPlaceholders,
  'Section Header': (deck) => {
    const half = deck.heightPx / 2
    const at = { x: deck.marginXPx, width: deck.coverWidthPx }
    const title = { ...at, y: deck.marginTopPx, height: half - deck.marginTopPx - 14 }
    const body = { ...at, y: half + 14, height: half - 14 - deck.marginBottomPx }
    return [
      placeholder('title', { box: title, sizePx: deck.sizes.cover.sizePx }),
      placeholder('body', { type: 'body', index: 1, box: body, sizePx: deck.sizes.text.sizePx }),
    ]
  },
  'Title and Content': (deck) => [titleOf(deck), bodyOf(contentBox(deck), deck)],
  'Two Content': (deck) => {
    const box = contentBox(deck)
    const width = (box.width - deck.columnGapPx) / 2
    const right = { ...box, x: box.x + width + deck.columnGapPx, width }
    return [
      titleOf(deck),
      bodyOf({ ...box, width }, deck),
      placeholder('second', { index: 2, box: right, sizePx: deck.sizes.text.sizePx }),
    ]
  },
  'Title Only': (deck) => [titleOf(deck)],
  Blank: () => [],
}

/** The text of a cover stands at its foot: the title grows upward, its subtitle downward. */
function coverPlaceholders(deck: DeckTokens): readonly PlaceholderPlan[] {
  const at = { x: deck.marginXPx, width: deck.coverWidthPx }
  const foot = deck.heightPx - COVER_BOTTOM_PX
  const height = deck.sizes.subtitle.linePx + 58 + 2 * deck.sizes.meta.linePx
  const title = { ...at, y: deck.coverTopPx, height: foot - height - 16 - deck.coverTopPx }
  return [
    placeholder('title', { type: 'ctrTitle', box: title, sizePx: deck.sizes.cover.sizePx }),
    placeholder('subtitle', {
      type: 'subTitle',
      index: 1,
      box: { ...at, y: foot - height, height },
      sizePx: deck.sizes.subtitle.sizePx,
    }),
  ]
}

function titleOf(deck: DeckTokens): PlaceholderPlan {
  const { x, width } = contentBox(deck)
  const { sizePx, linePx } = deck.sizes.title
  return placeholder('title', { box: { x, y: deck.marginTopPx, width, height: linePx }, sizePx })
}

function bodyOf(box: Box, { sizes }: DeckTokens): PlaceholderPlan {
  return placeholder('body', { index: 1, box, sizePx: sizes.text.sizePx })
}

/** The foot line: footer at the left, section in the middle, then the date and the number of the slide. */
function footOf(deck: DeckTokens): readonly PlaceholderPlan[] {
  const { widthPx, heightPx, marginXPx } = deck
  const { sizePx, linePx } = deck.sizes.foot
  const at = (x: number, width: number): Box => ({
    x: Math.round(x),
    y: heightPx - FOOT_BOTTOM_PX - linePx,
    width: Math.round(width),
    height: linePx,
  })
  const right = widthPx - marginXPx
  return [
    placeholder('footer', { type: 'ftr', index: 11, box: at(marginXPx, widthPx * 0.278), sizePx }),
    placeholder('section', {
      type: 'body',
      index: 13,
      box: at(widthPx * 0.352, widthPx * 0.296),
      sizePx,
    }),
    placeholder('date', { type: 'dt', index: 10, box: at(right - 250, 170), sizePx }),
    placeholder('number', { type: 'sldNum', index: 12, box: at(right - 70, 70), sizePx }),
  ]
}

type Given = {
  readonly box: Box
  readonly sizePx: number
  readonly type?: string
  readonly index?: number
}

function placeholder(
  role: PlaceholderRole,
  { box, sizePx, type = role === 'title' ? 'title' : '', index }: Given,
): PlaceholderPlan {
  return { role, type, index, box, sizePx }
}
