/** The pieces of a line, divided where a link, a reference or another language begins or ends. */
import type { GlyphPiece, LinePiece } from './mark.ts'
import type { ShapedRun } from './shape-run.ts'
import type { Inline } from './structure.ts'

export type Stretch = {
  readonly inline: Inline | undefined
  /** Empty: the language of the text around it. */
  readonly lang: string
  readonly parts: readonly StretchPart[]
}

export type StretchPart = {
  /** What is copied and read in place of the glyphs; empty: what the font says of them. */
  readonly actualText: string
  readonly pieces: readonly LinePiece[]
}

/** @param lang of the text: `en` or `hi` */
export function splitStretches(pieces: readonly LinePiece[], lang: string): readonly Stretch[] {
  const langs = foreignLangs(pieces, lang)
  const stretches: { inline: Inline | undefined; lang: string; pieces: LinePiece[] }[] = []
  for (const [index, piece] of pieces.entries()) {
    const last = stretches.at(-1)
    const pieceLang = langs[index] ?? ''
    if (last !== undefined && last.inline === piece.inline && last.lang === pieceLang)
      last.pieces.push(piece)
    else stretches.push({ inline: piece.inline, lang: pieceLang, pieces: [piece] })
  }
  return stretches.map(({ pieces: own, ...rest }) => ({ ...rest, parts: splitParts(own) }))
}

/**
 * Words with a text of their own, each with the space behind it. Side by side and never inside one
 * another: poppler loses the rest of a marked content behind one that is nested in it.
 */
export function splitParts(pieces: readonly LinePiece[]): readonly StretchPart[] {
  const parts: { actualText: string; pieces: LinePiece[] }[] = []
  for (const piece of pieces) {
    const last = parts.at(-1)
    const actualText = piece.kind === 'space' ? '' : actualTextOf(piece)
    if (last === undefined || actualText !== '' || (last.actualText !== '' && !isWordSpace(piece)))
      parts.push({ actualText, pieces: [piece] })
    else {
      last.pieces.push(piece)
      if (last.actualText !== '') last.actualText += ' '
    }
  }
  return parts
}

function isWordSpace(piece: LinePiece): boolean {
  return piece.kind === 'space'
}

const SOFT_HYPHEN = '\u00ad'

/** Devanagari in the order of writing, and a soft hyphen where a word is divided (ISO 32000-1, 14.8.2.2.3). */
function actualTextOf({ run, from, to, isSoftHyphen }: GlyphPiece): string {
  if (isSoftHyphen) return SOFT_HYPHEN
  return run.isDevanagari ? run.text.slice(run.ends[from - 1] ?? 0, run.ends[to - 1]) : ''
}

/** Spaces, figures and signs are of no language: between two foreign words they belong to them. */
function foreignLangs(pieces: readonly LinePiece[], lang: string): readonly string[] {
  const langs = pieces.map((piece) => (piece.kind === 'space' ? '' : langOf(piece.run)))
  let word = ''
  let since = 0
  for (const [index, found] of langs.entries()) {
    if (found === '') continue
    if (found === word && found !== lang) langs.fill(found, since, index)
    word = found
    since = index + 1
  }
  return langs.map((found, index) => {
    const piece = pieces[index]
    const isHyphen = piece?.kind === 'glyphs' && piece.isSoftHyphen
    const own = isHyphen ? (langs[index - 1] ?? '') : found
    return own === lang ? '' : own
  })
}

/** By the script of its letters; without letters, of no language. */
function langOf(run: ShapedRun): string {
  if (run.isDevanagari) return /\p{L}/u.test(run.text) ? 'hi' : ''
  return /\p{Script=Latin}/u.test(run.text) ? 'en' : ''
}
