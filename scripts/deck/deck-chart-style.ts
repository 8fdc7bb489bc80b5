import type { ChartStyle } from '../chart/draw-chart.ts'
import type { Theme } from '../theme/theme.ts'

/** How a chart is drawn on a slide, in px; the paginator and the page must agree. */
export function deckChartStyle(
  { deck, colors }: Pick<Theme, 'deck' | 'colors'>,
  box: { readonly widthPx: number; readonly heightPx: number } | undefined,
): ChartStyle {
  return {
    width: box?.widthPx ?? deck.widthPx - 2 * deck.marginXPx,
    maxHeight: box?.heightPx ?? deck.heightPx / 2,
    textSize: deck.sizes.chart.sizePx,
    minTextSize: Math.min(deck.sizes.chart.sizePx, deck.minChartTextPx),
    colors,
    isRoomy: true,
  }
}
