/** What of a logo is seen on white paper: a logo made for dark grounds leaves nothing there. */

import type { ImageFile } from '../topic/topic.ts'
import { readPng } from '../typeset/plain-png.ts'

/** `light`: pale on transparency, so that it is seen on a dark ground; `none`: on no ground. */
export type LogoInk = 'dark' | 'light' | 'none'

/** Larger ones cost more time to look through than a warning is worth. */
const MOST_PIXELS = 2_000_000
/** Share of all pixels: a thin word in a wide frame has more. */
const LEAST_SHARE = 0.002
/** Of 255: paler than this on white is not seen from the last row. */
const VISIBLE = 30
const CLEAR = 128

const known = new WeakMap<ImageFile, LogoInk>()

/** Looked through once, whoever asks. */
export function logoInk(file: ImageFile): LogoInk {
  const ink = known.get(file) ?? measureInk(file)
  known.set(file, ink)
  return ink
}

function measureInk({ bytes, widthPx, heightPx }: ImageFile): LogoInk {
  // Only a PNG can be transparent, and a white photograph is nobody's logo.
  const pixels = widthPx * heightPx > MOST_PIXELS ? undefined : readPng(bytes)
  if (pixels === undefined) return 'dark'
  const { rgba } = pixels
  const least = (rgba.length / 4) * LEAST_SHARE
  let [dark, solid, clear] = [0, 0, 0]
  for (let at = 0; at < rgba.length; at += 4) {
    const luma =
      0.2126 * (rgba[at] ?? 0) + 0.7152 * (rgba[at + 1] ?? 0) + 0.0722 * (rgba[at + 2] ?? 0)
    const opacity = rgba[at + 3] ?? 0
    if (((255 - luma) * opacity) / 255 >= VISIBLE) dark++
    if (opacity >= CLEAR) solid++
    else clear++
  }
  if (dark >= least && dark > 0) return 'dark'
  return solid >= least && solid > 0 && clear > 0 ? 'light' : 'none'
}
