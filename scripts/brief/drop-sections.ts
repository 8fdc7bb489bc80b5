/**
 * The last rung: sections whose author gave them a `priority` of 2 or more may be left out, the highest number
 * first and, among equals, the last of the page first. Priority 1 stays whatever happens.
 */

import { heightOf } from './atom.ts'
import type { FlowBlock } from './brief-block.ts'
import type { Fit } from './fit-flow.ts'

export type Kept = {
  readonly fit: Fit
  readonly blocks: readonly FlowBlock[]
  readonly dropped: readonly FlowBlock[]
}

/** Fits all blocks, or as many as it takes to leave out; when even that is not enough, all are kept. */
export function fitOrDrop(
  blocks: readonly FlowBlock[],
  fitBlocks: (blocks: readonly FlowBlock[], dropped: readonly FlowBlock[]) => Fit,
): Kept {
  const whole = fitBlocks(blocks, [])
  if (whole.overflowPt === 0) return { fit: whole, blocks, dropped: [] }
  const order = droppable(blocks)
  let trials = whole.trials
  for (let count = enough(order, whole); count <= order.length; count++) {
    const dropped = order.slice(0, count)
    const kept = blocks.filter((block) => !dropped.includes(block))
    const fit = fitBlocks(kept, dropped)
    trials += fit.trials
    if (fit.overflowPt === 0)
      return {
        fit: { ...fit, trials },
        blocks: kept,
        dropped: blocks.filter((block) => dropped.includes(block)),
      }
  }
  return { fit: { ...whole, trials }, blocks, dropped: [] }
}

function droppable(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  return blocks
    .filter(({ priority }) => priority > 1)
    .toReversed()
    .toSorted((a, b) => b.priority - a.priority)
}

/** How many are surely needed: those before it are together not as high as what does not fit. */
function enough(order: readonly FlowBlock[], whole: Fit): number {
  let height = 0
  for (const [index, block] of order.entries()) {
    height += heightOfPart(block.id, whole)
    if (height >= whole.overflowPt) return index + 1
  }
  return Math.max(1, order.length)
}

/** At the fit's leading and natural gaps. */
export function heightOfPart(id: string, { atoms, leadingPt }: Fit): number {
  return atoms
    .filter(({ part }) => part === id)
    .reduce((sum, atom) => sum + atom.gapPt + heightOf(atom, leadingPt, 1), 0)
}
