/** Slides that are text alone: all of it in the placeholder of the layout, so that the master styles it. */
import type { Slide } from '../../deck/slide.ts'
import type { Canvas } from '../canvas.ts'
import type { Shape } from '../presentation.ts'
import { paragraphsOf } from './paragraphs-of.ts'

export function composeBody(slide: Slide, { layout }: Canvas): readonly Shape[] {
  const paragraphs = slide.blocks.flatMap(paragraphsOf)
  const role = layout.placeholders.find((plan) => plan.role === 'body' || plan.role === 'subtitle')
  return role === undefined ? [] : [{ kind: 'placeholder', role: role.role, text: { paragraphs } }]
}
