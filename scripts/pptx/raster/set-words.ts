/** Words of a formula that KaTeX has no glyphs for, set in the page's own font as a browser sets them. */
import { faceFor, mainFace, metricsOf } from '../../font/coverage.ts'
import { type FontFace, faceKey, isDevanagari, readFontFile } from '../../font/faces.ts'
import { openShaper, type PlacedText, type Shaper } from '../../font/harfbuzz-shape.ts'
import type { FormulaMark } from '../../math/formula-box.ts'

/** KaTeX places every glyph of its own faces: neither kerning nor ligatures are wanted. */
export function placedByAdvance(face: FontFace, text: string): PlacedText {
  const { glyphOf, advanceOf } = metricsOf(face)
  let width = 0
  const glyphs = Array.from(text, (character) => {
    const id = glyphOf(character.codePointAt(0) ?? 0)
    const glyph = { id, x: width, y: 0 }
    width += advanceOf(id)
    return glyph
  })
  return { glyphs, width }
}

export type TextMark = Extract<FormulaMark, { kind: 'text' }>

/**
 * Words in scripts that KaTeX has no glyphs for are measured a little too wide, word by word: here they stand as close
 * as a browser sets them, and what is left stands at both ends of the line.
 */
export function tightened(marks: readonly FormulaMark[]): readonly FormulaMark[] {
  const all: FormulaMark[] = []
  for (let from = 0; from < marks.length; ) {
    const line = wordsFrom(marks, from)
    all.push(...(line.length === 0 ? marks.slice(from, from + 1) : tightLine(line)))
    from += Math.max(1, line.length)
  }
  return all
}

type Word = Extract<FormulaMark, { kind: 'text' | 'glyphs' }>

/** Side by side on one baseline, nothing but words of the page's font and spaces. */
function wordsFrom(marks: readonly FormulaMark[], from: number): readonly Word[] {
  const words: Word[] = []
  for (const mark of marks.slice(from)) {
    const last = words.at(-1)
    const isSpace = mark.kind === 'glyphs' && mark.text.trim() === ''
    if (mark.kind !== 'text' && !(isSpace && last !== undefined)) break
    if (last !== undefined && !isNext(last, mark)) break
    words.push(mark)
  }
  return words
}

function isNext(last: Word, next: Word): boolean {
  return Math.abs(last.y - next.y) < 0.001 && Math.abs(last.x + advanceOf(last) - next.x) < 0.01
}

/** As it was measured. */
function advanceOf(mark: Word): number {
  return mark.kind === 'text' ? mark.width : naturalWidth(mark)
}

function tightLine(words: readonly Word[]): readonly Word[] {
  const measured = words.reduce((sum, word) => sum + advanceOf(word), 0)
  const natural = words.reduce((sum, word) => sum + naturalWidth(word), 0)
  let x = (words[0]?.x ?? 0) + Math.max(0, measured - natural) / 2
  return words.map((word) => {
    const moved = { ...word, x }
    x += naturalWidth(word)
    return moved
  })
}

function naturalWidth(mark: Word): number {
  const runs = mark.kind === 'text' ? placedRuns(mark) : [katexRun(mark)]
  return runs.reduce((sum, run) => sum + run.width, 0)
}

type PlacedRun = {
  readonly face: FontFace
  readonly placed: PlacedText
  readonly width: number
}

function katexRun({ face, text, size }: Extract<FormulaMark, { kind: 'glyphs' }>): PlacedRun {
  return placedRun(face, placedByAdvance(face, text), size)
}

function placedRun(face: FontFace, placed: PlacedText, size: number): PlacedRun {
  return { face, placed, width: (placed.width / metricsOf(face).unitsPerEm) * size }
}

export function placedRuns(mark: TextMark): readonly PlacedRun[] {
  return runsByFace(mark).map(({ face, text }) => {
    const isIndic = [...text].some((character) => isDevanagari(character.codePointAt(0) ?? 0))
    const placed = isIndic ? shaperOf(face).place(text) : placedByAdvance(face, text)
    return placedRun(face, placed, mark.size)
  })
}

type FaceRun = { readonly face: FontFace; text: string }

/** What no font has, and spaces, go with what stands before. */
function runsByFace({ text, weight }: TextMark): readonly Readonly<FaceRun>[] {
  const style = { stack: 'sans', weight, isItalic: false } as const
  const runs: FaceRun[] = []
  for (const character of text) {
    const last = runs.at(-1)
    const own = /[\s\u200c\u200d]/u.test(character)
      ? last?.face
      : faceFor(character.codePointAt(0) ?? 0, style)
    const face = own ?? last?.face ?? mainFace(style)
    if (last?.face === face) last.text += character
    else runs.push({ face, text: character })
  }
  return runs
}

const shapers = new Map<string, Shaper>()

function shaperOf(face: FontFace): Shaper {
  const key = faceKey(face)
  const known = shapers.get(key) ?? openShaper(readFontFile(face))
  shapers.set(key, known)
  return known
}
