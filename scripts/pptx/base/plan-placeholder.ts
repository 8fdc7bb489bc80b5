/** One place of a layout. */
import type { Box, PlaceholderRole } from '../presentation.ts'
import type { PlaceholderPlan } from './base.ts'

type Given = {
  readonly box: Box
  readonly sizePx: number
  readonly type?: string
  readonly index?: number
  readonly isStrong?: boolean
}

export function planPlaceholder(
  role: PlaceholderRole,
  { box, sizePx, type = role === 'title' ? 'title' : '', index, isStrong }: Given,
): PlaceholderPlan {
  return { role, type, index, box, sizePx, ...(isStrong === true ? { isStrong } : {}) }
}
