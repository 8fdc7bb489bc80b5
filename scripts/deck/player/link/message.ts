/**
 * What the windows of a deck say to each other. Everything that arrives is checked field by field: any page
 * can post to a window it has a handle of, and on `file:` every page has the same origin, "null".
 */
import type { Blank } from '../stage.ts'

export type Role = 'audience' | 'presenter'

/** Orders all changes of a talk (Lamport, CACM 21:7, 1978): the higher version wins, then the greater name. */
export type Stamp = { readonly version: number; readonly by: string }

/** Of a slide's own coordinates, x and y in turn: `[x, y, x, y]`. */
export type Stroke = readonly number[]

export type Spot = { readonly slide: number; readonly x: number; readonly y: number }

/** All that both windows must agree on, but for the ink. */
export type TalkState = {
  readonly stamp: Stamp
  readonly slide: number
  readonly step: number
  readonly blank: Blank
  /** When the slide shown began to count, milliseconds since 1970; null while the timer stands. */
  readonly since: number | null
  /** Milliseconds spent on each slide so far, without what runs since `since`. */
  readonly spent: readonly number[]
  /** Typed in by the lecturer; 0 means what the sections add up to. */
  readonly lengthMin: number
}

export type Ink = {
  readonly slide: number
  readonly stamp: Stamp
  readonly strokes: readonly Stroke[]
}

export type Body =
  | { readonly kind: 'ping' | 'pong'; readonly stamp: Stamp }
  | { readonly kind: 'talk'; readonly talk: TalkState }
  | { readonly kind: 'ink'; readonly ink: Ink }
  /** A stroke that is still being drawn. */
  | { readonly kind: 'stroke'; readonly slide: number; readonly stroke: Stroke }
  | { readonly kind: 'spot'; readonly spot: Spot | null }
  | { readonly kind: 'bye' }

export type Message = {
  readonly app: 'lectern'
  /** Hash of the content: two decks in one browser do not hear each other. */
  readonly deck: string
  /** Known only to the windows that one of them opened. */
  readonly key: string
  readonly from: string
  readonly role: Role
  /** Counts up per sender: what comes a second time, or too late, is dropped. */
  readonly seq: number
  readonly body: Body
}

const MAX_SLIDES = 10_000
const MAX_STROKES = 2000
const MAX_NUMBERS = 20_000

/** The message when it is one of this deck's and every field is in order. */
export function readMessage(data: unknown, deck: string): Message | undefined {
  if (!isRecord(data) || data['app'] !== 'lectern' || data['deck'] !== deck) return undefined
  const { key, from, role, seq, body } = data
  const isWhole =
    isName(key) &&
    isName(from) &&
    (role === 'audience' || role === 'presenter') &&
    isCount(seq) &&
    isBody(body)
  // Each field has just been looked at.
  return isWhole ? (data as Message) : undefined
}

type Check = (value: unknown) => boolean

const BODIES: Readonly<Record<string, (body: Readonly<Record<string, unknown>>) => boolean>> = {
  ping: (body) => isStamp(body['stamp']),
  pong: (body) => isStamp(body['stamp']),
  talk: (body) => isTalkState(body['talk']),
  ink: (body) => isInk(body['ink']),
  stroke: (body) => isCount(body['slide']) && isStroke(body['stroke']),
  spot: (body) => body['spot'] === null || isSpot(body['spot']),
  bye: () => true,
}

function isBody(body: unknown): boolean {
  if (!isRecord(body) || typeof body['kind'] !== 'string') return false
  return Object.hasOwn(BODIES, body['kind']) && BODIES[body['kind']]?.(body) === true
}

function isSpot(spot: unknown): boolean {
  return isRecord(spot) && isCount(spot['slide']) && isNumber(spot['x']) && isNumber(spot['y'])
}

export function isTalkState(talk: unknown): talk is TalkState {
  return (
    isRecord(talk) &&
    isStamp(talk['stamp']) &&
    isCount(talk['slide']) &&
    isCount(talk['step']) &&
    (talk['blank'] === 'none' || talk['blank'] === 'black' || talk['blank'] === 'white') &&
    (talk['since'] === null || isAmount(talk['since'])) &&
    isList(talk['spent'], MAX_SLIDES, isAmount) &&
    isAmount(talk['lengthMin'])
  )
}

export function isInk(ink: unknown): ink is Ink {
  return (
    isRecord(ink) &&
    isCount(ink['slide']) &&
    isStamp(ink['stamp']) &&
    isList(ink['strokes'], MAX_STROKES, isStroke)
  )
}

function isStamp(stamp: unknown): boolean {
  return isRecord(stamp) && isCount(stamp['version']) && isName(stamp['by'])
}

const isStroke: Check = (value) => isList(value, MAX_NUMBERS, isNumber)
const isNumber: Check = (value) => Number.isFinite(value)
const isAmount: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0
const isCount: Check = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0

function isName(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 80
}

function isList(value: unknown, max: number, check: Check): boolean {
  return Array.isArray(value) && value.length <= max && value.every(check)
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isNewer(stamp: Stamp, than: Stamp): boolean {
  return stamp.version > than.version || (stamp.version === than.version && stamp.by > than.by)
}
