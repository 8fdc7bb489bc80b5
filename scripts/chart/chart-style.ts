/** What a chart is drawn with, and the proportions that its kinds share. */
import type { TextStyle } from '../font/faces.ts'
import { measureText } from '../font/measure-text.ts'
import type { ThemeColors } from '../theme/theme.ts'
import type { Shape } from './drawing.ts'

export type ChartColors = Pick<
  ThemeColors,
  | 'paper'
  | 'ink'
  | 'muted'
  | 'primary'
  | 'accent'
  | 'series1'
  | 'series2'
  | 'series3'
  | 'series4'
  | 'series5'
  | 'series6'
>

/** All lengths in one unit, the caller's: px in the deck, pt in the brief. */
export type ChartStyle = {
  readonly width: number
  /** What is taller is drawn closer, then in smaller letters, and is then as tall as it has to be. */
  readonly maxHeight: number
  readonly textSize: number
  /** No letter of a chart is smaller. */
  readonly minTextSize: number
  readonly colors: ChartColors
  /** Letters and bars may be larger than needed where there is room: on a slide, which would look empty, not on paper. */
  readonly isRoomy?: boolean
  /** Which of equal parts to draw; left out: the whole. */
  readonly part?: ChartPart
}

/** Parts of a chart that is too long for one slide share its scale. */
export type ChartPart = { readonly number: number; readonly of: number }

export const LABEL_STYLE: TextStyle = { stack: 'sans', weight: 400, isItalic: false }
export const VALUE_STYLE: TextStyle = { stack: 'sans', weight: 700, isItalic: false }

/** What is stressed is bold too: its colour is lost on a grey screen and on a copier. */
export function labelStyle(isStressed: boolean): TextStyle {
  return isStressed ? VALUE_STYLE : LABEL_STYLE
}

/** In em of the text size. */
export const LINE_HEIGHT = 1.25
export const VALUE_GAP = 0.45
/** Half the height of lower-case letters above the baseline: puts a text's middle on a line. */
export const MIDDLE_OF_TEXT = 0.35

/** Letters of a chart of few marks, smaller than the headline all the same. */
const ROOMY_SIZES = [1.21, 1.14, 1.07]

/** Sizes that letters may have, from the largest to that of the style. */
export function textSizes({ textSize, isRoomy }: ChartStyle): readonly number[] {
  const larger = isRoomy === true ? ROOMY_SIZES.map((times) => round(times * textSize)) : []
  return [...larger, textSize]
}

export function widthOf(text: string, style: TextStyle, em: number): number {
  return text === '' ? 0 : measureText(text, style) * em
}

type TextPlace = {
  readonly x: number
  /** Of the middle of the letters. */
  readonly middle: number
  readonly em: number
  readonly fill: string
  readonly anchor?: Extract<Shape, { kind: 'text' }>['anchor']
  readonly weight?: 400 | 700
}

export function textShape(text: string, place: TextPlace): Shape {
  return {
    kind: 'text',
    x: round(place.x),
    y: round(place.middle + MIDDLE_OF_TEXT * place.em),
    text,
    size: round(place.em),
    weight: place.weight ?? 400,
    fill: place.fill,
    anchor: place.anchor ?? 'start',
  }
}

/** Lines of one label, their middle at `middle`. */
export function textLines(lines: readonly string[], place: TextPlace): readonly Shape[] {
  const step = LINE_HEIGHT * place.em
  const first = place.middle - ((lines.length - 1) / 2) * step
  return lines.map((text, index) => textShape(text, { ...place, middle: first + index * step }))
}

/** Two decimals: the same text on every machine and no noise in the SVG. */
export function round(value: number): number {
  return Math.round(value * 100) / 100
}
