/** What the author is told of diagrams whose type is too small on the slide: how much of them would be legible. */
import { MIN_TEXT_PX, slideRoom } from '../chart/diagram/diagram-room.ts'
import { fitPlan } from '../chart/diagram/plan.ts'
import { planDiagram } from '../chart/diagram/plan-diagram.ts'
import type { ShownDiagram } from '../deck/draw-slides.ts'
import { diagramSmall } from '../diagnostics/diagram-problems.ts'
import type { Diagram } from '../topic/diagram/diagram.ts'
import { firstParts, partsOf } from '../topic/diagram/first-parts.ts'
import type { Job } from './job.ts'
import { diagramsOf } from './pictures.ts'

/** Less than a pixel is the rounding of boxes. */
const TOLERANCE_PX = 0.5

export async function tellDiagrams(shown: readonly ShownDiagram[], job: Job): Promise<void> {
  const figures = new Map(diagramsOf(job.topic).map((figure) => [figure.path, figure]))
  for (const { path, ...box } of shown) {
    const figure = figures.get(path)
    const picture = job.pictures.get(path)
    if (figure === undefined || picture?.kind !== 'diagram') continue
    const { text } = fitPlan(picture.plans, slideRoom(box))
    if (text >= MIN_TEXT_PX - TOLERANCE_PX) continue
    const { count, parts } = partsOf(figure.diagram)
    const fitting = await countFitting(figure.diagram, box)
    const where = { file: job.topic.file, place: figure.place }
    job.warn(diagramSmall(where, { textPx: text, minPx: MIN_TEXT_PX, count, fitting, parts }))
  }
}

/** By halving: a diagram with fewer parts is never harder to read. */
async function countFitting(
  diagram: Diagram,
  box: { readonly width: number; readonly height: number },
): Promise<number> {
  let low = 0
  let high = partsOf(diagram).count
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    const plans = await planDiagram(firstParts(diagram, middle))
    const isLegible = fitPlan(plans, slideRoom(box)).text >= MIN_TEXT_PX
    if (isLegible) low = middle
    else high = middle
  }
  return low
}
