/** The institute's logo at the left of the foot: as high as small print of a few lines, so that it costs no text. */
import type { Pictures } from '../chart/picture.ts'
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import { type Element, makeElement } from '../typeset/structure.ts'
import type { Content } from './brief-block.ts'

export type FootLogo = {
  readonly alt: string
  readonly bytes: Uint8Array
  readonly widthPt: number
  readonly heightPt: number
}

const HEIGHT_MM = 9
const MOST_WIDTH_MM = 32
/** A logo as thin as a hair is still drawn. */
const LEAST_PT = 0.5
export const LOGO_GAP_MM = 4

export function findLogo(foot: readonly Content[], pictures: Pictures): FootLogo | undefined {
  for (const content of foot) {
    const picture = content.kind === 'picture' ? pictures.get(content.path) : undefined
    if (content.kind !== 'picture' || picture?.kind !== 'image') continue
    const { widthPx, heightPx, bytes } = picture.file
    const scale = Math.min(pointsOf(MOST_WIDTH_MM) / widthPx, pointsOf(HEIGHT_MM) / heightPx)
    return {
      alt: content.alt,
      bytes,
      widthPt: Math.max(LEAST_PT, widthPx * scale),
      heightPt: Math.max(LEAST_PT, heightPx * scale),
    }
  }
  return undefined
}

export function drawLogo(
  { alt, bytes, widthPt: width, heightPt: height }: FootLogo,
  place: { readonly x: number; readonly y: number; readonly parent: Element },
): readonly Mark[] {
  const box = { x: place.x, y: place.y, width, height }
  const tag = makeElement('Figure', place.parent, { alt, attribute: { name: 'BBox', value: box } })
  return [{ kind: 'image', ...box, bytes, tag }]
}
