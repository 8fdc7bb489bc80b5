/** The sheets of a printed handout as pdf.js sees them: places of words, ruled lines and pictures, in millimetres. */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Word = {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Of the baseline, from the top. */
  readonly baseline: number
  readonly sizePt: number
}

export type Rule = { readonly left: number; readonly right: number; readonly top: number }

export type Sheet = {
  readonly widthMm: number
  readonly heightMm: number
  readonly words: readonly Word[]
  readonly text: string
  /** Stroked lines that lie. */
  readonly rules: readonly Rule[]
  readonly pictureCount: number
}

const MM = 25.4 / 72

export async function readSheets(pdf: Uint8Array): Promise<readonly Sheet[]> {
  // pdf.js takes the buffer over: hand it a copy.
  const loading = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await loading.promise
  const sheets: Sheet[] = []
  for (let number = 1; number <= document.numPages; number++)
    sheets.push(await readSheet(await document.getPage(number)))
  await loading.destroy()
  return sheets
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function readSheet(page: Page): Promise<Sheet> {
  const [, , widthPt = 0, heightPt = 0] = page.view
  const { items } = await page.getTextContent()
  const words = items.flatMap((item): readonly Word[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [, , , scale = 0, x = 0, y = 0] = item.transform.map(Number)
    const left = x * MM
    const right = left + item.width * MM
    return [{ text: item.str, left, right, baseline: (heightPt - y) * MM, sizePt: Math.abs(scale) }]
  })
  const { fnArray, argsArray } = await page.getOperatorList()
  return {
    widthMm: widthPt * MM,
    heightMm: heightPt * MM,
    words,
    text: words.map(({ text }) => text).join(' '),
    rules: rulesOf(fnArray, argsArray, heightPt),
    pictureCount: fnArray.filter((code) => PICTURES.includes(code)).length,
  }
}

const PICTURES: readonly number[] = [
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
]

/** Six numbers (ISO 32000-1, 8.3.3). */
type Matrix = readonly number[]

function rulesOf(
  codes: readonly number[],
  values: readonly unknown[],
  heightPt: number,
): readonly Rule[] {
  const rules: Rule[] = []
  const kept: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [index, code] of codes.entries()) {
    if (code === OPS.save) kept.push(matrix)
    else if (code === OPS.restore) matrix = kept.pop() ?? matrix
    else if (code === OPS.transform) matrix = multiply(matrix, values[index] as Matrix)
    else if (code === OPS.constructPath) {
      // pdf.js: what is done with the path, its segments, its box.
      const [paint, [segments]] = values[index] as [number, [Record<number, number> | null]]
      if (paint === OPS.stroke && segments !== null)
        rules.push(...lyingLines(Object.values(segments), matrix, heightPt))
    }
  }
  return rules
}

function multiply([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, by: Matrix): Matrix {
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = by
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]
}

/** pdf.js' own numbers of segments, each with as many figures as it takes. */
const SEGMENT_LENGTHS = [2, 2, 6, 4, 0]

function lyingLines(data: readonly number[], matrix: Matrix, heightPt: number): readonly Rule[] {
  const [a = 1, , , d = 1, e = 0, f = 0] = matrix
  const rules: Rule[] = []
  let from: readonly number[] = [0, 0]
  for (let at = 0; at < data.length; ) {
    const kind = data[at] ?? 0
    const figures = data.slice(at + 1, at + 1 + (SEGMENT_LENGTHS[kind] ?? 0))
    const to = figures.slice(-2)
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = [...from, ...to]
    if (kind === 1 && y1 === y2) {
      const [left, right] = [a * x1 + e, a * x2 + e]
      rules.push({ left: left * MM, right: right * MM, top: (heightPt - (d * y1 + f)) * MM })
    }
    if (to.length === 2) from = to
    at += 1 + figures.length
  }
  return rules
}
