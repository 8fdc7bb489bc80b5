/**
 * What is painted: plain data with a place on the page. Points; x to the right, y downward from the top
 * left corner of the page. Layout makes marks, `write-pdf.ts` paints them; neither knows the other's work.
 */
import type { FontFace } from '../font/faces.ts'
import type { ShapedRun } from './shape-run.ts'
import type { Inline, Tag } from './structure.ts'

/** A stretch of one shaped run in one look. */
export type GlyphPiece = {
  readonly kind: 'glyphs'
  readonly run: ShapedRun
  /** First glyph, and the one after the last. */
  readonly from: number
  readonly to: number
  readonly sizePt: number
  readonly risePt: number
  readonly trackingPt: number
  /** Of the glyphs: 1.01 draws them a hundredth wider. */
  readonly widthScale: number
  readonly color: string
  /** What part of the text it is, when more than plain text. */
  readonly inline: Inline | undefined
  /** Printed where a word is divided; no part of the word. */
  readonly isSoftHyphen: boolean
}

/** A word space: a real space character of `face`, drawn `widthPt` wide. */
export type SpacePiece = {
  readonly kind: 'space'
  readonly face: FontFace
  readonly sizePt: number
  readonly widthPt: number
  readonly inline: Inline | undefined
}

export type LinePiece = GlyphPiece | SpacePiece

/** Without pieces it only tells that its element is there: an empty cell. */
export type TextMark = {
  readonly kind: 'text'
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly pieces: readonly LinePiece[]
  /** Degrees by which the line rises to the right; 0 when left out. */
  readonly turn?: number
  readonly tag: Tag
}

export type RectMark = {
  readonly kind: 'rect'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** `#rrggbb` */
  readonly fill: string
  /** What tells it from its neighbours where there are no colours; left out: nothing has to. */
  readonly greyPattern?: 'hatch' | 'back-hatch' | 'cross-hatch' | 'rules' | 'open'
  readonly tag: Tag
}

export type LineMark = {
  readonly kind: 'line'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly widthPt: number
  readonly stroke: string
  readonly tag: Tag
}

/** A line of straight and curved steps, filled, stroked or both. */
export type PathMark = {
  readonly kind: 'path'
  readonly steps: readonly PathStep[]
  readonly fill?: string
  readonly stroke?: string
  readonly widthPt: number
  /** Lengths of strokes and gaps. */
  readonly dash?: readonly number[]
  /** The same, taken where there are no colours. */
  readonly greyDash?: readonly number[]
  readonly tag: Tag
}

export type PathStep =
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

export type ImageMark = {
  readonly kind: 'image'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** A whole PNG or JPEG file. */
  readonly bytes: Uint8Array
  readonly tag: Tag
}

export type LinkMark = {
  readonly kind: 'link'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly url: string
  /** Told by a screen reader that lists the links. */
  readonly description: string
  /** A `Link` element, or the text that `inline` is a stretch of. */
  readonly tag: Tag
  readonly inline: Inline | undefined
}

export type Mark = TextMark | RectMark | LineMark | PathMark | ImageMark | LinkMark
