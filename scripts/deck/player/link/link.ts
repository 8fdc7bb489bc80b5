/**
 * Carries messages between the windows of one deck, from a file and without storage: by postMessage between
 * a window and the one that opened it, and by BroadcastChannel to those that nobody opened. A message may
 * come both ways and is heard once.
 */
import { type Body, type Message, type Role, readMessage } from './message.ts'
import { linkWindows, type WindowLink } from './window-link.ts'

export type LinkOptions = {
  readonly deck: string
  readonly role: Role
  onMessage(message: Message): void
}

export type Link = Pick<WindowLink, 'add' | 'partner'> & {
  /** Name of this window in messages. */
  readonly id: string
  /** Names of windows opened from here hold it: see `windowName`. */
  readonly key: string
  send(body: Body): void
}

export function openLink({ deck, role, onMessage }: LinkOptions): Link {
  // Later in the alphabet wins between two first states: what the audience sees is where the talk stands.
  const id = `${role === 'audience' ? 'b' : 'a'}${randomName()}`
  const opener = openerOf()
  const key = ownKey(role)
  const hear = hearOnce(id, onMessage)
  const windows = linkWindows({ deck, key, role, opener, hear })
  const channel = openChannel(`lectern ${deck}`)
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data, deck)
    // The same deck in another tab does not lead this talk.
    const isStranger =
      message?.role === 'audience' &&
      (role === 'audience' || (windows.partner() !== undefined && !windows.isPartner(message.from)))
    if (message !== undefined && !isStranger) hear(message)
  })
  let seq = 0
  return {
    id,
    key,
    add: windows.add,
    partner: windows.partner,
    send: (body) => {
      const message: Message = { app: 'lectern', deck, key, from: id, role, seq: seq++, body }
      windows.post(message)
      channel?.postMessage({ ...message, key: '' })
    },
  }
}

/** True for a message that is new. */
function hearOnce(id: string, onMessage: LinkOptions['onMessage']): (message: Message) => boolean {
  const lastSeq = new Map<string, number>()
  return (message) => {
    const { from, seq } = message
    if (from === id || (lastSeq.get(from) ?? -1) >= seq) return false
    lastSeq.set(from, seq)
    onMessage(message)
    return true
  }
}

const NAME_RE = /^lectern-(?:audience|presenter)-([0-9a-f]{32})$/

/** A window that a deck opened bears the name the deck gave it; whoever opened any other is no partner. */
function openerOf(): Window | undefined {
  const opener: unknown = window.opener
  // `opener` is any in the DOM's own types.
  return NAME_RE.test(window.name) && opener !== null ? (opener as Window) : undefined
}

/** Handed on in the window's name, which outlives a reload where storage is blocked. */
function ownKey(role: Role): string {
  const key = NAME_RE.exec(window.name)?.[1] ?? randomName()
  window.name = windowName(role, key)
  return key
}

export function windowName(role: Role, key: string): string {
  return `lectern-${role}-${key}`
}

function randomName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
}

function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name)
  } catch {
    // Refused where storage is blocked; the windows that opened each other still talk.
    return undefined
  }
}
