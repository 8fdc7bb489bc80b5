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
  /** Rejects with ProtocolError when the browser refuses, or when it is gone. */
  send<Name extends keyof Commands>(
    method: Name,
    ...rest: Commands[Name]['paramsType']
  ): Promise<Commands[Name]['returnType']>
  /** The same for one page. */
  session(id: string): Client
  on<Name extends keyof Events>(event: Name, listener: (value: Events[Name][0]) => void): void
  /** Every waiting call fails with `reason`. */
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

type Waiting = { readonly resolve: (value: unknown) => void; readonly reject: (e: Error) => void }

export function openClient(output: Writable, input: Readable): Client {
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, ((value: unknown) => void)[]>()
  let last = 0
  let ended: Error | undefined
  const end = (reason: Error): void => {
    ended ??= reason
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  const receive = (message: Message): void => {
    if (message.id === undefined) {
      const key = `${message.sessionId ?? ''} ${message.method}`
      for (const listener of listeners.get(key) ?? []) listener(message.params)
      return
    }
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) call?.resolve(message.result)
    else call?.reject(new ProtocolError(message.error.message))
  }
  readMessages(input, receive)
  input.on('close', () => end(new ProtocolError('the browser ended')))
  for (const stream of [input, output]) stream.on('error', end)
  const clientOf = (sessionId: string | undefined): Client => ({
    send: (method, ...[params]) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended)
        last += 1
        // The protocol's own types say what a method gives back.
        waiting.set(last, { resolve: resolve as (value: unknown) => void, reject })
        output.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
      }),
    session: clientOf,
    on(event, listener) {
      const key = `${sessionId ?? ''} ${event}`
      // As above: the protocol's types say what an event carries.
      listeners.set(key, [...(listeners.get(key) ?? []), listener as (value: unknown) => void])
    },
    end,
  })
  return clientOf(undefined)
}

/** A message may come in many pieces: a printed deck is megabytes of base64. */
function readMessages(input: Readable, receive: (message: Message) => void): void {
  let pieces: Buffer[] = []
  input.on('data', (data: Buffer) => {
    let start = 0
    for (let end = data.indexOf(0); end >= 0; end = data.indexOf(0, start)) {
      pieces.push(data.subarray(start, end))
      // What the browser sends is the protocol.
      receive(JSON.parse(Buffer.concat(pieces).toString('utf8')) as Message)
      pieces = []
      start = end + 1
    }
    if (start < data.length) pieces.push(data.subarray(start))
  })
}
