/** The theme as a style sheet Marp takes: tokens, layout, then the template's own colours and rules. */
import type { Theme } from '../theme/theme.ts'
import { deckVariables } from './deck-variables.ts'
import { LAYOUT_CSS } from './layout-css.ts'

export function marpTheme(theme: Theme): string {
  const { widthPx, heightPx } = theme.deck
  const head = `/* @theme ${theme.name} */\n/* @size 16:9 ${widthPx}px ${heightPx}px */`
  return `${head}\n${deckVariables(theme)}\n${LAYOUT_CSS}\n${theme.css}`
}
