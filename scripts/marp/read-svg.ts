/** An SVG that somebody brings: well-formed, without programs, loading nothing; and how big it wants to be. */
import { SaxesParser } from 'saxes'
import { findFetches } from '../deck/find-fetches.ts'
import type { PictureKind } from './picture-kind.ts'

const LENGTH_RE = /^\s*([\d.]+)(px|pt|in|cm|mm|pc)?\s*$/
const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
}

export function readSvgSize(text: string): PictureKind | string {
  if (/<!ENTITY/i.test(text)) return 'its SVG defines entities'
  if (/<script|<foreignObject/i.test(text)) return 'its SVG holds a program or a page'
  if (findFetches(text).length > 0) return 'its SVG would load something'
  let root: ReadonlyMap<string, string> | undefined
  let fault: string | undefined
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    fault ??= error.message
  })
  parser.on('opentag', ({ attributes }) => {
    root ??= new Map(Object.entries(attributes).map(([name, value]) => [name, String(value)]))
  })
  parser.write(text).close()
  if (fault !== undefined || root === undefined) return 'its SVG is not well-formed'
  return { mime: 'image/svg+xml', ...sizeOf(root) }
}

function sizeOf(root: ReadonlyMap<string, string>): Pick<PictureKind, 'widthPx' | 'heightPx'> {
  const box = (root.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [, , boxWidth = 0, boxHeight = 0] = box.length === 4 ? box : []
  const width = lengthOf(root.get('width'))
  const height = lengthOf(root.get('height'))
  const ratio = boxWidth > 0 && boxHeight > 0 ? boxHeight / boxWidth : undefined
  const widthPx = width ?? (height !== undefined && ratio !== undefined ? height / ratio : boxWidth)
  const heightPx = height ?? (ratio === undefined ? 0 : widthPx * ratio)
  return widthPx > 0 && heightPx > 0 ? { widthPx, heightPx } : { widthPx: 0, heightPx: 0 }
}

function lengthOf(written: string | undefined): number | undefined {
  const [, number, unit = 'px'] = LENGTH_RE.exec(written ?? '') ?? []
  const length = Number(number) * (UNITS[unit] ?? 1)
  return length > 0 ? length : undefined
}
