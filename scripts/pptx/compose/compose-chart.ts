/** A chart of the topic as a native chart in the room that the page gives it. */
import type { Picture } from '../../chart/picture.ts'
import { deckChartStyle } from '../../deck/deck-chart-style.ts'
import { inlineText } from '../../topic/inline-text.ts'
import type { Place } from '../canvas.ts'
import { planChart } from '../chart/plan-chart.ts'
import type { Shape } from '../presentation.ts'

type ShownChart = {
  readonly picture: Extract<Picture, { kind: 'chart' }>
  readonly alt: string
}

export function composeChart({ picture, alt }: ShownChart, place: Place): readonly Shape[] {
  const { box, canvas, role } = place
  const { chart, part } = picture
  if (chart.categories.length === 0 || chart.series.length === 0) return []
  const room = { widthPx: box.width, heightPx: box.height }
  const style = deckChartStyle({ deck: canvas.ruler.tokens, colors: canvas.theme.colors }, room)
  const { plan, heightPx } = planChart(chart, part === undefined ? style : { ...style, part })
  const title = inlineText(chart.title).trim()
  return [
    {
      kind: 'chart',
      name: 'Chart',
      box: { ...box, height: heightPx },
      alt,
      ...(title !== '' && { title }),
      ...(role !== undefined && { role }),
      plan,
    },
  ]
}
