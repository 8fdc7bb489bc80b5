/** Time spent on slides, from two numbers that every window of the talk holds alike. */
import type { TalkState } from './message.ts'

type Timing = Pick<TalkState, 'since' | 'spent'>
type TimingOnSlide = Timing & Pick<TalkState, 'slide'>

/** Closes the account of the slide shown; what ran runs on. */
export function settle(timing: TimingOnSlide, nowMs: number): Timing {
  if (timing.since === null) return { since: null, spent: timing.spent }
  return { since: nowMs, spent: spentBySlide(timing, nowMs) }
}

/** Milliseconds per slide, with what runs right now. A clock that was set back takes nothing away. */
export function spentBySlide(
  { since, spent, slide }: TimingOnSlide,
  nowMs: number,
): readonly number[] {
  const all = Array.from({ length: Math.max(spent.length, slide + 1) }, (_, at) => spent[at] ?? 0)
  all[slide] = (all[slide] ?? 0) + (since === null ? 0 : Math.max(0, nowMs - since))
  return all
}

export function elapsedMs(timing: TimingOnSlide, nowMs: number): number {
  return sum(spentBySlide(timing, nowMs))
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
