/** Keeps the talk over a reload in the history entry of the window, which works where storage is blocked. */
import { type Ink, isInk, isRecord, isTalkState, type TalkState } from './message.ts'

export type RememberedTalk = {
  readonly deck: string
  readonly talk: TalkState
  readonly inks: readonly Ink[]
}

export function rememberTalk(remembered: RememberedTalk): void {
  try {
    history.replaceState({ lectern: remembered }, '')
  } catch {}
}

/** Nothing after anything but a reload: a browser that restores its windows the next day starts anew. */
export function recallTalk(deck: string): RememberedTalk | undefined {
  const [entry] = performance.getEntriesByType('navigation')
  const state: unknown = history.state
  if (entry?.toJSON().type !== 'reload' || !isRecord(state)) return undefined
  const remembered = state['lectern']
  if (!isRecord(remembered) || remembered['deck'] !== deck || !isTalkState(remembered['talk']))
    return undefined
  const inks: unknown = remembered['inks']
  return { deck, talk: remembered['talk'], inks: Array.isArray(inks) ? inks.filter(isInk) : [] }
}
