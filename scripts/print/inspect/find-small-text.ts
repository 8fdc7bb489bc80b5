/** Text that the last row cannot read, by what it is there for. */
import type { Fault, Limits } from './measured.ts'
import { rounded } from './slide-box.ts'
import type { TextLine } from './visible-text.ts'

/** Rounding of sizes in em and in drawings that are fitted into their room. */
const TOLERANCE_PX = 0.5

export function findSmallText(texts: readonly TextLine[], { leastPx }: Limits): readonly Fault[] {
  const found = new Map<string, Fault & { kind: 'small-text' }>()
  const seen = new Set<Node>()
  for (const { node, role, sizePx, words, box, isFormula } of texts) {
    if (role === 'mark' || seen.has(node) || sizePx >= leastPx[role] - TOLERANCE_PX) continue
    seen.add(node)
    const what = isFormula ? 'formula' : 'text'
    const key = `${what} ${role} ${sizePx.toFixed(1)}`
    const known = found.get(key)
    found.set(key, {
      kind: 'small-text',
      what,
      role,
      words: known?.words ?? words,
      box: known?.box ?? rounded(box),
      sizePx: Math.round(sizePx * 10) / 10,
      leastPx: leastPx[role],
      count: (known?.count ?? 0) + 1,
    })
  }
  return [...found.values()]
}
