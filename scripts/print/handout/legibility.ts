/** How large the letters of a slide are on paper, and how large they must be. */

/** Height of a letter without ascender, in em: Noto Sans, Noto Serif and Noto Sans Mono (OS/2 sxHeight 536 of 1000). */
const X_HEIGHT_EM = 0.536

/**
 * Least x-height in millimetres. Running text is floored at 9 pt, an x-height of 1.7 mm, and clear print at 2.0 mm
 * (research/print.md 4.2; RNIB), both for the usual 40 cm. Slides on a sheet are looked at, not read at length, and
 * held as near as the eye is comfortable, 25 cm: 1.7 mm × 25 / 40 is as large to it. A reader who needs clear print
 * cannot do that.
 */
export const LEAST_X_HEIGHT_MM = { usual: 1.06, clearPrint: 2 } as const

/** Of letters of that size on a slide that is printed so wide. */
export function xHeightMm(
  sizePx: number,
  { slideMm, slidePx }: { readonly slideMm: number; readonly slidePx: number },
): number {
  return (sizePx * X_HEIGHT_EM * slideMm) / slidePx
}
