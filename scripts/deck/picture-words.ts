/** What a drawing says in letters: nothing of it can be blanked. */

import { slideRoom } from '../chart/diagram/diagram-room.ts'
import { drawPlan, fitPlan, screenPalette } from '../chart/diagram/plan.ts'
import { drawChart } from '../chart/draw-chart.ts'
import type { Drawing } from '../chart/drawing.ts'
import { findPicture, type Picture, type Pictures } from '../chart/picture.ts'
import type { Theme } from '../theme/theme.ts'
import { deckChartStyle } from './deck-chart-style.ts'

/** The labels of a chart or a diagram, one after another; empty for photographs and QR codes. */
export function pictureWords(path: string, pictures: Pictures, theme: Theme): string {
  const picture = findPicture(pictures, path)
  const drawing = picture === undefined ? undefined : draw(picture, theme)
  const shapes = drawing?.shapes ?? []
  return shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])).join(' ')
}

function draw(picture: Picture, theme: Theme): Drawing | undefined {
  if (picture.kind === 'chart') return drawChart(picture.chart, deckChartStyle(theme, undefined))
  if (picture.kind !== 'diagram') return undefined
  const frame = { width: theme.deck.widthPx, height: theme.deck.heightPx }
  return drawPlan(fitPlan(picture.plans, slideRoom(frame)), screenPalette(theme.colors))
}
