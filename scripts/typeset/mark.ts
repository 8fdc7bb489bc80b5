/**
 * What is painted: plain data with a place on the page. Points; x to the right, y downward from the top
 * left corner of the page. Layout makes marks, `write-pdf.ts` paints them; neither knows the other's work.
 */
import type { FontFace } from '../font/faces.ts'
import type { ShapedRun } from './shape-run.ts'

/** What a mark is part of, kept so that a later stage can build the structure tree of a tagged PDF. */
export type MarkRole =
  | 'artifact'
  | 'title'
  | 'subtitle'
  | 'summary'
  | 'heading'
  | 'subheading'
  | 'paragraph'
  | 'list-label'
  | 'list-item'
  | 'quote'
  | 'caption'
  | 'table-head'
  | 'table-cell'
  | 'figure'
  | 'small-print'

export type Tag = {
  /** Id of the section, or the name of the page part: `masthead`, `figures`, `foot`. */
  readonly part: string
  readonly role: MarkRole
  /** Number of the block in reading order: marks of one paragraph share it. */
  readonly block: number
}

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
}

/** A word space: a real space character of `face`, drawn `widthPt` wide. */
export type SpacePiece = {
  readonly kind: 'space'
  readonly face: FontFace
  readonly sizePt: number
  readonly widthPt: number
}

export type LinePiece = GlyphPiece | SpacePiece

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
  readonly greyPattern?: 'hatch'
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

export type ImageMark = {
  readonly kind: 'image'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** A whole PNG or JPEG file. */
  readonly bytes: Uint8Array
  readonly alt: string
  readonly tag: Tag
}

export type LinkMark = {
  readonly kind: 'link'
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly url: string
  readonly tag: Tag
}

export type Mark = TextMark | RectMark | LineMark | ImageMark | LinkMark
