/** Words of a PDF with their places, in the order in which they are drawn, by poppler. */
import { execFileSync } from 'node:child_process'
import { unescapeXml } from './letters.ts'

/** In points from the top left. */
export type Box = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export type PdfWord = Box & { readonly text: string }

export type PdfPage = {
  readonly width: number
  readonly height: number
  readonly words: readonly PdfWord[]
}

const PAGE = /<page width="([\d.]+)" height="([\d.]+)">([\s\S]*?)<\/page>/g
const WORD =
  /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([\s\S]*?)<\/word>/g

export function readPdfPages(pdf: string): readonly PdfPage[] {
  const xml = execFileSync('pdftotext', ['-raw', '-bbox', pdf, '-'], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return [...xml.matchAll(PAGE)].map(([, width, height, inner = '']) => ({
    width: Number(width),
    height: Number(height),
    words: [...inner.matchAll(WORD)].map(([, left, top, right, bottom, text = '']) => ({
      left: Number(left),
      top: Number(top),
      right: Number(right),
      bottom: Number(bottom),
      text: unescapeXml(text),
    })),
  }))
}
