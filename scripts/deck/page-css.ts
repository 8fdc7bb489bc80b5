/** The page around the slides: stacking without script, letterbox, notes strip, print. */
import type { DeckTokens } from '../theme/deck-tokens.ts'
import { PLAYER_CSS } from './player-css.ts'
import { PRESENTER_CSS } from './presenter-css.ts'

type SlideSize = Pick<DeckTokens, 'widthPx' | 'heightPx'>

export function pageCss({ widthPx, heightPx }: SlideSize): string {
  const fullWidth = `${((widthPx / heightPx) * 100).toFixed(2)}vh`
  return `
:root { --slide: ${widthPx} / ${heightPx}; }
html, body { margin: 0; padding: 0; background: #0c1016; height: 100%; }
body { color: #e8ecf1; font: 400 20px/1.5 'Noto Sans', 'Noto Sans Devanagari', sans-serif; -webkit-text-size-adjust: none; text-size-adjust: none; }
div.marpit > svg { display: block; width: 100vw; width: min(100vw, ${fullWidth}); height: auto; aspect-ratio: var(--slide); margin: 0 auto 16px; background: #fff; }
.notes[hidden] { display: none; }
${PLAYER_CSS}
${PRESENTER_CSS}
@page { size: ${widthPx}px ${heightPx}px; margin: 0; }
@media print {
  html, body { background: none; height: auto; }
  body > :not(main), .notes { display: none; }
  div.marpit > svg { width: 100vw; height: 100vh; margin: 0; break-after: page; break-inside: avoid; }
  div.marpit > svg:last-of-type { break-after: auto; }
  /* What player/webkit.ts sets for the screen. */
  section { transform: none !important; }
}
@media (forced-colors: active) {
  section li::before { forced-color-adjust: none; background: CanvasText; }
  section > ol > li::before { background: none; }
  section.key > ul > li:has(> strong:first-child > em) { outline: 6px solid Highlight; }
}
`
}
