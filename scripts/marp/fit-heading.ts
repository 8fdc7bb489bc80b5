import type Token from 'markdown-it/lib/token.mjs'
import { measureText } from '../font/measure-text.ts'

type Room = { readonly widthPx: number; readonly heightPx: number }

/** Of the slide: its own room is what Marp's themes leave beside their margins. */
const WIDTH_SHARE = 0.87
const HEIGHT_SHARE = 0.62
const BOLD = { stack: 'sans', weight: 700, isItalic: false } as const

/** The size at which a heading marked `fit` fills the width, or its lines most of the height. */
export function fitSizePx(tokens: readonly Token[], { widthPx, heightPx }: Room): number {
  const lines = ['']
  for (const { type, content } of tokens) {
    if (type === 'softbreak' || type === 'hardbreak' || /^<br\b/i.test(content)) lines.push('')
    else if (type !== 'html_inline' && type !== 'marpit_comment')
      lines[lines.length - 1] += type === 'image' ? '' : content
  }
  const widest = Math.max(0.5, ...lines.map((line) => widthEm(line)))
  const byWidth = (widthPx * WIDTH_SHARE) / widest
  const byHeight = (heightPx * HEIGHT_SHARE) / (lines.length * 1.2)
  return Math.round(Math.min(byWidth, byHeight))
}

/** Emoji and letters of East Asia are about as wide as high. */
function widthEm(line: string): number {
  let width = 0
  for (const character of line)
    width += /[\u1100-\u115f\u2e80-\uffdc]|[\u{1f000}-\u{3fffd}]/u.test(character)
      ? 1.15
      : measureText(character, BOLD)
  return width * 1.06
}
