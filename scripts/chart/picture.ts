/**
 * What an image reference in deck or brief Markdown stands for. Renderers look the path up here and
 * never open a file: `![alt](charts/trade.svg)` is a chart, `diagrams/…` a diagram, `images/…` a photograph,
 * `qr.svg` a QR code.
 */
import type { Chart, ImageFile } from '../topic/topic.ts'
import type { ChartPart } from './chart-style.ts'
import type { DiagramPlan } from './diagram/plan.ts'

export type Picture =
  /** Without `part`, the whole chart. */
  | { readonly kind: 'chart'; readonly chart: Chart; readonly part?: ChartPart }
  | { readonly kind: 'image'; readonly file: ImageFile }
  /** Laid out in several ways; each page takes the one that fits it. */
  | { readonly kind: 'diagram'; readonly plans: readonly DiagramPlan[] }
  /** A QR code of `url`, drawn as squares. */
  | { readonly kind: 'qr'; readonly url: string }

export type Pictures = ReadonlyMap<string, Picture>

/**
 * The path that a destination of Markdown names: markdown-it percent-encodes what is not ASCII. No path of ours holds a
 * percent sign.
 */
export function picturePath(destination: string): string {
  try {
    return decodeURI(destination)
  } catch {
    // A template wrote it: found nowhere, and told as written.
    return destination
  }
}

/** `charts/trade-2of3.svg`: the deck shows the second third of `charts/trade.svg` there. */
export function partPath(path: string, { number, of }: ChartPart): string {
  return path.replace(/\.svg$/u, `-${number}of${of}.svg`)
}

const PART = /-(\d{1,3})of(\d{1,3})\.svg$/u

/** The picture of a path, or the part of a chart that it names. */
export function findPicture(pictures: Pictures, path: string): Picture | undefined {
  const whole = pictures.get(path)
  if (whole !== undefined) return whole
  const [ending, number, of] = PART.exec(path) ?? []
  if (ending === undefined) return undefined
  const chart = pictures.get(`${path.slice(0, -ending.length)}.svg`)
  const part = { number: Number(number), of: Number(of) }
  const isPart = part.number >= 1 && part.number <= part.of
  return chart?.kind === 'chart' && isPart ? { ...chart, part } : undefined
}

/** Every picture that the images of a Markdown text name, by path, each once. */
export function picturesNamed(pictures: Pictures, markdown: string): Pictures {
  const found = new Map<string, Picture>()
  for (const [, path = ''] of markdown.matchAll(/\]\(([^()\s]+)\)/gu)) {
    const picture = findPicture(pictures, path)
    if (picture !== undefined) found.set(path, picture)
  }
  return found
}
