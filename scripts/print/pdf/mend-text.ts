/**
 * The texts of a page as readers should copy them: letters in the order of writing in every reader, words whole, and a
 * space where a line was broken at one.
 */
import type { PageFonts } from './font-book.ts'
import type { Owners } from './owners.ts'
import type { PageContent, Painting } from './page-content.ts'
import { firstWord, lastWord } from './plain-text.ts'
import { type Glyph, readTextObject, type TextObject, writeTextObject } from './text-object.ts'
import { hexCode } from './to-unicode.ts'
import type { WordPairs } from './word-pairs.ts'

/** What is known of the page. */
export type TextContext = {
  readonly fonts: PageFonts
  readonly owners: Owners
  readonly arePair: WordPairs
}

/** @returns what text objects become, by the number of their painting; the others stay as they are */
export function mendTexts(
  { source, paintings }: PageContent,
  context: TextContext,
): ReadonlyMap<number, string> {
  const mended = new Map<number, string>()
  let before = -1
  paintings.forEach((painting, index) => {
    if (painting.kind !== 'text') return
    const own = source.slice(painting.start, painting.end)
    const spelt = spellObject(own, context.fonts)
    if (spelt !== undefined) mended.set(index, spelt)
    const last = paintings[before]
    if (last !== undefined && isSameBlock(last, painting, context.owners)) {
      const text = mended.get(before) ?? source.slice(last.start, last.end)
      const spaced = withSpace(text, spelt ?? own, context)
      if (spaced !== undefined) mended.set(before, spaced)
    }
    before = index
  })
  return mended
}

function isSameBlock(a: Painting, b: Painting, owners: Owners): boolean {
  const block = owners.blockOf(a.mcid)
  return block !== undefined && block === owners.blockOf(b.mcid)
}

/** The text object with a space at its end, where the next is on another line and in the text behind a space. */
function withSpace(
  text: string,
  next: string,
  { fonts, arePair }: TextContext,
): string | undefined {
  if (lineOf(text) === lineOf(next)) return undefined
  if (!arePair(lastWord(text, fonts), firstWord(next, fonts))) return undefined
  return text.replace(/ET\n?$/, (end) => spaceBehind(text, fonts) + end)
}

/** Where it stands on the page, upward: the last number of its matrix. */
function lineOf(text: string): string {
  const end = text.indexOf(' Tm')
  return text.slice(text.lastIndexOf(' ', end - 1), end)
}

/** Draws nothing, and there is no more on the line: in any font that has one. */
function spaceBehind(text: string, fonts: PageFonts): string {
  const last = [...text.matchAll(/\/(\S+) (\S+) Tf\n/g)].at(-1)
  const [, name = '', size = '0'] = last ?? []
  const own = fonts.get(name)
  if (own?.space !== undefined) {
    own.use(own.space)
    return `<${hexCode(own.space)}> Tj\n`
  }
  for (const [other, font] of fonts) {
    if (font.space === undefined) continue
    font.use(font.space)
    return `/${other} ${size} Tf\n<${hexCode(font.space)}> Tj\n`
  }
  return ''
}

/** A text object in a font of Devanagari, or with glyphs that others stand for; undefined: it stays as it is. */
function spellObject(source: string, fonts: PageFonts): string | undefined {
  const names = [...source.matchAll(/\/(\S+) \S+ Tf/g)].map(([, name = '']) => name)
  const isDevanagari = names.some((name) => fonts.get(name)?.isDevanagari === true)
  if (!isDevanagari && !source.includes('/ActualText')) return undefined
  const object = readTextObject(source, fonts)
  if (object === undefined) {
    for (const name of names) fonts.get(name)?.useAll(source)
    return undefined
  }
  mendObject(object)
  return writeTextObject(object)
}

function mendObject(object: TextObject): void {
  const units = unitsOf(object)
  for (const unit of units) if (unit.cluster !== undefined) spellCluster(unit.glyphs, unit.cluster)
  joinWords(units)
  for (const { font, code } of object.glyphs) font.use(code)
}

/** Glyphs that stand for a text together, or one that does so alone. */
type Unit = { readonly glyphs: readonly Glyph[]; readonly cluster: string | undefined }

function unitsOf({ glyphs, clusters }: TextObject): readonly Unit[] {
  const units: { readonly glyphs: Glyph[]; readonly cluster: string | undefined }[] = []
  let open = -1
  for (const glyph of glyphs) {
    const last = units.at(-1)
    if (glyph.cluster >= 0 && glyph.cluster === open && last !== undefined) last.glyphs.push(glyph)
    else units.push({ glyphs: [glyph], cluster: clusters[glyph.cluster] })
    open = glyph.cluster
  }
  return units
}

/**
 * Of a glyph for which no letter is left, as the hook of ई: a joiner. Each code must stand for something (ISO 14289-1,
 * 7.21.7; pdf.js and MuPDF show nonsense for what has no text); this is not seen, and searches pass over it.
 */
const SILENT = '\u200d'

/** Letter by letter in the order of writing, whatever is drawn first; the last glyph has what is left. */
function spellCluster(glyphs: readonly Glyph[], text: string): void {
  const letters = [...text]
  const codes = glyphs.map(({ font, code }, index) => {
    const isLast = index === glyphs.length - 1
    const own = isLast ? letters.slice(index).join('') : letters[index]
    return font.codeFor(code, own || SILENT)
  })
  const isSpelt = glyphs.length <= letters.length && codes.every((code) => code !== undefined)
  glyphs.forEach((glyph, index) => {
    glyph.code = codes[index] ?? glyph.code
  })
  if (!isSpelt) markText(glyphs, text)
}

function markText(glyphs: readonly Glyph[], text: string): void {
  glyphs.forEach((glyph, index) => {
    glyph.opens = index === 0 ? text : undefined
    glyph.closes = index === glyphs.length - 1
  })
}

function joinWords(units: readonly Unit[]): void {
  let word: Unit[] = []
  const finish = (): void => {
    const glyphs = word.flatMap((unit) => unit.glyphs)
    if (hasHole(glyphs)) markText(glyphs, word.map(unitText).join(''))
    word = []
  }
  for (const unit of units) {
    if (/^\s/.test(unitText(unit))) finish()
    else word.push(unit)
  }
  finish()
}

function unitText({ glyphs, cluster }: Unit): string {
  if (cluster !== undefined) return cluster
  let text = ''
  for (const { font, code } of glyphs) text += font.textOf(code) ?? ''
  return text
}

/** Of the size: poppler takes a wider step for one to another word. */
const WORD_GAP = 0.09

/**
 * A vowel sign above or below a letter has no width, and may be drawn left of where the letter ends: a reader that
 * goes from glyph to glyph takes it for a word of its own, or finds a gap behind it.
 */
function hasHole(glyphs: readonly Glyph[]): boolean {
  return glyphs.some((glyph, index) => {
    const before = glyphs[index - 1]
    if (before === undefined) return false
    const step = glyph.x - before.x - before.width
    return before.width === 0 || Math.abs(step) > WORD_GAP * glyph.sizePt
  })
}
