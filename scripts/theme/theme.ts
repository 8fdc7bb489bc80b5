/** Design tokens of a template set: what `theme.yaml` gives over the built-in values, and its `theme.css`. */
import { BRIEF_TOKENS, type BriefTokens } from './brief-tokens.ts'
import { checkPage } from './check-page.ts'
import { DECK_TOKENS, type DeckTokens } from './deck-tokens.ts'
import { narrowDeck } from './narrow-deck.ts'
import { overlayTokens, type TokenProblem } from './overlay-tokens.ts'
import { DEFAULT_PROFILE } from './print-profile.ts'
import { type Profiles, readProfiles } from './read-profiles.ts'

export type ThemeColors = {
  /** All `#rrggbb`. */
  readonly paper: string
  readonly ink: string
  /** Small print; at least 4.5:1 on paper. */
  readonly muted: string
  /** Headings, figures and marks. */
  readonly primary: string
  /** The one thing to notice: numbers, bullets, the highlighted bar. */
  readonly accent: string
  readonly rule: string
  readonly tint: string
  readonly onPrimary: string
  readonly onPrimaryMuted: string
  readonly onPrimaryAccent: string
  /**
   * Series of a chart, told apart also without red, green or blue cones; at least 3:1 on paper (WCAG 2.2, 1.4.11).
   */
  readonly series1: string
  readonly series2: string
  readonly series3: string
  readonly series4: string
  readonly series5: string
  readonly series6: string
}

export type Theme = {
  readonly name: string
  readonly colors: ThemeColors
  /** Slides of 16:9, and of 4:3. */
  readonly deck: DeckTokens
  readonly deck43: DeckTokens
  readonly brief: BriefTokens
  /** Name of the print profile of topics that choose none. */
  readonly profile: string
  readonly profiles: Profiles
  /** Legibility of the brief in topics that choose none. */
  readonly preset: 'dense' | 'standard' | 'clear-print'
  /** The text of theme.css; may use the variables that the deck writes from these tokens. */
  readonly css: string
}

/** `profiles` is open to names of a set's own, so it is read apart. */
type Tokens = Pick<Theme, 'colors' | 'deck' | 'brief' | 'profile' | 'preset'> & {
  readonly profiles: object
}

const BUILT_IN: Tokens = {
  colors: {
    paper: '#ffffff',
    ink: '#14181f',
    muted: '#5a6270',
    primary: '#0b3c5d',
    accent: '#a33b0b',
    rule: '#d4d8de',
    tint: '#f4f1ea',
    onPrimary: '#ffffff',
    onPrimaryMuted: '#dce6ee',
    onPrimaryAccent: '#e9a17e',
    series1: '#0b3c5d',
    series2: '#b18827',
    series3: '#a33b0b',
    series4: '#0f92f7',
    series5: '#4f7d69',
    series6: '#836392',
  },
  deck: DECK_TOKENS,
  brief: BRIEF_TOKENS,
  profile: DEFAULT_PROFILE,
  profiles: {},
  preset: 'standard',
}

const PRESETS: readonly string[] = ['dense', 'standard', 'clear-print']

export type ThemeSource = {
  readonly name: string
  /** The parsed theme.yaml: a plain object, or null when the file is empty. */
  readonly tokens: unknown
  readonly css: string
}

/** The theme, and what in theme.yaml has no meaning; unknown keys and wrong types leave the built-in value. */
export function makeTheme(source: ThemeSource): {
  readonly theme: Theme
  readonly problems: readonly TokenProblem[]
} {
  const { given, givenProfiles, given43 } = takeOpenKeys(source.tokens)
  const { tokens, problems } = overlayTokens(BUILT_IN, given)
  const narrow = narrowDeck(tokens.deck, given43)
  const page = checkPage(tokens.brief, ['brief'])
  const read = readProfiles(givenProfiles, page.brief)
  const preset = PRESETS.includes(tokens.preset) ? tokens.preset : BUILT_IN.preset
  const theme = {
    name: source.name,
    css: source.css,
    ...tokens,
    deck43: narrow.deck43,
    brief: page.brief,
    preset,
  }
  return {
    theme: { ...theme, ...profileOf(tokens.profile, read.profiles) },
    problems: [
      ...problems,
      ...narrow.problems,
      ...page.problems,
      ...read.problems,
      ...unknownProfile(tokens.profile, read.profiles),
      ...unknownPreset(tokens.preset),
    ],
  }
}

function unknownPreset(name: string): readonly TokenProblem[] {
  if (PRESETS.includes(name)) return []
  return [{ path: ['preset'], expected: 'a preset', candidates: PRESETS, written: name }]
}

type ThemeFile = { profiles?: unknown; deck43?: unknown; extends?: unknown }

type OpenKeys = { readonly given: unknown; givenProfiles?: unknown; given43?: unknown }

/**
 * `profiles` holds names of a set's own, `deck43` lies over `deck`: both are read after the rest. `extends`
 * was obeyed when the files were found.
 */
function takeOpenKeys(tokens: unknown): OpenKeys {
  if (typeof tokens !== 'object' || tokens === null || Array.isArray(tokens))
    return { given: tokens }
  const { profiles, deck43, extends: _base, ...given }: ThemeFile = tokens
  return { given, givenProfiles: profiles, given43: deck43 }
}

function profileOf(name: string, profiles: Profiles): Pick<Theme, 'profile' | 'profiles'> {
  return { profile: Object.hasOwn(profiles, name) ? name : DEFAULT_PROFILE, profiles }
}

function unknownProfile(name: string, profiles: Profiles): readonly TokenProblem[] {
  if (Object.hasOwn(profiles, name)) return []
  const candidates = Object.keys(profiles)
  return [{ path: ['profile'], expected: 'a print profile', candidates, written: name }]
}

/** The theme in an institute's colours; an empty colour keeps the theme's own. */
export function applyBrand(theme: Theme, brand: { primary: string; accent: string }): Theme {
  const colors = {
    ...theme.colors,
    primary: brand.primary || theme.colors.primary,
    accent: brand.accent || theme.colors.accent,
  }
  return { ...theme, colors }
}
