import type { Report } from '../diagnostics/make-diagnostic.ts'
import { bidiControl } from '../diagnostics/source-problems.ts'
import { missingGlyph, rightToLeft } from '../diagnostics/topic-problems.ts'
import { hasGlyph } from '../font/coverage.ts'
import { type At, whereText } from './source-document.ts'

/** Characters that every shipped text font has: tested without opening a font. */
export const SURELY_COVERED =
  /^[\t\n\u0020-\u007e\u00a0-\u00ff\u2009\u200c-\u200d\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac\u20b9\u2212\u0904-\u0939\u093c-\u094d\u0950\u0958-\u096f]*$/u

const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

const MAX_PER_VALUE = 3

/** Reports every visible character that no font can draw, each once per value. */
export function checkGlyphs(text: string, at: At, report: Report): void {
  if (SURELY_COVERED.test(text)) return
  const seen = new Set<string>()
  let offset = 0
  for (const character of text) {
    const start = offset
    offset += character.length
    const kind = kindOf(character)
    if (kind === undefined || seen.has(kind === 'right-to-left' ? kind : character)) continue
    seen.add(kind === 'right-to-left' ? kind : character)
    const where = whereText(at, start, offset)
    const codePoint = character.codePointAt(0) ?? 0
    if (kind === 'bidi') report(bidiControl(where, codePoint))
    if (kind === 'right-to-left') report(rightToLeft(where))
    if (kind === 'missing') report(missingGlyph(where, codePoint))
    if (seen.size === MAX_PER_VALUE) return
  }
}

function kindOf(character: string): 'bidi' | 'right-to-left' | 'missing' | undefined {
  if (SURELY_COVERED.test(character)) return undefined
  if (BIDI_CONTROL.test(character)) return 'bidi'
  if (RIGHT_TO_LEFT.test(character)) return 'right-to-left'
  return hasGlyph(character.codePointAt(0) ?? 0) ? undefined : 'missing'
}
