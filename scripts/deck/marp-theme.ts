/** The style sheet of the slides: tokens, layout, then the template's own colours and rules. */
import type { Theme } from '../theme/theme.ts'
import { deckVariables } from './deck-variables.ts'
import { LAYOUT_CSS } from './layout-css.ts'
import { logoCss } from './logo-css.ts'

export function slideCss(theme: Theme): string {
  return `${deckVariables(theme)}\n${LAYOUT_CSS}\n${logoCss(theme)}\n${theme.css}`
}

/** The same as a theme file for Marp's own tools, to lie beside deck.md. */
export function marpTheme(theme: Theme): string {
  const { widthPx, heightPx } = theme.deck
  const size = theme.deck === theme.deck43 ? '4:3' : '16:9'
  return `/* @theme ${theme.name} */\n/* @size ${size} ${widthPx}px ${heightPx}px */\n${slideCss(theme)}`
}
