/** How the placeholders of a layout set the text that says nothing of its own. */
import { lineHeightPx, type SizeName } from '../../deck/deck-ruler.ts'
import type { PlaceholderPlan } from '../base/base.ts'
import type { Canvas } from '../canvas.ts'
import type { PlaceholderRole } from '../presentation.ts'
import type { LevelText, TextRoom } from './fit-text.ts'

export function planOf(role: PlaceholderRole, { layout }: Canvas): PlaceholderPlan | undefined {
  return layout.placeholders.find((plan) => plan.role === role)
}

/** Levels of our own master; see base/text-styles. */
const LEVELS: readonly SizeName[] = ['text', 'nested', 'deep']
/** A line of a font that we do not know, in em: the families of Office have 1.15 to 1.3. */
const FOREIGN_LINE = 1.25
/** Devanagari rises and falls farther, and comes from another font. */
const FOREIGN_HINDI_LINE = 1.45
/** The font is the institute's, or what a machine without it shows instead: either may be wider than Noto. */
export const FONT_MARGIN = 1.12

export function levelText(plan: PlaceholderPlan, level: number, canvas: Canvas): LevelText {
  const { role, look, sizePx } = plan
  const isTitle = role === 'title'
  if (look !== undefined) {
    const own = look.levels[level] ?? look.levels.at(-1)
    const line = canvas.lang === 'hi' ? FOREIGN_HINDI_LINE : FOREIGN_LINE
    const size = own?.sizePx ?? sizePx
    const linePx = size * (own?.lineShare ?? 1) * line
    const indentPx = own?.indentPx ?? 0
    const isCapital = own?.isCapital ?? false
    return { sizePx: size, linePx, beforePx: 0, indentPx, isStrong: isTitle, isCapital }
  }
  const { deck } = canvas.theme
  const name = sizeNameOf(plan, level, canvas)
  const isList = role === 'body' || role === 'second'
  return {
    sizePx: deck.sizes[name].sizePx,
    linePx: lineHeightPx(deck, name, canvas.lang),
    beforePx: isList ? (level === 0 ? deck.itemGapPx : deck.nestedGapPx) : 0,
    indentPx: isList ? deck.itemIndentPx + level * deck.nestedIndentPx : 0,
    isStrong: isTitle,
  }
}

function sizeNameOf({ role, sizePx }: PlaceholderPlan, level: number, { theme }: Canvas): SizeName {
  if (role === 'title') return sizePx === theme.deck.sizes.cover.sizePx ? 'cover' : 'title'
  if (role === 'subtitle') return 'subtitle'
  if (role === 'body' || role === 'second') return LEVELS[level] ?? 'deep'
  return sizePx === theme.deck.sizes.meta.sizePx ? 'meta' : 'foot'
}

/** @param box where the slide has the placeholder */
export function placeholderRoom(
  plan: PlaceholderPlan,
  box: { readonly width: number; readonly height: number },
  canvas: Canvas,
): TextRoom {
  const { left = 0, top = 0, right = 0, bottom = 0 } = plan.look?.insets ?? {}
  return {
    widthPx: (box.width - left - right) / (plan.look === undefined ? 1 : FONT_MARGIN),
    heightPx: box.height - top - bottom,
    lang: canvas.lang,
    levelAt: (level) => levelText(plan, level, canvas),
  }
}
