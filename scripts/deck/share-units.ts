/** Units over as few slides as possible, evenly, with no item left alone that could have company. */
import type { Layout } from './layout-slide.ts'
import type { Unit } from './slide-units.ts'

export type Sharing = {
  measure(part: readonly Unit[]): Layout
  /** How many units this part may hold at most. */
  maxOf(part: readonly Unit[]): number
}

type Plan = { readonly slides: number; readonly cost: number; readonly start: number }

/** Shares of a slide's height; a lone item costs as much as an overfull slide. */
const LONE_COST = 1
const FULL_SLIDE_PX = 500

/** Dynamic programme over the last slide's first unit: fewest slides, then least sum of squared heights. */
export function shareUnits(units: readonly Unit[], sharing: Sharing): readonly (readonly Unit[])[] {
  const plans: Plan[] = [{ slides: 0, cost: 0, start: 0 }]
  for (let end = 1; end <= units.length; end++) plans.push(bestPlan(units, { plans, end, sharing }))
  return readParts(units, plans)
}

type Step = { readonly plans: readonly Plan[]; readonly end: number; readonly sharing: Sharing }

function bestPlan(units: readonly Unit[], { plans, end, sharing }: Step): Plan {
  let best: Plan | undefined
  for (let start = end - 1; start >= 0; start--) {
    const part = units.slice(start, end)
    const layout = sharing.measure(part)
    // One unit alone was divided as far as it goes; it is shown whatever its height.
    if (part.length > 1 && (!layout.isFitting || part.length > sharing.maxOf(part))) break
    const before = plans[start]
    if (before === undefined) break
    const slides = before.slides + 1
    const cost = before.cost + costOf(part, layout, units.length)
    if (best === undefined || slides < best.slides || (slides === best.slides && cost < best.cost))
      best = { slides, cost, start }
    if (units[start]?.startsSlide) break
  }
  return best ?? { slides: end, cost: 0, start: end - 1 }
}

function costOf(part: readonly Unit[], layout: Layout, total: number): number {
  const isLone = part.length === 1 && total > 1
  return (layout.heightPx / FULL_SLIDE_PX) ** 2 + (isLone ? LONE_COST : 0)
}

function readParts(units: readonly Unit[], plans: readonly Plan[]): readonly (readonly Unit[])[] {
  const parts: (readonly Unit[])[] = []
  let end = units.length
  while (end > 0) {
    const start = plans[end]?.start ?? end - 1
    parts.unshift(units.slice(start, end))
    end = start
  }
  return parts
}
