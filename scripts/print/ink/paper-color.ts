/** Colours as they must be where every ground is white paper. All are `#rrggbb`. */
import { channelsOf, contrast, encode, hexOf, luminance } from '../../color/contrast.ts'
import { darkened, legibleOn } from '../../color/legible.ts'
import { fromOklch, toOklch } from '../../color/oklch.ts'

export type PaperInk = 'saving' | 'grey'

export const PAPER = '#ffffff'
const BLACK = '#000000'

/** Below it a colour has no hue that anybody sees. */
const LEAST_CHROMA = 0.04

/** Text with 4.5:1 on the ground. What was pale on a dark ground is dark; in grey all is black. */
export function textOnPaper(color: string, ink: PaperInk, ground = PAPER): string {
  const { lightness, chroma, hue } = toOklch(color)
  // A copier makes dots of a grey.
  if (ink === 'grey') return legibleOn(BLACK, [ground])
  const isPale = chroma < LEAST_CHROMA && legibleOn(color, [ground]) !== color
  const turned = isPale ? fromOklch({ lightness: 1 - lightness, chroma, hue }) : color
  return legibleOn(turned, [ground])
}

/** What a line or mark needs on paper: less than a copier keeps is nothing (WCAG 2.2, 1.4.11 asks 3:1 of marks). */
const LEAST_LINE: Readonly<Record<PaperInk, number>> = { saving: 1.8, grey: 7 }
export const INVISIBLE = 1.15

/** What was of the colour of its ground, and so was not seen, is not seen on paper; no ground: all is seen. */
export function lineOnPaper(color: string, ground: string | undefined, ink: PaperInk): string {
  if (ground !== undefined && !isSeen(color, ground)) return PAPER
  const drawn = darkened(color, LEAST_LINE[ink])
  return ink === 'grey' ? greyOf(drawn) : drawn
}

/** Two dark colours are told apart by their hue. */
export function isSeen(color: string, ground: string): boolean {
  const [first, second] = [channelsOf(color), channelsOf(ground)]
  const distance = first.reduce((sum, value, at) => sum + Math.abs(value - (second[at] ?? 0)), 0)
  return distance > LEAST_DISTANCE || contrast(color, ground) >= INVISIBLE
}

/** Of three channels from 0 to 255 together. */
const LEAST_DISTANCE = 24

/** The line around what was a ground of this colour. */
export function outlineOf(color: string, ink: PaperInk): string {
  return lineOnPaper(contrast(color, PAPER) < INVISIBLE ? '#d0d0d0' : color, undefined, ink)
}

/** The grey of the same lightness. */
export function greyOf(color: string): string {
  const value = Math.round(encode(luminance(color)) * 255)
  return hexOf([value, value, value])
}
