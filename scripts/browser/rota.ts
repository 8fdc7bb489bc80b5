/** Which browser takes the next document: after so many, and after a failure, a fresh one. */
import type { Limits } from './limits.ts'
import { openShift, type Shift, type ShiftOptions } from './shift.ts'

export type Rota = {
  current(): Shift
  /** Another takes over; those whose documents are still in it may finish. */
  replace(shift: Shift): void
  /** For one document; the caller retires it. */
  openAside(): Shift
  close(): Promise<void>
}

export function openRota(
  launch: ShiftOptions['launch'],
  { documentsPerBrowser }: Pick<Limits, 'documentsPerBrowser'>,
): Rota {
  const shifts = new Set<Shift>()
  let onDuty: Shift | undefined
  const open = (): Shift => {
    const shift: Shift = openShift({ launch, whenClosed: () => shifts.delete(shift) })
    shifts.add(shift)
    return shift
  }
  const replace = (shift: Shift): void => {
    if (onDuty === shift) onDuty = undefined
    shift.retire()
  }
  return {
    current() {
      // The old one prints its last while the new one starts; a start ahead of that would often be for nothing.
      if (onDuty !== undefined && onDuty.count() >= documentsPerBrowser) replace(onDuty)
      onDuty ??= open()
      return onDuty
    },
    replace,
    openAside: open,
    async close() {
      await Promise.all([...shifts].map((shift) => shift.close()))
    },
  }
}
