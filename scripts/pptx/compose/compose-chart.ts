/** A chart of the topic as a native chart in the room that the page gives it. */
import type { Picture } from '../../chart/picture.ts'
import type { Place } from '../canvas.ts'
import type { Shape } from '../presentation.ts'

type ShownChart = {
  readonly picture: Extract<Picture, { kind: 'chart' }>
  readonly alt: string
}

export function composeChart({ picture, alt }: ShownChart, { box }: Place): readonly Shape[] {
  const { chart, part } = picture
  const whole = { kind: 'chart', name: 'Chart', box, alt, chart } as const
  return [part === undefined ? whole : { ...whole, part }]
}
