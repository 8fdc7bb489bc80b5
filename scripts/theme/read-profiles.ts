/** The profiles of a template set: the built-in ones and those of `theme.yaml`, each laid over its base. */
import type { BriefTokens } from './brief-tokens.ts'
import { checkPage } from './check-page.ts'
import { overlayTokens, type TokenProblem } from './overlay-tokens.ts'
import { PRINT_PROFILES, type PrintProfile, type ProfileSource } from './print-profile.ts'

export type Profiles = Readonly<Record<string, PrintProfile>>

type Read = { readonly profiles: Profiles; readonly problems: readonly TokenProblem[] }

/** @param given the value of `profiles:`, undefined when there is none; @param brief of the set itself */
export function readProfiles(given: unknown, brief: BriefTokens): Read {
  const profiles: Record<string, PrintProfile> = {}
  for (const [name, source] of Object.entries(PRINT_PROFILES)) profiles[name] = whole(source, brief)
  if (given === undefined || given === null) return { profiles, problems: [] }
  if (!isTree(given)) {
    const expected = 'a list of profiles'
    return { profiles, problems: [{ path: ['profiles'], expected, candidates: [] }] }
  }
  const problems: TokenProblem[] = []
  for (const [name, values] of Object.entries(given)) {
    const read = readProfile(name, values, profiles)
    profiles[name] = read.profile
    problems.push(...read.problems)
  }
  return { profiles, problems }
}

function whole(source: ProfileSource, brief: BriefTokens): PrintProfile {
  return { ...source, brief: { ...brief, ...source.brief } }
}

function readProfile(
  name: string,
  values: unknown,
  known: Profiles,
): { readonly profile: PrintProfile; readonly problems: readonly TokenProblem[] } {
  const path = ['profiles', name]
  const { base, problems: baseProblems } = baseOf(name, values, known)
  const { tokens, problems } = overlayTokens<PrintProfile>(base, values)
  const choices = CHOICES.flatMap(([key, allowed]) =>
    allowed.some((value) => value === tokens[key])
      ? []
      : [{ key, problem: wrongChoice([...path, key], allowed, tokens[key]) }],
  )
  const lengths = LENGTHS.flatMap(([key, most]) =>
    Number(tokens[key]) <= most
      ? []
      : [{ key, problem: tooLong([...path, key], `a length of at most ${most} mm`) }],
  )
  const wrong = [...choices, ...lengths]
  // A value that is not to be had leaves that of the base.
  const kept = Object.fromEntries(wrong.map(({ key }) => [key, base[key]]))
  const page = checkPage(tokens.brief, [...path, 'brief'])
  return {
    profile: { ...tokens, ...kept, brief: page.brief },
    problems: [
      ...baseProblems,
      ...problems.map((found) => ({ ...found, path: [...path, ...found.path] })),
      ...wrong.map((found) => found.problem),
      ...page.problems,
    ],
  }
}

const CHOICES: readonly (readonly [keyof PrintProfile, readonly (string | number)[]])[] = [
  ['copies', [1, 2]],
  ['back', ['blank', 'questions', 'edition']],
  ['turn', ['long-edge', 'short-edge']],
  ['ink', ['colour', 'grey']],
  ['punchSide', ['left', 'right', 'top', 'bottom']],
]

/** More than any press or punch asks for. */
const LENGTHS: readonly (readonly [keyof PrintProfile, number])[] = [
  ['bleedMm', 20],
  ['cropMarkMm', 30],
  ['punchMarginMm', 40],
]

function tooLong(path: readonly string[], expected: string): TokenProblem {
  return { path, expected, candidates: [] }
}

/** What the profile changes: the one it names, its built-in namesake, or one side of A4. */
function baseOf(
  name: string,
  values: unknown,
  known: Profiles,
): { readonly base: PrintProfile; readonly problems: readonly TokenProblem[] } {
  const own = (key: string): PrintProfile | undefined =>
    Object.hasOwn(known, key) ? known[key] : undefined
  const fallback = own(name) ?? known['a4']
  if (fallback === undefined) throw new Error('the built-in profile a4 is gone')
  const wanted = isTree(values) ? values['base'] : undefined
  if (typeof wanted !== 'string') return { base: fallback, problems: [] }
  const base = own(wanted)
  if (base !== undefined) return { base, problems: [] }
  const path = ['profiles', name, 'base']
  const expected = 'a profile built in or named above'
  const candidates = Object.keys(known)
  return { base: fallback, problems: [{ path, expected, candidates, written: wanted }] }
}

function wrongChoice(
  path: readonly string[],
  allowed: readonly (string | number)[],
  written: unknown,
): TokenProblem {
  const expected = `one of ${allowed.map((value) => `\`${value}\``).join(', ')}`
  return { path, expected, candidates: allowed.map(String), written: String(written) }
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
