/**
 * The content stream of a page as Skia writes it, cut into what paints and what does not (ISO 32000-1, 8.2). Skia
 * ends every line with an operator, so that lines are enough; a page that is not written so is refused.
 */
import { UnexpectedPdf } from './unexpected-pdf.ts'

/** A stretch of the stream that puts something on the page: nothing may come between its two ends. */
export type Painting = {
  readonly kind: 'text' | 'path' | 'object'
  readonly start: number
  readonly end: number
  /** Of the marked-content sequence that Skia has it in; -1: of none. */
  readonly mcid: number
}

export type PageContent = {
  readonly source: string
  readonly paintings: readonly Painting[]
  /** Lines that open and close the sequences. */
  readonly marks: readonly Stretch[]
}

export type Stretch = { readonly start: number; readonly end: number }

type Scan = {
  readonly source: string
  readonly paintings: Painting[]
  readonly marks: Stretch[]
  /** Sequences that are open, the innermost last. */
  readonly open: number[]
  /** Where the path began that is not painted yet; -1: there is none. */
  pathStart: number
}

export function readPageContent(source: string): PageContent {
  const scan: Scan = { source, paintings: [], marks: [], open: [], pathStart: -1 }
  for (let at = 0; at < source.length; ) {
    const lineEnd = source.indexOf('\n', at)
    const end = lineEnd < 0 ? source.length : lineEnd + 1
    at = readLine(scan, at, end)
  }
  if (scan.open.length > 0 || scan.pathStart >= 0)
    throw new UnexpectedPdf('the content of a page breaks off')
  return scan
}

/** Operators that paint a path, and the one that only ends it. */
const PAINTS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])

function readLine(scan: Scan, start: number, end: number): number {
  const operator = operatorOf(scan.source, end)
  if (operator === 'm' || operator === 're') {
    if (scan.pathStart < 0) scan.pathStart = start
  } else if (PAINTS.has(operator)) {
    addPainting(scan, 'path', { start: scan.pathStart < 0 ? start : scan.pathStart, end })
    scan.pathStart = -1
  } else if (operator === 'n') scan.pathStart = -1
  else if (operator === 'Do' || operator === 'sh') addPainting(scan, 'object', { start, end })
  else if (operator === 'BT') return readText(scan, start)
  else if (operator === 'BDC' || operator === 'BMC') openMark(scan, start, end)
  else if (operator === 'EMC') closeMark(scan, start, end)
  else if (operator === 'BI') throw new UnexpectedPdf('a page holds a picture in its content')
  return end
}

function operatorOf(source: string, end: number): string {
  let last = end
  while (last > 0 && source.charCodeAt(last - 1) <= 0x20) last--
  let first = last
  while (first > 0 && isRegular(source.charCodeAt(first - 1))) first--
  return source.slice(first, last)
}

/** Letters and `*`, of which operators are made. */
function isRegular(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x2a
}

function addPainting(scan: Scan, kind: Painting['kind'], { start, end }: Stretch): void {
  const mcid = scan.open.findLast((each) => each >= 0) ?? -1
  scan.paintings.push({ kind, start, end, mcid })
}

function readText(scan: Scan, start: number): number {
  const close = scan.source.indexOf('\nET', start)
  if (close < 0) throw new UnexpectedPdf('a text object has no end')
  const lineEnd = scan.source.indexOf('\n', close + 1)
  const end = lineEnd < 0 ? scan.source.length : lineEnd + 1
  if (scan.source.slice(start, end).includes('/MCID'))
    throw new UnexpectedPdf('tagged content begins inside a text object')
  addPainting(scan, 'text', { start, end })
  return end
}

function openMark(scan: Scan, start: number, end: number): void {
  const mcid = /\/MCID\s+(\d+)/.exec(scan.source.slice(start, end))?.[1]
  scan.open.push(mcid === undefined ? -1 : Number(mcid))
  scan.marks.push({ start, end })
}

function closeMark(scan: Scan, start: number, end: number): void {
  if (scan.open.pop() === undefined) throw new UnexpectedPdf('a mark is closed that is not open')
  scan.marks.push({ start, end })
}
