/** A formula after layout → marks at a place on the page. */
import { metricsOf } from '../font/coverage.ts'
import type { FontFace } from '../font/faces.ts'
import { faceKey } from '../font/faces.ts'
import type { FormulaMark } from '../math/formula-box.ts'
import { readSvgPath } from '../math/svg-path.ts'
import { breakParagraph } from '../typeset/break-paragraph.ts'
import { neverHyphenate } from '../typeset/hyphenate.ts'
import type { Mark } from '../typeset/mark.ts'
import { makeItems } from '../typeset/paragraph-items.ts'
import { setLine } from '../typeset/set-line.ts'
import type { ShapedRun } from '../typeset/shape-run.ts'
import type { ShapedGlyph } from '../typeset/shaped-glyph.ts'
import type { Tag } from '../typeset/structure.ts'
import { makeSpan } from '../typeset/text-span.ts'

export type FormulaPlace = {
  /** Of the baseline. */
  readonly x: number
  readonly y: number
  /** Of an em of the formula. */
  readonly emPt: number
  readonly ink: string
  /** Of what stands in `\color`: any colour of the author's is the theme's one. */
  readonly accent: string
  readonly tag: Tag
}

export function drawFormula(marks: readonly FormulaMark[], place: FormulaPlace): readonly Mark[] {
  return marks.flatMap((mark) => drawMark(mark, place))
}

function drawMark(mark: FormulaMark, place: FormulaPlace): readonly Mark[] {
  const { emPt, tag } = place
  const color = mark.isColored ? place.accent : place.ink
  const x = (at: number): number => place.x + at * emPt
  const y = (at: number): number => place.y + at * emPt
  switch (mark.kind) {
    case 'glyphs':
      return drawGlyphs(mark, { ...place, x: x(mark.x), y: y(mark.y) }, color)
    case 'text':
      return drawText(mark, { ...place, x: x(mark.x), y: y(mark.y) }, color)
    case 'rule': {
      const size = { width: mark.width * emPt, height: mark.height * emPt }
      return [{ kind: 'rect', x: x(mark.x), y: y(mark.y), ...size, fill: color, tag }]
    }
    case 'stroke': {
      const ends = { x1: x(mark.x1), y1: y(mark.y1), x2: x(mark.x2), y2: y(mark.y2) }
      return [{ kind: 'line', ...ends, widthPt: mark.thickness * emPt, stroke: color, tag }]
    }
    case 'path': {
      // What is cut off are the straight tails of roots, braces and arrows: they end at the edge instead.
      const { clip } = mark
      const cut = (at: number): number => Math.min(clip.x + clip.width, Math.max(clip.x, at))
      const steps = readSvgPath(mark.data, {
        x: (at) => x(cut(mark.x + at * mark.scaleX)),
        y: (at) => y(mark.y + at * mark.scaleY),
      })
      return [{ kind: 'path', steps, fill: color, widthPt: 0, tag }]
    }
  }
}

function drawGlyphs(
  { face, text, size }: Extract<FormulaMark, { kind: 'glyphs' }>,
  { x, y, emPt, tag }: FormulaPlace,
  color: string,
): readonly Mark[] {
  const run = runOf(face, text)
  const sizePt = size * emPt
  const look = { sizePt, risePt: 0, trackingPt: 0, widthScale: 1, color }
  const piece = {
    kind: 'glyphs',
    run,
    from: 0,
    to: run.glyphs.length,
    ...look,
    inline: undefined,
    isSoftHyphen: false,
  } as const
  return [{ kind: 'text', x, y, pieces: [piece], tag }]
}

const runs = new Map<string, ShapedRun>()

/** KaTeX places every glyph: neither kerning nor ligatures are wanted. */
function runOf(face: FontFace, text: string): ShapedRun {
  const key = `${faceKey(face)} ${text}`
  const known = runs.get(key)
  if (known !== undefined) return known
  const { glyphOf, advanceOf, unitsPerEm } = metricsOf(face)
  const glyphs = [...text].map((character): ShapedGlyph => {
    const codePoint = character.codePointAt(0) ?? 0
    const id = glyphOf(codePoint)
    const advance = advanceOf(id) / unitsPerEm
    return { id, parts: [], defaultAdvance: advance, advance, codePoints: [publicOf(codePoint)] }
  })
  const width = glyphs.reduce((sum, { advance }) => sum + advance, 0)
  const ends = glyphs.map((_, index) => [...text].slice(0, index + 1).join('').length)
  const run = { face, key: faceKey(face), text, glyphs, ends, width, isDevanagari: false }
  runs.set(key, run)
  return run
}

/** KaTeX keeps the stroke of `\not` and a few others where Unicode has no names (ISO 19005-2, 6.2.11.7.3). */
function publicOf(codePoint: number): number {
  const isPrivate = codePoint >= 0xe000 && codePoint <= 0xf8ff
  return isPrivate ? (codePoint === 0xe020 ? 0x338 : 0x25a1) : codePoint
}

function drawText(
  { text, size, weight }: Extract<FormulaMark, { kind: 'text' }>,
  { x, y, emPt, tag }: FormulaPlace,
  color: string,
): readonly Mark[] {
  const style = { stack: 'sans', weight, isItalic: false } as const
  const items = makeItems([makeSpan(text, { style, color })], {
    hyphenate: neverHyphenate,
    longWordEm: Number.POSITIVE_INFINITY,
  })
  const [line] = breakParagraph(items, Number.MAX_SAFE_INTEGER, 'ragged')
  return line === undefined ? [] : setLine(items, line, { x, y, sizePt: size * emPt, tag })
}
