/** What katex.css says, as far as it decides where something stands and in which face. Source: katex 0.18, `katex.scss`. */
import { type FontFace, type KatexFamily, nearestFace } from '../font/faces.ts'
import type { KatexNode } from './katex.ts'

export type FontLook = {
  readonly family: KatexFamily
  readonly isBold: boolean
  readonly isItalic: boolean
}

/** In the order of the style sheet: a later rule wins. */
const LOOKS: readonly (readonly [string, Partial<FontLook>])[] = [
  ['textbf', { isBold: true }],
  ['textit', { isItalic: true }],
  ['textrm', { family: 'KaTeX_Main' }],
  ['textsf', { family: 'KaTeX_SansSerif' }],
  ['texttt', { family: 'KaTeX_Typewriter' }],
  ['mathnormal', { family: 'KaTeX_Math', isItalic: true }],
  ['mathit', { family: 'KaTeX_Main', isItalic: true }],
  ['mathrm', { isItalic: false }],
  ['mathbf', { family: 'KaTeX_Main', isBold: true }],
  ['boldsymbol', { family: 'KaTeX_Math', isItalic: true, isBold: true }],
  ['amsrm', { family: 'KaTeX_AMS' }],
  ['mathbb', { family: 'KaTeX_AMS' }],
  ['textbb', { family: 'KaTeX_AMS' }],
  ['mathcal', { family: 'KaTeX_Caligraphic' }],
  ['mathfrak', { family: 'KaTeX_Fraktur' }],
  ['textfrak', { family: 'KaTeX_Fraktur' }],
  ['mathboldfrak', { family: 'KaTeX_Fraktur', isBold: true }],
  ['textboldfrak', { family: 'KaTeX_Fraktur', isBold: true }],
  ['mathtt', { family: 'KaTeX_Typewriter' }],
  ['mathscr', { family: 'KaTeX_Script' }],
  ['textscr', { family: 'KaTeX_Script' }],
  ['mathsf', { family: 'KaTeX_SansSerif' }],
  ['mathboldsf', { family: 'KaTeX_SansSerif', isBold: true }],
  ['textboldsf', { family: 'KaTeX_SansSerif', isBold: true }],
  ['mathsfit', { family: 'KaTeX_SansSerif', isItalic: true }],
  ['mathitsf', { family: 'KaTeX_SansSerif', isItalic: true }],
  ['textitsf', { family: 'KaTeX_SansSerif', isItalic: true }],
  ['mainrm', { family: 'KaTeX_Main', isItalic: false }],
]

/** Rules for an element of two classes. */
const PAIRS: readonly (readonly [string, string, KatexFamily])[] = [
  ['delimsizing', 'size1', 'KaTeX_Size1'],
  ['delimsizing', 'size2', 'KaTeX_Size2'],
  ['delimsizing', 'size3', 'KaTeX_Size3'],
  ['delimsizing', 'size4', 'KaTeX_Size4'],
  ['delimsizinginner', 'delim-size1', 'KaTeX_Size1'],
  ['delimsizinginner', 'delim-size4', 'KaTeX_Size4'],
  ['op-symbol', 'small-op', 'KaTeX_Size1'],
  ['op-symbol', 'large-op', 'KaTeX_Size2'],
]

export const ROOT_LOOK: FontLook = { family: 'KaTeX_Main', isBold: false, isItalic: false }

export function lookOf(classes: readonly string[], inherited: FontLook): FontLook {
  const changes = LOOKS.filter(([name]) => classes.includes(name)).map(([, change]) => change)
  const pair = PAIRS.find(([one, two]) => classes.includes(one) && classes.includes(two))
  return Object.assign({ ...inherited }, ...changes, pair === undefined ? {} : { family: pair[2] })
}

export function faceOfLook({ family, isBold, isItalic }: FontLook): FontFace {
  return nearestFace(family, { stack: 'sans', weight: isBold ? 700 : 400, isItalic })
}

/** `.sizing.reset-size6.size3`: from one of the eleven sizes to another. */
const SIZES = [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.44, 1.728, 2.074, 2.488]

export function scaleOf(classes: readonly string[]): number {
  if (!classes.includes('katex-sizing') && !classes.includes('fontsize-ensurer')) return 1
  const sizeAt = (pattern: RegExp): number => {
    const name = classes.find((candidate) => pattern.test(candidate)) ?? ''
    return SIZES[Number(/\d+$/.exec(name)?.[0] ?? 6) - 1] ?? 1
  }
  return sizeAt(/^size\d+$/) / sizeAt(/^reset-size\d+$/)
}

/** Padding left and right, in em of the element. */
const PADDINGS: Readonly<Record<string, number>> = {
  boxpad: 0.3,
  'cancel-pad': 0.2,
  'x-arrow-pad': 0.5,
}

const MARGINS: Readonly<Record<string, readonly [number, number]>> = {
  'cancel-lap': [-0.2, -0.2],
  'katex-root': [0.2777777778, -0.5555555556],
}

const WIDTHS: Readonly<Record<string, number>> = { nulldelimiter: 0.12 }

export type Edges = { readonly left: number; readonly right: number }

/** Margin and padding together, in em of the element. */
export function edgesOf({ classes = [], style = {}, italic = 0 }: KatexNode): Edges {
  let left = em(style['marginLeft']) + em(style['paddingLeft'])
  let right = em(style['marginRight']) + em(style['paddingRight']) + Math.max(0, italic)
  for (const name of classes) {
    const padding = PADDINGS[name] ?? 0
    const margin = MARGINS[name] ?? [0, 0]
    left += padding + margin[0]
    right += padding + margin[1]
  }
  return { left, right }
}

/** A width of its own; undefined: as wide as what is inside. */
export function widthOf({ classes = [], style = {} }: KatexNode): number | undefined {
  const own = style['width']
  if (own?.endsWith('em')) return em(own)
  return classes.map((name) => WIDTHS[name]).find((width) => width !== undefined)
}

export function em(length: string | undefined): number {
  const value = Number.parseFloat(length ?? '0')
  return Number.isFinite(value) ? value : 0
}
