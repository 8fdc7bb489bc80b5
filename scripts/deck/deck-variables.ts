/** The theme's tokens as CSS custom properties: `--ink`, `--title-size`, `--title-line`, `--margin-x`. */
import type { DeckTokens } from '../theme/deck-tokens.ts'
import { ROOMY_NAMES, ROOMY_STEPS, type RoomyStep } from '../theme/roomy-deck.ts'
import type { Theme } from '../theme/theme.ts'
import { lineHeightPx, type SizeName } from './deck-ruler.ts'

export const SANS =
  "'Noto Sans', 'Noto Sans Devanagari', 'Noto Sans Math', 'Noto Sans Symbols 2', sans-serif"
export const SERIF = `'Noto Serif', ${SANS.replace('sans-serif', 'serif')}`

/** For `section` and, in Hindi, `section:lang(hi)`. */
export function deckVariables(theme: Theme): string {
  const colors = Object.entries(theme.colors).map(([name, value]) => declare(name, value))
  const latin = [
    ...colors,
    ...measures(theme.deck),
    ...lineHeights(theme.deck, 'en'),
    `--sans:${SANS}`,
    `--serif:${SERIF}`,
    '--semibold:600',
  ]
  // Fewer faces to embed: Devanagari has no serif here, and semibold reads as bold.
  const hindi = [...lineHeights(theme.deck, 'hi'), '--semibold:700', `--serif:${SANS}`]
  return [
    `section{${latin.join(';')}}`,
    `section:lang(hi){${hindi.join(';')}}`,
    ...ROOMY_NAMES.map((name) => stepVariables(name, theme.deck)),
  ].join('\n')
}

/** What a roomy step has otherwise. */
function stepVariables(name: RoomyStep, usual: DeckTokens): string {
  const step = ROOMY_STEPS[name](usual)
  const changed = (declare: (tokens: DeckTokens) => readonly string[]): string => {
    const before = declare(usual)
    return declare(step)
      .filter((declaration) => !before.includes(declaration))
      .join(';')
  }
  const latin = changed((tokens) => [...measures(tokens), ...lineHeights(tokens, 'en')])
  const hindi = changed((tokens) => lineHeights(tokens, 'hi'))
  return `section.${name}{${latin}}\nsection.${name}:lang(hi){${hindi}}`
}

/** Lengths and letter sizes: what does not depend on the language. */
function measures(tokens: DeckTokens): readonly string[] {
  const lengths = Object.entries(tokens).flatMap(([name, value]) =>
    name.endsWith('Px') && typeof value === 'number'
      ? [declare(name.slice(0, -2), `${value}px`)]
      : [],
  )
  const sizes = sizeNames(tokens).map((name) =>
    declare(`${name}Size`, `${tokens.sizes[name].sizePx}px`),
  )
  return [...lengths, ...sizes]
}

function lineHeights(tokens: DeckTokens, lang: 'en' | 'hi'): readonly string[] {
  return sizeNames(tokens).map((name) =>
    declare(`${name}Line`, `${lineHeightPx(tokens, name, lang)}px`),
  )
}

function sizeNames(tokens: DeckTokens): readonly SizeName[] {
  // Object.keys forgets that the keys are those of the type.
  return Object.keys(tokens.sizes) as SizeName[]
}

function declare(name: string, value: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`
}
