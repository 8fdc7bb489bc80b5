/** The measures of slides that hold so little that the usual ones would leave half of them blank. */
import type { DeckTokens, TypeSize } from './deck-tokens.ts'

/** One step up the type scale for what is body, and air in proportion. */
const LARGER: Partial<DeckTokens['sizes']> = {
  text: { sizePx: 40, linePx: 56 },
  nested: { sizePx: 40, linePx: 54 },
  deep: { sizePx: 33, linePx: 46 },
  groupTitle: { sizePx: 40, linePx: 52 },
  groupText: { sizePx: 40, linePx: 52 },
  figure: { sizePx: 102, linePx: 104 },
  unit: { sizePx: 40, linePx: 52 },
  label: { sizePx: 40, linePx: 52 },
  quote: { sizePx: 58, linePx: 80 },
  quoteBy: { sizePx: 33, linePx: 44 },
  answer: { sizePx: 48, linePx: 64 },
  timeline: { sizePx: 40, linePx: 54 },
  table: { sizePx: 40, linePx: 52 },
  glossary: { sizePx: 40, linePx: 52 },
}

const AIR: Partial<DeckTokens> = {
  titleGapPx: 56,
  blockGapPx: 40,
  itemGapPx: 34,
  itemIndentPx: 46,
  nestedGapPx: 14,
  nestedIndentPx: 38,
  rowGapPx: 52,
  cellPaddingYPx: 34,
  boxPaddingYPx: 26,
}

/** Larger letters and more air, or more air alone; nothing gets smaller, whatever sizes a set of its own has. */
export const ROOMY_STEPS = {
  roomy: (usual: DeckTokens): DeckTokens => withAir({ ...usual, sizes: enlarge(usual.sizes) }),
  airy: (usual: DeckTokens): DeckTokens => withAir(usual),
} as const

export type RoomyStep = keyof typeof ROOMY_STEPS

/** Object.keys forgets that the keys are those of the type. */
export const ROOMY_NAMES = Object.keys(ROOMY_STEPS) as RoomyStep[]

function withAir(usual: DeckTokens): DeckTokens {
  const air = Object.entries(AIR).map(([name, most]) => {
    const own = usual[name as keyof typeof AIR]
    return [name, Math.max(Number(own), Number(most))] as const
  })
  return { ...usual, ...Object.fromEntries(air) }
}

function enlarge(usual: DeckTokens['sizes']): DeckTokens['sizes'] {
  const sizes = Object.entries(LARGER).map(([name, larger]) => {
    const own: TypeSize = usual[name as keyof typeof LARGER]
    return [name, own.sizePx < larger.sizePx ? larger : own] as const
  })
  return { ...usual, ...Object.fromEntries(sizes) }
}
