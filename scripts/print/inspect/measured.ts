/** What is measured on the slides of a page, as plain data: it comes out of the browser as JSON. */

/** In px of the slide, from its upper left corner: 1280 × 720 of them, or 960 × 720 at 4:3. */
export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What a text is there for, which says how small it may be. */
export type TextRole = 'body' | 'figure' | 'small' | 'foot' | 'mark'

/** Words of the slide that a fault begins with; empty where there are none. */
type At = { readonly words: string; readonly box: Box }

export type Fault = At &
  (
    | {
        /** Over the edge of the slide; `overPx` on each side, 0 where nothing is. */
        readonly kind: 'overflow'
        readonly what: Thing
        readonly overPx: Sides
        readonly count: number
      }
    | {
        /** Cut off by a box on the slide. */
        readonly kind: 'clipped'
        readonly what: Thing
        readonly by: string
        readonly overPx: Sides
        readonly count: number
        /** On a screen the box can be scrolled; nobody scrolls a projected slide. */
        readonly isScrolled: boolean
      }
    | {
        readonly kind: 'small-text'
        readonly what: Thing
        readonly role: Exclude<TextRole, 'mark'>
        readonly sizePx: number
        readonly leastPx: number
        readonly count: number
      }
    | { readonly kind: 'overlap'; readonly other: string }
    /** The foot line, or what stands on it. */
    | { readonly kind: 'foot'; readonly other: string; readonly what: Thing }
    | { readonly kind: 'alt'; readonly what: Thing; readonly isEmpty: boolean }
    | { readonly kind: 'link'; readonly target: string }
  )

export type FaultKind = Fault['kind']

/** Names of what is on a slide, for people. */
export type Thing = 'text' | 'table' | 'picture' | 'drawing' | 'formula' | 'box'

export type Sides = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Text of which the style sheet does not say, or says badly, how well it is seen: the pixels will. */
export type Suspect = At & {
  /** What it needs by WCAG 2.2, 1.4.3. */
  readonly leastRatio: number
  /** What the style sheet makes it, 0 to 255; undefined where blending, opacity or a filter changes it. */
  readonly color: readonly [number, number, number] | undefined
  readonly role: TextRole
  /** Something that is painted stands over it. */
  readonly isCovered: boolean
}

export type MeasuredSlide = {
  /** From 1. */
  readonly number: number
  readonly title: string
  /** Id of the section of the topic; empty for title, questions, terms, sources. */
  readonly section: string
  readonly classes: readonly string[]
  readonly faults: readonly Fault[]
  readonly suspects: readonly Suspect[]
  /** Where the slide stands on the page, in CSS px. */
  readonly frame: Box
}

export type Limits = {
  readonly leastPx: Readonly<Record<Exclude<TextRole, 'mark'>, number>>
  /** Text from this size on, and bold text from that, is large. */
  readonly largePx: number
  readonly largeBoldPx: number
  readonly leastRatio: number
  readonly leastLargeRatio: number
}
