/** Where the placeholders of our own layouts stand, from the measures of a deck. */
import { lineHeightPx } from '../../deck/deck-ruler.ts'
import type { DeckTokens } from '../../theme/deck-tokens.ts'
import { type Box, LAYOUT_NAMES, type LayoutName } from '../presentation.ts'
import type { LayoutPlan, PlaceholderPlan } from './base.ts'
import { planFoot } from './plan-foot.ts'
import { planPlaceholder } from './plan-placeholder.ts'

/** As the style sheet of the slides has them; see deck/layout-css.ts. */
const COVER_BOTTOM_PX = 110
const COVER_GAP_PX = 16
const META_GAP_PX = 40
const META_PADDING_PX = 19
const PART_GAP_PX = 34
const PART_PADDING_PX = 29

export type LayoutInput = { readonly deck: DeckTokens; readonly lang: 'en' | 'hi' }

export function planLayouts(input: LayoutInput): Readonly<Record<LayoutName, LayoutPlan>> {
  const plan = (name: LayoutName): LayoutPlan => ({
    name,
    part: `ppt/slideLayouts/slideLayout${LAYOUT_NAMES.indexOf(name) + 1}.xml`,
    placeholders: [...CONTENT[name](input), ...planFoot(input, kindOf(name))],
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

/** In full colour are the cover and the slide before a part of the talk. */
export type LayoutKind = 'cover' | 'part' | 'content'

export function kindOf(name: LayoutName): LayoutKind {
  if (name === 'Title Slide') return 'cover'
  return name === 'Section Header' ? 'part' : 'content'
}

/** A title of one line, and the room below it. */
function contentBox({ deck, lang }: LayoutInput): Box {
  const y = deck.marginTopPx + lineHeightPx(deck, 'title', lang) + deck.titleGapPx
  const width = deck.widthPx - 2 * deck.marginXPx
  return { x: deck.marginXPx, y, width, height: deck.heightPx - deck.marginBottomPx - y }
}

type Contents = (input: LayoutInput) => readonly PlaceholderPlan[]

const CONTENT: Readonly<Record<LayoutName, Contents>> = {
  'Title Slide': coverPlaceholders,
  'Section Header': partPlaceholders,
  'Title and Content': (input) => [titleOf(input), bodyOf(contentBox(input), input)],
  'Two Content': (input) => {
    const { deck } = input
    const box = contentBox(input)
    const width = (box.width - deck.columnGapPx) / 2
    const right = { ...box, x: box.x + width + deck.columnGapPx, width }
    return [
      titleOf(input),
      bodyOf({ ...box, width }, input),
      planPlaceholder('second', { index: 2, box: right, sizePx: deck.sizes.text.sizePx }),
    ]
  },
  'Title Only': (input) => [titleOf(input)],
  Blank: () => [],
}

/** Above it title and subtitle grow upward, below it stand two lines of what the talk belongs to. */
export function coverRuleY({ deck, lang }: LayoutInput): number {
  const meta = 2 * lineHeightPx(deck, 'meta', lang)
  return deck.heightPx - COVER_BOTTOM_PX - meta - META_PADDING_PX
}

function coverPlaceholders(input: LayoutInput): readonly PlaceholderPlan[] {
  const { deck, lang } = input
  const { cover, subtitle, meta } = deck.sizes
  const at = { x: deck.marginXPx, width: deck.coverWidthPx }
  const rule = coverRuleY(input)
  const subtitleHeight = lineHeightPx(deck, 'subtitle', lang)
  const subtitleY = rule - META_GAP_PX - subtitleHeight
  const titleHeight = subtitleY - COVER_GAP_PX - deck.coverTopPx
  const metaY = rule + META_PADDING_PX
  return [
    planPlaceholder('title', {
      type: 'ctrTitle',
      box: { ...at, y: deck.coverTopPx, height: titleHeight },
      sizePx: cover.sizePx,
    }),
    planPlaceholder('subtitle', {
      type: 'subTitle',
      index: 1,
      box: { ...at, y: subtitleY, height: subtitleHeight },
      sizePx: subtitle.sizePx,
    }),
    planPlaceholder('meta', {
      type: 'body',
      index: 14,
      box: { ...at, y: metaY, height: 2 * lineHeightPx(deck, 'meta', lang) },
      sizePx: meta.sizePx,
    }),
  ]
}

/** Below a title of two lines. */
export function partRuleY({ deck, lang }: LayoutInput): number {
  return deck.marginTopPx + 2 * lineHeightPx(deck, 'cover', lang) + PART_GAP_PX
}

function partPlaceholders(input: LayoutInput): readonly PlaceholderPlan[] {
  const { deck } = input
  const at = { x: deck.marginXPx, width: deck.coverWidthPx }
  const rule = partRuleY(input)
  const height = rule - PART_GAP_PX - deck.marginTopPx
  const y = rule + PART_PADDING_PX
  const body = { ...at, y, height: deck.heightPx - deck.marginBottomPx - y }
  const title = { ...at, y: deck.marginTopPx, height }
  return [
    planPlaceholder('title', { box: title, sizePx: deck.sizes.cover.sizePx }),
    planPlaceholder('body', { type: 'body', index: 1, box: body, sizePx: deck.sizes.text.sizePx }),
  ]
}

function titleOf(input: LayoutInput): PlaceholderPlan {
  const { deck, lang } = input
  const { x, width } = contentBox(input)
  const height = lineHeightPx(deck, 'title', lang)
  const box = { x, y: deck.marginTopPx, width, height }
  return planPlaceholder('title', { box, sizePx: deck.sizes.title.sizePx })
}

function bodyOf(box: Box, { deck }: LayoutInput): PlaceholderPlan {
  return planPlaceholder('body', { index: 1, box, sizePx: deck.sizes.text.sizePx })
}
