/** Sections as parts of a talk, with the minutes planned for them. */

export type Plan = {
  /** What the sections add up to, such as `7.5`; empty when none has minutes. */
  readonly minutes: string
  /** How many have none; empty instead of 0. */
  readonly untimed: string
}

export type Part = Plan & { readonly part: string; readonly sections: readonly unknown[] }

/** A part reaches to the next section that begins one; what stands before the first has no title. */
export function partsOf(sections: readonly unknown[]): readonly Part[] {
  const parts: { part: string; sections: unknown[] }[] = []
  for (const section of sections) {
    const part = textOf(section, 'part')
    const last = parts.at(-1)
    if (part !== '' || last === undefined) parts.push({ part, sections: [section] })
    else last.sections.push(section)
  }
  return parts.map((part) => ({ ...part, ...planOf(part.sections) }))
}

export function planOf(sections: readonly unknown[]): Plan {
  const minutes = sections.map((section) => Number(textOf(section, 'minutes')))
  // Hundredths: 0.1 + 0.2 is not 0.3 in binary.
  const sum = minutes.reduce((total, value) => total + Math.round(value * 100), 0) / 100
  const untimed = minutes.filter((value) => value === 0).length
  return { minutes: sum === 0 ? '' : String(sum), untimed: untimed === 0 ? '' : String(untimed) }
}

/**
 * Minutes of each section: as planned, or an even share of what the others leave of the talk. Shares are
 * whole minutes where there is one for each, and add up to the rest: 10 minutes are 4, 3 and 3.
 */
export function shareMinutes(planned: readonly number[], talk: number): readonly number[] {
  const taken = planned.reduce((total, value) => total + Math.round(value * 100), 0)
  const rest = Math.max(0, Math.round(talk * 100) - taken)
  const untimed = planned.filter((value) => value === 0).length
  const step = stepOf(rest, untimed)
  const [each, over] = [Math.floor(rest / step / untimed), (rest / step) % untimed]
  let given = 0
  return planned.map((value) => {
    if (value > 0) return value
    given += 1
    return ((each + (given <= over ? 1 : 0)) * step) / 100
  })
}

/** The unit of the shares, in hundredths of a minute: what a person would write. */
function stepOf(rest: number, count: number): number {
  if (rest % 100 === 0 && rest >= count * 100) return 100
  return rest % 10 === 0 ? 10 : 1
}

function textOf(section: unknown, key: string): string {
  if (typeof section !== 'object' || section === null) return ''
  const value: unknown = Reflect.get(section, key)
  return typeof value === 'string' ? value : ''
}
