/** Design tokens of a template set: what `theme.yaml` gives over the built-in values, and its `theme.css`. */
import { BRIEF_TOKENS, type BriefTokens } from './brief-tokens.ts'
import { DECK_TOKENS, type DeckTokens } from './deck-tokens.ts'
import { overlayTokens, type TokenProblem } from './overlay-tokens.ts'

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
}

export type Theme = {
  readonly name: string
  readonly colors: ThemeColors
  readonly deck: DeckTokens
  readonly brief: BriefTokens
  /** The text of theme.css; may use the variables that the deck writes from these tokens. */
  readonly css: string
}

type Tokens = Pick<Theme, 'colors' | 'deck' | 'brief'>

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
  },
  deck: DECK_TOKENS,
  brief: BRIEF_TOKENS,
}

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
  const { tokens, problems } = overlayTokens(BUILT_IN, source.tokens)
  return { theme: { name: source.name, css: source.css, ...tokens }, problems }
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
