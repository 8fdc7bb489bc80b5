/** Lays what a person wrote over a complete set of tokens, and reports every key that has no meaning. */

export type TokenProblem = {
  /** Keys from the top of the file: `['deck', 'textSizePx']`. */
  readonly path: readonly string[]
  readonly expected: string
  /** The keys that would be allowed here, for a suggestion. */
  readonly candidates: readonly string[]
  /** The value to compare them with; the key itself when it is left out. */
  readonly written?: string
}

type Tree = { readonly [key: string]: unknown }

/**
 * A copy of `defaults` with the values of `given` in place of those of the same path and type.
 * Colours must be `#rrggbb`; numbers finite; lists and objects follow the shape of the default.
 */
export function overlayTokens<T extends object>(
  defaults: T,
  given: unknown,
): { readonly tokens: T; readonly problems: readonly TokenProblem[] } {
  const problems: TokenProblem[] = []
  // The overlay keeps the shape of the defaults, which the walk below checks value by value.
  const tokens = overlay(defaults as Tree, given ?? {}, { path: [], problems }) as T
  return { tokens, problems }
}

type Walk = { readonly path: readonly string[]; readonly problems: TokenProblem[] }

function overlay(defaults: Tree, given: unknown, walk: Walk): Tree {
  if (!isTree(given)) {
    walk.problems.push({ path: walk.path, expected: 'a list of keys and values', candidates: [] })
    return defaults
  }
  const result: Record<string, unknown> = { ...defaults }
  for (const [key, value] of Object.entries(given)) {
    const path = [...walk.path, key]
    if (!Object.hasOwn(defaults, key)) {
      walk.problems.push({ path, expected: 'a known key', candidates: Object.keys(defaults) })
      continue
    }
    result[key] = overlayValue(defaults[key], value, { path, problems: walk.problems })
  }
  return result
}

function overlayValue(fallback: unknown, value: unknown, walk: Walk): unknown {
  if (isTree(fallback)) return overlay(fallback, value, walk)
  if (isSameKind(fallback, value)) return value
  walk.problems.push({ path: walk.path, expected: expectationOf(fallback), candidates: [] })
  return fallback
}

/** Measures are lengths, counts and factors: never negative, and a slide or page is no wider than this. */
const MOST = 10_000

function isSameKind(fallback: unknown, value: unknown): boolean {
  if (typeof fallback === 'number') return isMeasure(value)
  if (isColor(fallback)) return isColor(value)
  return typeof fallback === typeof value
}

function expectationOf(fallback: unknown): string {
  if (typeof fallback === 'number') return `a number from 0 to ${MOST}`
  if (isColor(fallback)) return 'a colour such as "#0b3c5d"'
  return `a ${typeof fallback}`
}

function isMeasure(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= MOST
}

function isColor(value: unknown): boolean {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value)
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
