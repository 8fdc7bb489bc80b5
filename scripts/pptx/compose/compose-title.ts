/** The title of a slide in its placeholder. */
import type { SizeName } from '../../deck/deck-ruler.ts'
import { coverKind } from '../../deck/layout-cover.ts'
import { titleKind } from '../../deck/layout-slide.ts'
import type { Slide } from '../../deck/slide.ts'
import type { PlaceholderPlan } from '../base/base.ts'
import type { Canvas } from '../canvas.ts'
import type { Box, Paragraph, Shape } from '../presentation.ts'
import { planOf } from './placeholder-text.ts'
import { onGround, runsOf } from './runs-of.ts'
import { titleHeightPx } from './title-height.ts'

export function composeTitle(slide: Slide, canvas: Canvas): readonly Shape[] {
  const plan = planOf('title', canvas)
  if (slide.heading === undefined || plan === undefined) return []
  const paragraphs = [titleParagraph(slide, plan, canvas)]
  return [
    { kind: 'placeholder', role: 'title', ...boxOf(slide, plan, canvas), text: { paragraphs } },
  ]
}

/** A long title is smaller, in the share that the theme has for it. */
export function titleParagraph(
  { heading, classes }: Slide,
  plan: PlaceholderPlan,
  { ruler }: Canvas,
): Paragraph {
  const hasCover = isCover(classes)
  const runs = runsOf(heading?.text ?? '')
  const usual: SizeName = hasCover ? 'cover' : 'title'
  const { size } = hasCover ? coverKind(classes) : titleKind(classes)
  const { sizes } = ruler.tokens
  const share = plan.sizePx / sizes[usual].sizePx
  return {
    runs: hasCover && plan.look === undefined ? onGround(runs) : runs,
    level: 0,
    bullet: 'master',
    ...(size !== usual && { sizePx: sizes[size].sizePx * share }),
    ...(size !== usual && plan.look === undefined && { linePx: ruler.linePx(size) * share }),
  }
}

function isCover(classes: readonly string[]): boolean {
  return classes.includes('title') || classes.includes('part')
}

/** On our own layouts a title of several lines takes their room; an institute's stays where it is. */
function boxOf(
  slide: Slide,
  { box, look }: PlaceholderPlan,
  { ruler }: Canvas,
): { readonly box?: Box } {
  if (look !== undefined || isCover(slide.classes)) return {}
  const height = titleHeightPx(slide, ruler, box.width)
  return Math.abs(height - box.height) < 1 ? {} : { box: { ...box, height } }
}
