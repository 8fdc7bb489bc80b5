/** The talk as all its windows know it. Each holds the whole of it, so that any one may be reloaded or closed. */
import type { Stage } from '../stage.ts'
import type { Link } from './link.ts'
import type { Role, Spot, Stroke, TalkState } from './message.ts'
import { openReplica, type TalkEvent } from './replica.ts'
import { elapsedMs, settle } from './timing.ts'

export type { TalkEvent } from './replica.ts'

export type Talk = {
  readonly stage: Stage
  /** To open and to find the other window. */
  readonly link: Link
  state(): TalkState
  inkOn(slide: number): readonly Stroke[]
  startOrPause(): void
  reset(): void
  /** 0 means what the sections add up to. */
  setLength(minutes: number): void
  addStroke(slide: number, stroke: Stroke): void
  clearInk(slide: number): void
  /** A stroke being drawn: shown, not kept. */
  sketch(slide: number, stroke: Stroke): void
  point(spot: Spot | null): void
  /** Asks whoever listens to answer. */
  call(): void
  subscribe(listener: (event: TalkEvent) => void): void
}

/** Call it when the stage stands where the address says: from then on moving it is part of the talk. */
export function openTalk(stage: Stage, role: Role): Talk {
  const listeners = new Set<(event: TalkEvent) => void>()
  let isApplying = false
  const apply = (state: TalkState): void => {
    isApplying = true
    stage.apply(state)
    isApplying = false
  }
  const onEvent = (event: TalkEvent): void => {
    if (event.kind === 'state') apply(replica.state())
    for (const listener of listeners) listener(event)
  }
  const start = { ...stage.state(), since: null, spent: [], lengthMin: 0 }
  const replica = openReplica({ role, start, onEvent })
  const { link, state, change, inkOn, setInk } = replica

  stage.subscribe((at, before) => {
    if (!isApplying) change({ ...timeOfMove(state(), { at, before }, Date.now()), ...at })
  })
  apply(state())
  return {
    stage,
    link,
    state,
    inkOn,
    startOrPause: () => {
      const now = Date.now()
      change({ ...settle(state(), now), since: state().since === null ? now : null })
    },
    reset: () => change({ since: null, spent: [] }),
    setLength: (lengthMin) => change({ lengthMin }),
    addStroke: (slide, stroke) => setInk(slide, [...inkOn(slide), stroke]),
    clearInk: (slide) => setInk(slide, []),
    sketch: (slide, stroke) => link.send({ kind: 'stroke', slide, stroke }),
    point: (spot) => link.send({ kind: 'spot', spot }),
    call: () => link.send({ kind: 'ping', stamp: state().stamp }),
    subscribe: (listener) => listeners.add(listener),
  }
}

type Position = Pick<TalkState, 'slide' | 'step'>
type Move = { readonly at: Position; readonly before: Position }

/** The timer starts when the talk leaves its title slide for the first time. */
function timeOfMove(
  state: TalkState,
  { at, before }: Move,
  nowMs: number,
): Pick<TalkState, 'since' | 'spent'> {
  const isForward = at.slide > before.slide || (at.slide === before.slide && at.step > before.step)
  if (before.slide === 0 && isForward && state.since === null && elapsedMs(state, nowMs) === 0)
    return { since: nowMs, spent: [] }
  return at.slide === before.slide
    ? { since: state.since, spent: state.spent }
    : settle(state, nowMs)
}
