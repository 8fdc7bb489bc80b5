import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Report, Where } from '../diagnostics/make-diagnostic.ts'
import { bidiControl, controlCharacter } from '../diagnostics/source-problems.ts'
import { missingGlyph, rightToLeft, tooManyMarks } from '../diagnostics/topic-problems.ts'
import { hasGlyph } from '../font/coverage.ts'
import { type FontStack, familiesFor } from '../font/faces.ts'
import { type At, whereText } from './source-document.ts'

/** Characters that every shipped text font has: tested without opening a font. */
export const SURELY_COVERED =
  /^[\t\n\u0020-\u007e\u00a0-\u00ff\u2009\u200c-\u200d\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u20ac\u20b9\u2212\u0904-\u0939\u093c-\u094d\u0950\u0958-\u096f]*$/u

const BIDI_CONTROL = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** Also written as an escape in quotes, which the check of the source cannot see. */
const CONTROL = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u

const MAX_PER_VALUE = 3

/** Vedic Sanskrit stacks five at most; what is piled higher covers the lines above. */
const MAX_MARKS = 8
const TOO_MANY_MARKS = new RegExp(`\\p{M}{${MAX_MARKS + 1},}`, 'u')

/** Reports every visible character that no font for text can draw, each once per value. */
export function checkGlyphs(text: string, at: At, report: Report): void {
  checkStack(text, at, { stack: 'serif', report })
}

/** The same of a listing: only the font of programs has the lines that trees and boxes are drawn with. */
export function checkCodeGlyphs(text: string, at: At, report: Report): void {
  checkStack(text, at, { stack: 'mono', report })
}

type Checking = { readonly stack: FontStack; readonly report: Report }

function checkStack(text: string, at: At, { stack, report }: Checking): void {
  checkMarks(text, at, report)
  if (SURELY_COVERED.test(text)) return
  const seen = new Set<string>()
  let offset = 0
  for (const character of text) {
    const start = offset
    offset += character.length
    const kind = kindOf(character, stack)
    if (kind === undefined || seen.has(kind === 'right-to-left' ? kind : character)) continue
    seen.add(kind === 'right-to-left' ? kind : character)
    const codePoint = character.codePointAt(0) ?? 0
    const where = whereText(at, start, offset)
    report(
      kind === 'missing'
        ? missingGlyph(where, codePoint, familiesFor(codePoint, stack))
        : REPORTS[kind](where, codePoint),
    )
    if (seen.size === MAX_PER_VALUE) return
  }
}

type Kind = 'bidi' | 'control' | 'right-to-left' | 'missing'

const REPORTS: Readonly<
  Record<Exclude<Kind, 'missing'>, (where: Where, codePoint: number) => Diagnostic>
> = {
  bidi: bidiControl,
  control: controlCharacter,
  'right-to-left': rightToLeft,
}

function kindOf(character: string, stack: FontStack): Kind | undefined {
  if (SURELY_COVERED.test(character)) return undefined
  if (BIDI_CONTROL.test(character)) return 'bidi'
  if (CONTROL.test(character)) return 'control'
  if (RIGHT_TO_LEFT.test(character)) return 'right-to-left'
  return hasGlyph(character.codePointAt(0) ?? 0, stack) ? undefined : 'missing'
}

function checkMarks(text: string, at: At, report: Report): void {
  const match = TOO_MANY_MARKS.exec(text)
  if (match === null) return
  const where = whereText(at, match.index, match.index + match[0].length)
  report(tooManyMarks(where, [...match[0]].length, MAX_MARKS))
}
