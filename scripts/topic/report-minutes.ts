import type { Report } from '../diagnostics/make-diagnostic.ts'
import { minutesSum } from '../diagnostics/topic-problems.ts'
import { type Layer, type Layers, pick } from './layers.ts'
import type { BareSection } from './resolve-sections.ts'
import type { TopicData } from './schema.ts'
import { whereKey } from './source-document.ts'

type Plan = {
  readonly planned: Layer<number> | undefined
  readonly layers: Layers<TopicData>
  readonly report: Report
}

/**
 * Sections that do not add up to the length of the talk. Sections without minutes share what is left,
 * so then only too many are told; a talk without any timed section has no plan to check.
 */
export function reportMinutes(
  sections: readonly BareSection[],
  { planned, layers, report }: Plan,
): void {
  if (planned === undefined || planned.value === 0) return
  // Hundredths: 0.1 + 0.2 is not 0.3 in binary.
  const sum = sections.reduce((total, { minutes }) => total + Math.round(minutes * 100), 0) / 100
  const rest = Math.round((planned.value - sum) * 100) / 100
  const takesRest = sections.some(({ minutes }) => minutes === 0)
  if (sum === 0 || rest === 0 || (rest > 0 && takesRest)) return
  const isOwn = layers.some(({ at }) => at.document.file === planned.at.document.file)
  const listed = pick(layers, 'sections')
  const where = isOwn || listed === undefined ? planned.at : listed.at
  report(minutesSum(whereKey(where), { sum, planned: planned.value }))
}
