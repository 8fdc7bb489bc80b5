/** An institute's logo and the room that slides keep for it. */
import type { DeckTokens } from './deck-tokens.ts'

export type Logo = {
  readonly mime: 'image/png' | 'image/jpeg'
  readonly bytes: Uint8Array
  readonly widthPx: number
  readonly heightPx: number
  /** Pale on transparency: seen on a dark ground alone. */
  readonly isLight?: boolean
}

/** Most width on a slide; its height is the token `logoPx`. */
export const LOGO_BOX = { widthPx: 220 }
/** White around a logo whose ground is not. */
export const LOGO_PLATE_PX = 6

const COVER_HEIGHT_PX = 92
const COVER_WIDTH_PX = 440
/** Between the logo and the title of a cover. */
const COVER_GAP_PX = 32

export function coverLogoBox({ coverWidthPx }: DeckTokens) {
  return { widthPx: Math.min(COVER_WIDTH_PX, coverWidthPx / 2), heightPx: COVER_HEIGHT_PX }
}

/** The cover's text begins below the logo, however long it is. */
export function withLogoRoom(deck: DeckTokens): DeckTokens {
  const heightPx = COVER_HEIGHT_PX + 2 * LOGO_PLATE_PX
  return { ...deck, coverTopPx: deck.coverLogoTopPx + heightPx + COVER_GAP_PX }
}
