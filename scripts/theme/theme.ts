/** Design tokens of a template set: what `theme.yaml` gives over the built-in values, and its `theme.css`. */
import { BRIEF_TOKENS, type BriefTokens } from './brief-tokens.ts'
import { checkPage } from './check-page.ts'
import { DECK_TOKENS, type DeckTokens } from './deck-tokens.ts'
import { type Logo, withLogoRoom } from './logo.ts'
import { narrowDeck } from './narrow-deck.ts'
import { overlayTokens, type TokenProblem } from './overlay-tokens.ts'
import { type FaintColor, makePalette, type Palette } from './palette.ts'
import type { Ink } from './paper-theme.ts'
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
  /** The primary colour as a ground: title and section slides, the right answer. Deeper than `primary` on dark slides. */
  readonly primaryGround: string
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
  /** On paper. */
  readonly colors: ThemeColors
  /** On slides: those of paper, with `deck: colors:` laid over them. */
  readonly deckColors: ThemeColors
  /** Slides of 16:9, and of 4:3. */
  readonly deck: DeckTokens
  readonly deck43: DeckTokens
  readonly brief: BriefTokens
  /** Name of the print profile of topics that choose none. */
  readonly profile: string
  readonly profiles: Profiles
  /** Legibility of the brief in topics that choose none. */
  readonly preset: 'dense' | 'standard' | 'clear-print'
  /** Of the institute; undefined when it has none. */
  readonly logo: Logo | undefined
  /** The text of theme.css; may use the variables that the deck writes from these tokens. */
  readonly css: string
  /** What its slides are printed with; charts are hatched in grey. */
  readonly ink: Ink
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
    primaryGround: '#0b3c5d',
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

export type MadeTheme = {
  readonly theme: Theme
  /** What in theme.yaml has no meaning: unknown keys and wrong types leave the built-in value. */
  readonly problems: readonly TokenProblem[]
  readonly faint: readonly PlacedFaint[]
}

/** A text colour of theme.yaml that cannot be read, by its path from the top of the file. */
export type PlacedFaint = FaintColor & { readonly path: readonly string[] }

export function makeTheme(source: ThemeSource): MadeTheme {
  const { given, givenProfiles, given43, givenColors } = takeOpenKeys(source.tokens)
  const { tokens, problems } = overlayTokens(BUILT_IN, given)
  const paper = makePalette(BUILT_IN.colors, givenIn(tokens.colors, given, 'colors'))
  const slides = deckPalette(paper.colors, givenColors)
  const narrow = narrowDeck(tokens.deck, given43)
  const page = checkPage(tokens.brief, ['brief'])
  const read = readProfiles(givenProfiles, page.brief)
  const preset = PRESETS.includes(tokens.preset) ? tokens.preset : BUILT_IN.preset
  const theme = {
    name: source.name,
    css: source.css,
    logo: undefined,
    ink: 'colour' as const,
    ...tokens,
    colors: paper.colors,
    deckColors: slides.colors,
    deck43: narrow.deck43,
    brief: page.brief,
    preset,
  }
  return {
    theme: { ...theme, ...profileOf(tokens.profile, read.profiles) },
    faint: [...placed(paper.faint, ['colors']), ...placed(slides.faint, ['deck', 'colors'])],
    problems: [
      ...problems,
      ...slides.problems,
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

type OpenKeys = {
  readonly given: unknown
  givenProfiles?: unknown
  given43?: unknown
  givenColors?: unknown
}

/**
 * `profiles` holds names of a set's own, `deck43` lies over `deck`: both are read after the rest. `extends`
 * was obeyed when the files were found.
 */
function takeOpenKeys(tokens: unknown): OpenKeys {
  if (typeof tokens !== 'object' || tokens === null || Array.isArray(tokens))
    return { given: tokens }
  const { profiles, deck43, extends: _base, ...rest }: ThemeFile = tokens
  const { given, givenColors } = takeDeckColors(rest)
  return { given, givenColors, givenProfiles: profiles, given43: deck43 }
}

function profileOf(name: string, profiles: Profiles): Pick<Theme, 'profile' | 'profiles'> {
  return { profile: Object.hasOwn(profiles, name) ? name : DEFAULT_PROFILE, profiles }
}

function unknownProfile(name: string, profiles: Profiles): readonly TokenProblem[] {
  if (Object.hasOwn(profiles, name)) return []
  const candidates = Object.keys(profiles)
  return [{ path: ['profile'], expected: 'a print profile', candidates, written: name }]
}

function takeDeckColors(given: { readonly deck?: unknown }): OpenKeys {
  const { deck } = given
  if (typeof deck !== 'object' || deck === null || !('colors' in deck)) return { given }
  const { colors, ...measures } = deck
  return { given: { ...given, deck: measures }, givenColors: colors }
}

/** The values of the keys that the file has, and no others. */
function givenIn(colors: ThemeColors, file: unknown, key: string): Partial<ThemeColors> {
  const written: unknown = typeof file === 'object' && file !== null ? Reflect.get(file, key) : null
  if (typeof written !== 'object' || written === null) return {}
  return Object.fromEntries(Object.entries(colors).filter(([name]) => Object.hasOwn(written, name)))
}

type DeckPalette = Palette & { readonly problems: readonly TokenProblem[] }

function deckPalette(paper: ThemeColors, written: unknown): DeckPalette {
  const { tokens, problems } = overlayTokens(paper, written)
  const palette = makePalette(paper, givenIn(tokens, { colors: written }, 'colors'))
  const path = ['deck', 'colors']
  return { ...palette, problems: problems.map((one) => ({ ...one, path: [...path, ...one.path] })) }
}

function placed(faint: readonly FaintColor[], path: readonly string[]): readonly PlacedFaint[] {
  return faint.map((color) => ({ ...color, path: [...path, color.name] }))
}

export type BrandLook = {
  readonly primary: string
  readonly accent: string
  /** Undefined: none. */
  readonly logo?: Logo | undefined
}

export type BrandedTheme = {
  readonly theme: Theme
  /** Colours of the brand that cannot be read on the paper of the theme. */
  readonly faint: readonly FaintColor[]
}

/**
 * The theme in an institute's colours; an empty colour keeps the theme's own. On slides that are dark where
 * the paper is light (or the other way round) no colour can be right twice: there it is adapted unsaid.
 */
export function applyBrand(theme: Theme, { primary, accent, logo }: BrandLook): BrandedTheme {
  const given = { ...(primary && { primary }), ...(accent && { accent }) }
  const paper = makePalette(theme.colors, given)
  const slides = makePalette(theme.deckColors, given)
  const faint = paper.faint.filter(({ name }) => Object.hasOwn(given, name))
  const room =
    logo === undefined
      ? {}
      : { logo, deck: withLogoRoom(theme.deck), deck43: withLogoRoom(theme.deck43) }
  return { theme: { ...theme, colors: paper.colors, deckColors: slides.colors, ...room }, faint }
}
