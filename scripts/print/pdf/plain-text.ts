/** What a text object says, read from its codes without a look at where they stand (ISO 32000-1, 9.10). */

import type { PageFonts } from './font-book.ts'
import type { FontText } from './font-text.ts'
import { fromHex } from './to-unicode.ts'

/** A font, codes, or the text that stands for some of them. */
const PART = /\/(\S+) \S+ Tf|<([\dA-F]+)> Tj|\/ActualText\s*<FEFF([\dA-F]*)>|EMC/g

export function readPlainText(source: string, fonts: PageFonts): string {
  let font: FontText | undefined
  let text = ''
  let isReplaced = false
  for (const [whole, name, codes, actual] of source.matchAll(PART)) {
    if (name !== undefined) font = fonts.get(name)
    else if (actual !== undefined) {
      text += fromHex(actual)
      isReplaced = true
    } else if (whole === 'EMC') isReplaced = false
    else if (codes !== undefined && !isReplaced) text += readCodes(codes, font)
  }
  return text
}

function readCodes(codes: string, font: FontText | undefined): string {
  let text = ''
  for (let at = 0; at + 4 <= codes.length; at += 4)
    text += font?.textOf(Number.parseInt(codes.slice(at, at + 4), 16)) ?? ''
  return text
}

/** Lines of a text object that are enough to know its last word. */
const TAIL = 600

export function lastWord(source: string, fonts: PageFonts): string {
  const start = source.length - TAIL
  const font = start > 0 ? (/\/\S+ \S+ Tf/.exec(source)?.[0] ?? '') : ''
  const tail = start > 0 ? source.slice(source.indexOf('\n', start)) : source
  return /\S+$/.exec(readPlainText(font + tail, fonts))?.[0] ?? ''
}

export function firstWord(source: string, fonts: PageFonts): string {
  return /^\S+/.exec(readPlainText(source.slice(0, TAIL), fonts))?.[0] ?? ''
}
