/**
 * The theme of slides that are printed on paper: no ground but the paper itself, and, for machines that print
 * black only, no colour. Measures stay, so that a slide breaks its lines as it does on the wall.
 */
import { darkened, legibleOn } from '../color/legible.ts'
import { isDark } from './palette.ts'
import type { Theme, ThemeColors } from './theme.ts'

/** What a handout is printed with: as on the wall; colours without grounds; black alone. */
export type Ink = 'colour' | 'saving' | 'grey'

const PAPER = '#ffffff'

/** Pure; the theme itself for `colour`. Its `colors`, those of the brief, are left alone. */
export function paperTheme(theme: Theme, ink: Ink): Theme {
  if (ink === 'colour') return theme
  // What a set has chosen for slides can be read on its ground alone; for paper it has chosen others.
  const given = isDark(theme.deckColors.paper) ? theme.colors : theme.deckColors
  const deckColors = ink === 'grey' ? GREYS : savingColors(given)
  const css = `${theme.css}\n${PAPER_CSS}`
  return { ...theme, ink, deckColors, css, deck: thin(theme.deck), deck43: thin(theme.deck43) }
}

/** A stripe is a mark, but one of a slide's whole height. */
const STRIPE_PX = 6

function thin(deck: Theme['deck']): Theme['deck'] {
  return { ...deck, stripePx: Math.min(deck.stripePx, STRIPE_PX) }
}

/** A rule that is thinner than a pixel of the copier must be dark to be there. */
const LEAST_RULE_CONTRAST = 2

function savingColors(given: ThemeColors): ThemeColors {
  const read = (color: string): string => legibleOn(color, [PAPER])
  const [ink, muted, primary, accent] = [
    read(given.ink),
    read(given.muted),
    read(given.primary),
    read(given.accent),
  ]
  return {
    ...given,
    paper: PAPER,
    tint: PAPER,
    ink,
    muted,
    primary,
    accent,
    rule: darkened(given.rule, LEAST_RULE_CONTRAST),
    primaryGround: PAPER,
    onPrimary: primary,
    onPrimaryMuted: muted,
    onPrimaryAccent: accent,
  }
}

const BLACK = '#000000'

/**
 * Black alone: a copier makes dots of a grey, and of a thin grey line nothing (research/print.md 4.2: true black, no
 * grey text). Series are told apart by pattern, dash and marker (chart/grey-drawing.ts), words by weight and size.
 */
const GREYS: ThemeColors = {
  paper: PAPER,
  ink: BLACK,
  muted: BLACK,
  primary: BLACK,
  accent: BLACK,
  rule: BLACK,
  tint: PAPER,
  primaryGround: PAPER,
  onPrimary: BLACK,
  onPrimaryMuted: BLACK,
  onPrimaryAccent: BLACK,
  series1: BLACK,
  series2: BLACK,
  series3: BLACK,
  series4: BLACK,
  series5: BLACK,
  series6: BLACK,
}

/** Lines in the place of grounds, drawn inside them: the layout keeps its measures. */
const PAPER_CSS = `
section { --title-stripe: var(--stripe); --key-ring: 6px; }
section > pre.listing { box-shadow: inset 0 0 0 1.5px var(--rule); }
`
