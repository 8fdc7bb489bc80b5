/**
 * The word gaps of a PDF that holds one paragraph, whoever wrote it: glyphs are placed by interpreting
 * the page's text operators (ISO 32000-1, 9.4) as pdf.js hands them out, so that every engine is
 * measured with the same ruler and no tool of the machine is needed.
 */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type GapFigures = {
  readonly lines: number
  /** Standard deviation and widest of the word gaps on justified lines (all but the last), in points. */
  readonly sd: number
  readonly worst: number
  readonly hyphens: number
  /** How far the widest line reaches over the measure, in points, hanging punctuation included. */
  readonly overrun: number
}

type PlacedGlyph = {
  readonly x: number
  readonly y: number
  readonly right: number
  readonly text: string
}

/** Nothing narrower than this share of the size is a word gap; kerning and tracking are. */
const LEAST_GAP_EM = 0.12

export async function measureGaps(
  pdf: Uint8Array,
  box: { readonly measurePt: number; readonly sizePt: number },
): Promise<GapFigures> {
  const lines = linesOf(await placeGlyphs(pdf))
  const gaps = lines.slice(0, -1).flatMap((line) => gapsOf(line, box.sizePt * LEAST_GAP_EM))
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length
  const left = mode(lines.map((line) => line[0]?.x ?? 0))
  const rights = lines.map((line) => Math.max(...line.map((glyph) => glyph.right)))
  return {
    lines: lines.length,
    sd: Math.sqrt(variance),
    worst: Math.max(...gaps),
    hyphens: lines.slice(0, -1).filter((line) => /[-\u2010\u00ad]$/u.test(textOf(line))).length,
    overrun: Math.max(0, Math.max(...rights) - left - box.measurePt),
  }
}

function textOf(line: readonly PlacedGlyph[]): string {
  return line.map((glyph) => glyph.text).join('')
}

/** The commonest left edge: a hanging quote must not move the measure. */
function mode(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values.map((exact) => Math.round(exact * 100) / 100))
    counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Glyphs that draw something, by baseline from the top; the small rise of a mark does not make a line. */
function linesOf(glyphs: readonly PlacedGlyph[]): readonly (readonly PlacedGlyph[])[] {
  const lines: { readonly y: number; readonly glyphs: PlacedGlyph[] }[] = []
  for (const glyph of glyphs) {
    const line = lines.find((candidate) => Math.abs(candidate.y - glyph.y) < 4)
    if (line === undefined) lines.push({ y: glyph.y, glyphs: [glyph] })
    else line.glyphs.push(glyph)
  }
  return lines
    .sort((a, b) => b.y - a.y)
    .map((line) => line.glyphs.sort((a, b) => a.x - b.x || a.right - b.right))
}

function gapsOf(line: readonly PlacedGlyph[], least: number): readonly number[] {
  const gaps: number[] = []
  let right = line[0]?.right ?? 0
  for (const glyph of line.slice(1)) {
    if (glyph.x - right > least) gaps.push(glyph.x - right)
    right = Math.max(right, glyph.right)
  }
  return gaps
}

type Matrix = readonly [number, number, number, number, number, number]
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ]
}

type TextState = {
  ctm: Matrix
  size: number
  widthScale: number
  charSpacing: number
  wordSpacing: number
  horizontal: number
  leading: number
}

/** One glyph, or a move, in what pdf.js hands to `showText`. */
type Shown =
  | number
  | { readonly width: number; readonly unicode: string; readonly isSpace: boolean }

class TextInterpreter {
  readonly glyphs: PlacedGlyph[] = []
  #state: TextState = {
    ctm: IDENTITY,
    size: 1,
    widthScale: 0.001,
    charSpacing: 0,
    wordSpacing: 0,
    horizontal: 1,
    leading: 0,
  }
  #stack: TextState[] = []
  #line: Matrix = IDENTITY
  #matrix: Matrix = IDENTITY

  run(operator: number, args: readonly unknown[]): void {
    const state = this.#state
    // The operator decides what its arguments are; pdf.js has checked them.
    const numbers = args as readonly number[]
    const first = numbers[0] ?? 0
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin)
      this.#stack.push({ ...state })
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd)
      this.#state = this.#stack.pop() ?? state
    if (operator === OPS.transform) this.#transform(args)
    if (operator === OPS.paintFormXObjectBegin && args[0] !== null) this.#transform(args[0])
    if (operator === OPS.beginText) this.#setLine(IDENTITY)
    if (operator === OPS.setFont) state.size = numbers[1] ?? 1
    if (operator === OPS.setCharSpacing) state.charSpacing = first
    if (operator === OPS.setWordSpacing) state.wordSpacing = first
    if (operator === OPS.setHScale) state.horizontal = first / 100
    if (operator === OPS.setLeading) state.leading = -first
    if (operator === OPS.setTextMatrix) this.#setLine(matrixOf(args))
    if (operator === OPS.moveText) this.#move(first, numbers[1] ?? 0)
    if (operator === OPS.setLeadingMoveText) {
      state.leading = numbers[1] ?? 0
      this.#move(first, numbers[1] ?? 0)
    }
    if (operator === OPS.nextLine) this.#move(0, state.leading)
    if (operator === OPS.showText) this.#show(args[0] as readonly Shown[])
  }

  #transform(by: unknown): void {
    this.#state.ctm = multiply(matrixOf(by), this.#state.ctm)
  }

  #setLine(matrix: Matrix): void {
    this.#line = matrix
    this.#matrix = matrix
  }

  #move(x: number, y: number): void {
    this.#setLine(multiply([1, 0, 0, 1, x, y], this.#line))
  }

  #show(shown: readonly Shown[]): void {
    const { size, widthScale, charSpacing, wordSpacing, horizontal } = this.#state
    for (const item of shown) {
      if (typeof item === 'number') {
        this.#advance(-item * size * 0.001 * horizontal)
        continue
      }
      const width = item.width * widthScale * size * horizontal
      if (item.unicode.trim() !== '') this.#place(item.unicode, width)
      this.#advance(width + (charSpacing + (item.isSpace ? wordSpacing : 0)) * horizontal)
    }
  }

  #advance(width: number): void {
    this.#matrix = multiply([1, 0, 0, 1, width, 0], this.#matrix)
  }

  #place(text: string, width: number): void {
    const [a, , , , x, y] = multiply(this.#matrix, this.#state.ctm)
    this.glyphs.push({ x, y, right: x + width * a, text })
  }
}

/** Six numbers, in a list, a typed array, or a list in a list. */
function matrixOf(value: unknown): Matrix {
  const list = Array.from(value as Iterable<unknown>)
  return (list.length === 1 ? matrixOf(list[0]) : list) as unknown as Matrix
}

async function placeGlyphs(pdf: Uint8Array): Promise<readonly PlacedGlyph[]> {
  const loading = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const page = await (await loading.promise).getPage(1)
  const { fnArray, argsArray } = await page.getOperatorList()
  const interpreter = new TextInterpreter()
  for (const [index, operator] of fnArray.entries())
    interpreter.run(operator, (argsArray[index] as readonly unknown[] | null) ?? [])
  await loading.destroy()
  return interpreter.glyphs
}
