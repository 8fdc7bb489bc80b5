/**
 * A presentation before it is a package: slides with placeholders, text boxes, tables, charts, pictures and groups.
 * Plain data between the two stages of the room: `compose/` makes it from slides, `write/` makes XML of it. All lengths
 * are CSS px on the slide's canvas, 1 px = 9,525 EMU (ECMA-376 Part 1 §20.1.10.16: 914,400 EMU are an inch).
 */

import type { ThemeColors } from '../theme/theme.ts'
import type { ChartPlan } from './chart/chart-plan.ts'

export type Box = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A colour of the theme by its name, so that it follows the master's colour scheme; or `#rrggbb`. */
export type Color = keyof ThemeColors | `#${string}`

/** Text of one style. What is not said comes from the placeholder or from the paragraph. */
export type Run = {
  /** No line break in it; any other character: the writer drops what XML cannot hold. */
  readonly text: string
  readonly isStrong?: boolean
  readonly isItalic?: boolean
  readonly isStruck?: boolean
  readonly isUnderlined?: boolean
  /** On a ground of its own, as with a text marker. */
  readonly isMarked?: boolean
  /** Set in the fixed-width font. */
  readonly isCode?: boolean
  /** Beside a title: `(2/3)`; a share of the size around it. */
  readonly isSmall?: boolean
  readonly rise?: 'super' | 'sub'
  readonly sizePx?: number
  readonly color?: Color
  /** `https:`, `http:`, `mailto:` or `#3`, the third slide; the writer makes no link of anything else. */
  readonly link?: string
  readonly linkTitle?: string
}

/** The sign before a paragraph that has no master to take it from. */
export type Mark = {
  /** A number, without a full stop: of this line, those below with the same go on counting. */
  readonly sign: string | number
  /** Left out: that of the text. */
  readonly color?: Color
  /** Of the size of the letters; left out: 100. */
  readonly percent?: number
  readonly isCode?: boolean
}

export type Paragraph = {
  readonly runs: readonly (Run | 'break')[]
  /** 0 is the outermost of nine. */
  readonly level: number
  /** `master`: what the level of the placeholder has. A number: numbered, and how the first of its list is. */
  readonly bullet: 'master' | 'none' | number | Mark
  readonly align?: 'left' | 'center' | 'right'
  /** Where its lines begin and, from there, its first one: negative hangs out the mark. */
  readonly indentPx?: { readonly left: number; readonly first: number }
  /** Of text boxes, which have no master: also the family. */
  readonly sizePx?: number
  readonly linePx?: number
  /** The lines stay this far apart in any font: what is drawn behind them stays behind them. */
  readonly hasExactLines?: true
  readonly beforePx?: number
  readonly isSerif?: boolean
  readonly color?: Color
  /** Comes at a click of its own, with what is nested below it. */
  readonly isStep?: boolean
}

export type TextBody = {
  readonly paragraphs: readonly Paragraph[]
  /** Percent of the sizes that the text is shown at so that it fits, computed by us; left out: 100. */
  readonly fontScale?: number
  /** Percentage points by which lines and gaps come closer with it; left out: none. */
  readonly lineReduction?: number
  readonly anchor?: 'top' | 'middle' | 'bottom'
  /** Between the box and its text; left out: none. */
  readonly insetsPx?: { readonly x: number; readonly y: number }
}

export type Outline = {
  readonly color: Color
  readonly widthPx: number
  readonly dash?: 'dash' | 'dot' | { readonly strokePx: number; readonly gapPx: number }
}

export type PlaceholderShape = {
  readonly kind: 'placeholder'
  readonly role: PlaceholderRole
  /** Left out: where the layout has it. */
  readonly box?: Box
  readonly text: TextBody
}

export type TextShape = {
  readonly kind: 'text'
  /** Says nothing to those who cannot see it. */
  readonly isDecorative?: true
  /** For the selection pane: `Card 1`. */
  readonly name: string
  readonly box: Box
  readonly geometry?: 'rect' | 'roundRect' | 'ellipse' | 'line'
  /** Of a `roundRect`; left out: a sixth of its shorter side. */
  readonly cornerPx?: number
  readonly text?: TextBody
  /** Its lines never break, also in a wider font. */
  readonly isOneLine?: true
  readonly fill?: Color
  readonly outline?: Outline
  readonly link?: string
}

/** Any outline of straight and curved steps, in px of its own box. */
export type FreeformShape = {
  readonly kind: 'freeform'
  readonly name: string
  readonly box: Box
  readonly steps: readonly FreeformStep[]
  /** Each of its parts is painted over those before it; left out: what two parts hold together is a hole. */
  readonly isStacked?: true
  readonly fill?: Color
  readonly outline?: Outline
  readonly alt?: string
  readonly link?: string
  /** In the middle of `textBox`, which is on the slide as all boxes are. */
  readonly text?: TextBody
  readonly textBox?: Box
}

export type FreeformStep =
  | { readonly to: 'move' | 'line'; readonly x: number; readonly y: number }
  | {
      readonly to: 'curve'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly x: number
      readonly y: number
    }
  | { readonly to: 'close' }

export type GroupShape = {
  readonly kind: 'group'
  readonly name: string
  /** What somebody who cannot see it must know; left out: its texts say it. */
  readonly alt?: string
  readonly box: Box
  /** Their boxes are on the slide, as all boxes are. */
  readonly children: readonly Shape[]
  /** On a slide itself, not in another group: comes at a click of its own. */
  readonly isStep?: boolean
}

export type PictureShape = {
  readonly kind: 'picture'
  readonly name: string
  /** The placeholder that it stands in; left out: none. */
  readonly role?: PlaceholderRole
  readonly box: Box
  /** How the file is turned to be upright: mirrored first, then clockwise. */
  readonly turn?: { readonly isMirrored: boolean; readonly quarters: 0 | 1 | 2 | 3 }
  readonly alt: string
  readonly file: MediaFile
  /** The same as a vector picture, shown by programs that know SVG. */
  readonly svg?: string
  readonly link?: string
  /** Says nothing to those who cannot see it. */
  readonly isDecorative?: true
  /** 0 to 1; left out: nothing shines through. */
  readonly opacity?: number
  /** Shares of the picture that are cut off at its sides. */
  readonly crop?: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly bottom: number
  }
}

export type MediaFile = {
  readonly mime: 'image/png' | 'image/jpeg' | 'image/gif'
  readonly bytes: Uint8Array
}

export type TableShape = {
  readonly kind: 'table'
  readonly name: string
  /** The placeholder that it stands in; left out: none. */
  readonly role?: PlaceholderRole
  /** As wide as its columns. */
  readonly box: Box
  readonly columnWidthsPx: readonly number[]
  /** The first is the head. */
  readonly rows: readonly TableRow[]
  /** Above and below the text of a cell, and at its right, but not in the last column. */
  readonly cellPaddingPx: { readonly y: number; readonly right: number }
}

export type TableRow = { readonly heightPx: number; readonly cells: readonly TextBody[] }

export type ChartShape = {
  readonly kind: 'chart'
  readonly name: string
  /** The placeholder that it stands in; left out: none. */
  readonly role?: PlaceholderRole
  readonly box: Box
  readonly alt: string
  /** What it shows, in a few words; left out: its alternative text says it. */
  readonly title?: string
  readonly plan: ChartPlan
}

export type Shape =
  | PlaceholderShape
  | TextShape
  | FreeformShape
  | GroupShape
  | PictureShape
  | TableShape
  | ChartShape

/**
 * What a placeholder is for; each layout has some of them. `meta`: what stands on a cover below its rule; `section`: the
 * name of the section in the foot line.
 */
export type PlaceholderRole =
  | 'title'
  | 'subtitle'
  | 'meta'
  | 'body'
  | 'second'
  | 'date'
  | 'footer'
  | 'number'
  | 'section'

/** By PowerPoint's own names, which the layouts of an institute's template have too. */
export const LAYOUT_NAMES = [
  'Title Slide',
  'Section Header',
  'Title and Content',
  'Two Content',
  'Title Only',
  'Blank',
] as const

export type LayoutName = (typeof LAYOUT_NAMES)[number]

export type SlidePage = {
  readonly layout: LayoutName
  /** In the order of reading, the title first. */
  readonly shapes: readonly Shape[]
  /** Empty when nothing is said. */
  readonly notes: readonly Paragraph[]
  /** Of the foot line; an empty one is not shown. */
  readonly footer: FootText
  readonly section: FootText
  readonly isNumbered: boolean
  /** Of its text, where an institute's layout leaves so little room that it is hard to read. */
  readonly smallPx?: number
  /** Over that of the layout; left out: as the layout has it. */
  readonly ground?: Ground
}

export type Ground = {
  /** Left out: that of the master. */
  readonly color?: Color
  /** Light letters on the dark colour of the theme: ground and text of the master change places. */
  readonly isSwapped?: true
  /** Of a dark ground that the layout has: links in the colour of links would not be seen. */
  readonly hasPaleLinks?: true
}

export type FootText = {
  readonly text: string
  /** Left out: as the layout has it. */
  readonly sizePx?: number
  /** Left out: where the layout has it. */
  readonly box?: Box
  /** All of a text that had to be cut, for those who cannot see that it was. */
  readonly whole?: string
}

/** A section as PowerPoint's slide sorter shows it. */
export type DeckSection = { readonly name: string; readonly slideCount: number }

export type Properties = {
  readonly title: string
  readonly author: string
  /** The institute; empty: none. */
  readonly company: string
  readonly subject: string
  readonly keywords: readonly string[]
  /** `YYYY-MM-DD`, or empty. */
  readonly date: string
  /** The same for people, in the date field of slides; empty: no date is shown. */
  readonly printedDate: string
}

export type Presentation = {
  readonly lang: 'en' | 'hi'
  readonly properties: Properties
  readonly slides: readonly SlidePage[]
  /** Add up to the slides; empty: none. */
  readonly sections: readonly DeckSection[]
}
