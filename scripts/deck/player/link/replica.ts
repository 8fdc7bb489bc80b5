/** One window's copy of the talk: what changes here is told, what is newer elsewhere is taken over. */
import { type Link, openLink } from './link.ts'
import {
  type Ink,
  isNewer,
  type Message,
  type Role,
  type Spot,
  type Stamp,
  type Stroke,
  type TalkState,
} from './message.ts'
import { recallTalk, rememberTalk } from './remember-talk.ts'

export type TalkEvent =
  | { readonly kind: 'state' }
  | { readonly kind: 'ink'; readonly slide: number }
  | { readonly kind: 'stroke'; readonly slide: number; readonly stroke: Stroke }
  | { readonly kind: 'spot'; readonly spot: Spot | null }
  | { readonly kind: 'heard' | 'bye'; readonly role: Role }

export type Replica = {
  readonly link: Link
  state(): TalkState
  change(patch: Partial<Omit<TalkState, 'stamp'>>): void
  inkOn(slide: number): readonly Stroke[]
  setInk(slide: number, strokes: readonly Stroke[]): void
}

export type ReplicaOptions = {
  readonly role: Role
  readonly start: Omit<TalkState, 'stamp'>
  onEvent(event: TalkEvent): void
}

export function openReplica({ role, start, onEvent }: ReplicaOptions): Replica {
  const deck = document.querySelector<HTMLElement>('[data-deck]')?.dataset['deck'] ?? ''
  const link = openLink({ deck, role, onMessage: (message) => hear(message) })
  const recalled = recallTalk(deck)
  const inks = new Map<number, Ink>(recalled?.inks.map((ink) => [ink.slide, ink]))
  let state: TalkState = recalled?.talk ?? { ...start, stamp: { version: 0, by: link.id } }

  const tell = (event: TalkEvent): void => {
    // At once: what is written while the window closes is lost.
    if (event.kind === 'state') rememberTalk({ deck, talk: state, inks: [...inks.values()] })
    onEvent(event)
  }
  const nextStamp = (): Stamp => ({ version: state.stamp.version + 1, by: link.id })
  const change: Replica['change'] = (patch) => {
    state = { ...state, ...patch, stamp: nextStamp() }
    link.send({ kind: 'talk', talk: state })
    tell({ kind: 'state' })
  }
  const hear = (message: Message): void => {
    const { body, role } = message
    if (body.kind === 'talk' && isNewer(body.talk.stamp, state.stamp)) {
      state = body.talk
      tell({ kind: 'state' })
    }
    if (body.kind === 'ink' && isNewInk(inks, body.ink)) {
      inks.set(body.ink.slide, body.ink)
      onEvent({ kind: 'ink', slide: body.ink.slide })
    }
    if (body.kind === 'ping') link.send({ kind: 'pong', stamp: state.stamp })
    if ((body.kind === 'ping' || body.kind === 'pong') && isNewer(state.stamp, body.stamp)) {
      // The ink first: with the version the other window has, and keeps over a reload, all that it stands for.
      for (const ink of inks.values()) link.send({ kind: 'ink', ink })
      link.send({ kind: 'talk', talk: state })
    }
    if (body.kind === 'stroke' || body.kind === 'spot') onEvent(body)
    onEvent({ kind: body.kind === 'bye' ? 'bye' : 'heard', role })
  }
  addEventListener('pagehide', () => link.send({ kind: 'bye' }))
  return {
    link,
    state: () => state,
    change,
    inkOn: (slide) => inks.get(slide)?.strokes ?? [],
    setInk: (slide, strokes) => {
      const ink: Ink = { slide, strokes, stamp: nextStamp() }
      inks.set(slide, ink)
      link.send({ kind: 'ink', ink })
      // A window that comes later sees by the version that it lacks something.
      change({})
      onEvent({ kind: 'ink', slide })
    },
  }
}

function isNewInk(inks: ReadonlyMap<number, Ink>, ink: Ink): boolean {
  const known = inks.get(ink.slide)
  return known === undefined || isNewer(ink.stamp, known.stamp)
}
