/**
 * The DevTools protocol over a pair of pipes: JSON messages, each closed by a zero byte. Source: Chrome DevTools
 * Protocol, `--remote-debugging-pipe`. A pipe, not a socket: nobody else on the machine can speak to the browser, and
 * the browser ends itself when we are gone.
 */
import type { Readable, Writable } from 'node:stream'
import type { ProtocolMapping } from 'devtools-protocol/types/protocol-mapping.js'

export type Commands = ProtocolMapping.Commands
export type Events = ProtocolMapping.Events

export type Client = {
  /** Rejects with ProtocolError when the browser refuses, with the reason given to `end` when it is gone. */
  send<Name extends keyof Commands>(
    method: Name,
    ...rest: Commands[Name]['paramsType']
  ): Promise<Commands[Name]['returnType']>
  /** The same for one page. */
  session(id: string): Client
  on<Name extends keyof Events>(event: Name, listener: (value: Events[Name][0]) => void): void
  /** Every waiting and every later call fails with `reason`; of a page: those of this page. */
  end(reason: Error): void
}

export class ProtocolError extends Error {
  override readonly name = 'ProtocolError'
}

type Message = {
  readonly id?: number
  readonly method?: string
  readonly params?: unknown
  readonly sessionId?: string
  readonly result?: unknown
  readonly error?: { readonly message: string }
}

type Call = {
  readonly session: string
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** The browser itself, beside the sessions of its pages. */
const BROWSER = ''

export function openClient(output: Writable, input: Readable): Client {
  const calls = new Map<number, Call>()
  const listeners = new Map<string, ((value: unknown) => void)[]>()
  const ended = new Map<string, Error>()
  let last = 0
  const end = (session: string, reason: Error): void => {
    if (!ended.has(session)) ended.set(session, reason)
    for (const [id, call] of calls) {
      if (session !== BROWSER && call.session !== session) continue
      calls.delete(id)
      call.reject(reason)
    }
  }
  readMessages(input, (message) => deliver(message, calls, listeners), end)
  whenLost([input, output], end)
  const clientOf = (session: string): Client => ({
    send: (method, ...[params]) =>
      new Promise((resolve, reject) => {
        const reason = ended.get(BROWSER) ?? ended.get(session)
        if (reason !== undefined) return reject(reason)
        last += 1
        // The protocol's own types say what a method gives back.
        calls.set(last, { session, resolve: resolve as (value: unknown) => void, reject })
        const sessionId = session === BROWSER ? {} : { sessionId: session }
        output.write(`${JSON.stringify({ id: last, method, params, ...sessionId })}\0`)
      }),
    session: clientOf,
    on(event, listener) {
      const key = `${session} ${event}`
      // As above: the protocol's types say what an event carries.
      listeners.set(key, [...(listeners.get(key) ?? []), listener as (value: unknown) => void])
    },
    end: (reason) => end(session, reason),
  })
  return clientOf(BROWSER)
}

type End = (session: string, reason: Error) => void

function deliver(
  message: Message,
  calls: Map<number, Call>,
  listeners: ReadonlyMap<string, readonly ((value: unknown) => void)[]>,
): void {
  if (message.id === undefined) {
    const key = `${message.sessionId ?? BROWSER} ${message.method}`
    for (const listener of listeners.get(key) ?? []) listener(message.params)
    return
  }
  const call = calls.get(message.id)
  calls.delete(message.id)
  if (message.error !== undefined) call?.reject(new ProtocolError(message.error.message))
  else if (message.result !== undefined) call?.resolve(message.result)
  else call?.reject(new ProtocolError('it gave an answer that says nothing'))
}

/** A message may come in many pieces: a printed deck is megabytes of base64. */
function readMessages(input: Readable, receive: (message: Message) => void, end: End): void {
  let pieces: Buffer[] = []
  input.on('data', (data: Buffer) => {
    let start = 0
    for (let stop = data.indexOf(0); stop >= 0; stop = data.indexOf(0, start)) {
      pieces.push(data.subarray(start, stop))
      const message = parseMessage(Buffer.concat(pieces).toString('utf8'))
      if (message === undefined)
        end(BROWSER, new ProtocolError('it does not speak the DevTools protocol'))
      else receive(message)
      pieces = []
      start = stop + 1
    }
    if (start < data.length) pieces.push(data.subarray(start))
  })
}

/** Undefined for what is no message: a program that was named as the browser may write anything. */
function parseMessage(text: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    // No JSON.
    return undefined
  }
}

/** The end of the process, a moment later, says more than the end of the pipe. */
const LOST_MS = 500

function whenLost(streams: readonly (Readable | Writable)[], end: End): void {
  const lost = (): void => {
    const reason = new ProtocolError('the connection to it broke')
    setTimeout(() => end(BROWSER, reason), LOST_MS).unref()
  }
  for (const stream of streams) stream.on('error', lost)
  for (const stream of streams) stream.on('close', lost)
}
