/**
 * Where the talk stands: slide, step, blank screen. Nothing here draws; whatever shows or sends the state
 * subscribes to it, so that a key, a link, another window all move it in the same way.
 */
import type { PlayerSlide } from './slides.ts'

export type Blank = 'none' | 'black' | 'white'

export type StageState = {
  /** 0-based. */
  readonly slide: number
  /** How many fragments of the slide are shown. */
  readonly step: number
  readonly blank: Blank
}

export type Listener = (state: StageState, before: StageState) => void

export type Stage = {
  readonly slides: readonly PlayerSlide[]
  state(): StageState
  /** One step on, or one slide; on a blank screen it only brings the slide back. */
  next(): void
  /** One step back, or the previous slide with all its steps. */
  previous(): void
  /** The nearest slide there is; without a step none of its fragments is shown, as in Marp and reveal.js. */
  show(slide: number, step?: number): void
  setBlank(blank: Blank): void
  /** From outside: out of range means the nearest, and only a change is told. */
  apply(change: Partial<StageState>): void
  /** Returns what ends it. */
  subscribe(listener: Listener): () => void
}

export function openStage(slides: readonly PlayerSlide[]): Stage {
  const listeners = new Set<Listener>()
  let state: StageState = { slide: 0, step: 0, blank: 'none' }

  const apply = (change: Partial<StageState>): void => {
    const before = state
    const slide = clamp(change.slide ?? before.slide, slides.length - 1)
    const steps = slides[slide]?.fragments.length ?? 0
    const step = clamp(change.step ?? (slide === before.slide ? before.step : 0), steps)
    const blank = change.blank ?? before.blank
    if (slide === before.slide && step === before.step && blank === before.blank) return
    state = { slide, step, blank }
    for (const listener of listeners) listener(state, before)
  }
  const show = (slide: number, step = 0): void => apply({ slide, step })
  const setBlank = (blank: Blank): void => apply({ blank })
  const stepsOf = (slide: number): number => slides[slide]?.fragments.length ?? 0

  return {
    slides,
    state: () => state,
    next: () => {
      const { slide, step, blank } = state
      if (blank !== 'none') setBlank('none')
      else if (step < stepsOf(slide)) show(slide, step + 1)
      else if (slide < slides.length - 1) show(slide + 1)
    },
    previous: () => {
      const { slide, step, blank } = state
      if (blank !== 'none') setBlank('none')
      else if (step > 0) show(slide, step - 1)
      else if (slide > 0) show(slide - 1, stepsOf(slide - 1))
    },
    show,
    setBlank,
    apply,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What is no number counts as 0: positions also come from addresses and other windows. */
function clamp(value: number, max: number): number {
  return Math.max(0, Math.min(max, Math.trunc(value) || 0))
}
