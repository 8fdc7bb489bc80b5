/** Which block of a slide fills which placeholder of its layout. */
import { isBeside } from '../../deck/layout-beside.ts'
import { hasSideColumn } from '../../deck/layout-slide.ts'
import type { Block, Slide } from '../../deck/slide.ts'
import type { LayoutPlan } from '../base/base.ts'
import type { Place } from '../canvas.ts'

type Role = NonNullable<Place['role']>

/** First the one thing that the slide is about. */
const FILLERS: readonly Block['kind'][] = [
  'table',
  'picture',
  'formula',
  'list',
  'quote',
  'paragraph',
]

/** @param isDrawn true of a list that is drawn as shapes, which a placeholder cannot hold */
export function shareRoles(
  slide: Slide,
  { placeholders }: LayoutPlan,
  isDrawn: (block: Block) => boolean,
): ReadonlyMap<number, Role> {
  const first = (kind: Block['kind'] | undefined): number =>
    slide.blocks.findIndex((block) => block.kind === kind && !isDrawn(block))
  const wanted: readonly (readonly [number, Role])[] = isBeside(slide)
    ? [
        [first('list'), 'body'],
        [first('picture'), 'second'],
      ]
    : hasSideColumn(slide)
      ? [[first('list'), 'body']]
      : [[first(FILLERS.find((kind) => first(kind) >= 0)), 'body']]
  return new Map(
    wanted.filter(([index, role]) => index >= 0 && placeholders.some((plan) => plan.role === role)),
  )
}
