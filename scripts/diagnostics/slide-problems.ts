/** What a viewer sees wrong on a slide, in the author's words. */
import type { Diagnostic, SlidePlace } from './diagnostic.ts'
import { makeDiagnostic, type Where } from './make-diagnostic.ts'

/** Where it is seen, and where it is written. */
export type Seen = {
  readonly where: Where
  readonly slide: SlidePlace
  /** What is meant, quoted: `the text “…”`, `the table “…”`. */
  readonly thing: string
  /** How many more of the same. */
  readonly more: number
  /** Numbers of further slides where it is the same. */
  readonly others: readonly number[]
}

type Sides = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function slideOverflow(seen: Seen, over: Sides): Diagnostic {
  return make('slide-overflow', seen, {
    message: `${seen.thing} stands out of the slide: ${sidesText(over)}${moreText(seen)}`,
    hint: 'shorten it, or give it room: Lectern divides lists, tables and paragraphs itself, but not raw HTML nor what a style sheet places or enlarges',
  })
}

export function slideClipped(
  seen: Seen,
  {
    over,
    by,
    isScrolled,
  }: { readonly over: Sides; readonly by: string; readonly isScrolled: boolean },
): Diagnostic {
  const how = isScrolled ? 'is hidden in the scrolling' : 'is cut off by the'
  return make('slide-clipped', seen, {
    message: `${seen.thing} ${how} box \`${by}\`: ${sidesText(over)}${moreText(seen)}`,
    hint: isScrolled
      ? 'nobody scrolls a projected slide or a sheet of paper: shorten it or divide it'
      : `shorten it, or let \`${by}\` be as large as what is in it`,
  })
}

export function slideOverlap(seen: Seen, other: string): Diagnostic {
  return make('slide-overlap', seen, {
    message: `${seen.thing} stands on “${other}”: they share ${areaText(seen.slide)}`,
    hint: 'take away the position, margin or line height that moves one onto the other',
  })
}

export function slideCovered(seen: Seen): Diagnostic {
  return make('slide-overlap', seen, {
    message: `${seen.thing} is hidden by something that is painted over it, within ${areaText(seen.slide)}`,
    hint: 'move one of the two, or paint the other behind the text (`z-index: -1`)',
  })
}

export function slideFoot(seen: Seen, foot: string): Diagnostic {
  return make('slide-foot', seen, {
    message: `${seen.thing} runs into the foot line “${foot}”: they share ${areaText(seen.slide)}`,
    hint: 'end the content above the lower margin (`marginBottomPx` of theme.yaml), or move the foot line',
  })
}

export function slideSmallText(
  seen: Seen,
  small: { readonly kind: string; readonly sizePx: number; readonly leastPx: number },
): Diagnostic {
  return make('slide-small-text', seen, {
    message: `${seen.thing} is ${sizeText(small.sizePx)}; the last row needs ${sizeText(small.leastPx)} of ${small.kind}${moreText(seen)}`,
    hint: 'enlarge it in theme.yaml under `deck: sizes:`, in the style sheet or in the HTML; or say less on the slide',
  })
}

export function slideContrast(
  seen: Seen,
  faint: {
    readonly ratio: number
    readonly leastRatio: number
    readonly color: string
    readonly ground: string
  },
): Diagnostic {
  // Rounded down: 4.496 must not be told as the 4.5 that it lacks.
  const ratio = (Math.floor(faint.ratio * 100) / 100).toFixed(2)
  return make('slide-contrast', seen, {
    message: `${seen.thing} has a contrast of ${ratio}:1 where it is painted (${faint.color} on ${faint.ground}); text of its size needs ${faint.leastRatio}:1${moreText(seen)}`,
    hint: 'choose a darker or lighter colour, or set the text on a plain ground',
  })
}

export function slideAlt(seen: Seen, isEmpty: boolean): Diagnostic {
  const { width, height } = seen.slide
  return make('slide-alt', seen, {
    message: `${seen.thing} of ${width} × ${height} px ${isEmpty ? 'has an empty description' : 'has no description'}`,
    hint: 'say in `alt` what a student who cannot see it must know; a mere ornament says `aria-hidden="true"`',
  })
}

export function slideLink(seen: Seen, target: string, count: number): Diagnostic {
  const near = target === '' || target === '#' ? 'nowhere' : `to \`${target}\`, which is not there`
  return make('slide-link', seen, {
    message: `${seen.thing} leads ${near}`,
    hint: `\`#1\` to \`#${count}\` are the slides, \`#trade\` is the first slide of the section with the id \`trade\``,
  })
}

type SlideCode = Extract<Parameters<typeof makeDiagnostic>[0], `slide-${string}`>

function make(code: SlideCode, seen: Seen, words: { message: string; hint: string }): Diagnostic {
  const { where, slide } = seen
  const section = slide.section === '' ? '' : ` of section \`${slide.section}\``
  const title = slide.title === '' ? '' : ` “${slide.title}”`
  const message = `Slide ${slide.number}${title}${section}: ${words.message}`
  return makeDiagnostic(code, where, { ...words, message, slide })
}

const EDGES = [
  ['left', 'on the left'],
  ['top', 'above'],
  ['right', 'on the right'],
  ['bottom', 'below'],
] as const

function sidesText(over: Sides): string {
  return EDGES.filter(([side]) => over[side] > 0)
    .map(([side, words]) => `${over[side]} px ${words}`)
    .join(', ')
}

function areaText({ x, y, width, height }: SlidePlace): string {
  return `${width} × ${height} px at ${x}, ${y}`
}

function sizeText(px: number): string {
  return `${Math.round(px * 10) / 10} px (${Math.round(px * 7.5) / 10} pt)`
}

/** Longer lists of slides say nothing more. */
const MOST_LISTED = 6

function moreText({ more, others }: Seen): string {
  const here = more === 0 ? '' : `; and ${more} more on this slide`
  if (others.length === 0) return here
  if (others.length > MOST_LISTED) return `${here}; the same on ${others.length} further slides`
  return `${here}; the same on ${others.length === 1 ? 'slide' : 'slides'} ${others.join(', ')}`
}
