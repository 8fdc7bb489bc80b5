/** The windows this one has a handle of: whom it opened, who opened it, and who called with the right key. */
import { type Message, type Role, readMessage } from './message.ts'

export type WindowLinkOptions = {
  readonly deck: string
  readonly key: string
  readonly role: Role
  readonly opener: Window | undefined
  /** True for a message that is new. */
  hear(message: Message): boolean
}

export type WindowLink = {
  post(message: Message): void
  /** A window that this one has opened. */
  add(other: Window): void
  /** The last window of the other role that was heard and still is. */
  partner(): Window | undefined
  isPartner(from: string): boolean
}

/** The presenter calls once a second; who has not answered for so long is gone. */
const SILENT_MS = 4000
const GREETINGS = new Set(['ping', 'pong'])

type Partner = { readonly other: Window; readonly heardMs: number }

export function linkWindows({ deck, key, role, opener, hear }: WindowLinkOptions): WindowLink {
  const windows = new Set(opener === undefined ? [] : [opener])
  const partners = new Map<string, Partner>()
  const post = (message: Message, except?: Window): void => {
    for (const other of windows) {
      if (other.closed) windows.delete(other)
      // A file has no origin that could be named here; the receiver knows the key.
      else if (other !== except) other.postMessage(message, '*')
    }
  }
  addEventListener('message', ({ data, origin, source }) => {
    const message = readMessage(data, deck)
    if (message?.key !== key || origin !== self.origin || !isOtherWindow(source)) return
    if (!windows.has(source) && !GREETINGS.has(message.body.kind)) return
    windows.add(source)
    if (message.role !== role) {
      partners.delete(message.from)
      partners.set(message.from, { other: source, heardMs: Date.now() })
    }
    // Two presenters of one audience hear each other through it where there is no channel.
    if (hear(message)) post(message, source)
  })
  return {
    post,
    add: (other) => windows.add(other),
    partner: () => [...partners.values()].filter(isAlive).at(-1)?.other,
    isPartner: (from) => partners.has(from),
  }
}

function isAlive({ other, heardMs }: Partner): boolean {
  return !other.closed && Date.now() - heardMs < SILENT_MS
}

function isOtherWindow(source: unknown): source is Window {
  return source !== null && typeof source === 'object' && source !== window && 'closed' in source
}
