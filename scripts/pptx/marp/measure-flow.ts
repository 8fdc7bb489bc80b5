/** How many lines the text of a Marp slide takes, in the metrics of the theme's font. */
import { measureText } from '../../font/measure-text.ts'
import type { FlowLine, FlowRun } from '../../marp/flow.ts'

/** Substituted fonts and kerning are a little wider than what we measure. */
const MARGIN = 1.03
/** Scripts that break between any two letters, each as wide as high (Unicode Standard Annex 11: W and F), and emoji. */
const WIDE_RE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u
const BREAK_RE = /([ \u200b]+)|(?<=\p{L}-)(?=\p{L})/u

export function countLines(runs: FlowLine, sizePx: number, widthPx: number): number {
  let lines = 1
  let used = 0
  for (const piece of piecesOf(runs, sizePx)) {
    if (piece.width < 0) {
      lines += 1
      used = 0
      continue
    }
    if (piece.isSpace) {
      used += used === 0 ? 0 : piece.width
      continue
    }
    if (used > 0 && used + piece.width > widthPx) {
      lines += 1
      used = 0
    }
    // A word wider than the line goes on in the next.
    const extra = Math.max(0, Math.ceil(piece.width / widthPx) - 1)
    lines += extra
    used = extra > 0 ? piece.width - extra * widthPx : used + piece.width
  }
  return lines
}

/** On one line; of several, the widest. */
export function widthOf(runs: FlowLine, sizePx: number): number {
  let widest = 0
  let width = 0
  for (const piece of piecesOf(runs, sizePx)) {
    width = piece.width < 0 ? 0 : width + piece.width
    widest = Math.max(widest, width)
  }
  return widest
}

export function widestWordOf(runs: FlowLine, sizePx: number): number {
  return Math.max(0, ...piecesOf(runs, sizePx).map(({ width, isSpace }) => (isSpace ? 0 : width)))
}

/** A width below zero is a break. */
type Piece = { readonly width: number; readonly isSpace: boolean }

function piecesOf(runs: FlowLine, sizePx: number): readonly Piece[] {
  const pieces: Piece[] = []
  let word = 0
  const close = (): void => {
    if (word > 0) pieces.push({ width: word, isSpace: false })
    word = 0
  }
  for (const run of runs) {
    if (run === 'break') {
      close()
      pieces.push({ width: -1, isSpace: false })
      continue
    }
    const width = widthIn(run, sizePx)
    for (const [index, part] of run.text.split(BREAK_RE).entries()) {
      if (part === undefined) close()
      else if (index % 2 === 1) {
        close()
        pieces.push({ width: width(part), isSpace: true })
      } else
        for (const stretch of part.split(new RegExp(`(${WIDE_RE.source})`, 'u'))) {
          if (stretch === '') continue
          if (!WIDE_RE.test(stretch)) word += width(stretch)
          else {
            close()
            pieces.push({ width: width(stretch), isSpace: false })
          }
        }
    }
  }
  close()
  return pieces
}

function widthIn(run: FlowRun, sizePx: number): (text: string) => number {
  const size = sizePx * (run.scale ?? 1) * (run.rise === undefined ? 1 : 0.66) * MARGIN
  const stack = run.isCode === true ? 'mono' : 'sans'
  const font = {
    stack,
    weight: run.isStrong === true ? 700 : 400,
    isItalic: run.isItalic === true && stack === 'sans',
  } as const
  return (text) => (WIDE_RE.test(text) ? size * 1.04 : measureText(text, font) * size)
}
