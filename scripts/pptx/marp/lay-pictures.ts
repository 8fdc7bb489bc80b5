/** Pictures of a Marp slide in a row; what could not be read is a box with its words. */
import type { FlowPicture } from '../../marp/flow.ts'
import type { MarpPicture } from '../../marp/marp-pictures.ts'
import type { Box, PictureShape, Shape } from '../presentation.ts'
import type { Room } from './lay-text.ts'
import type { Laid, MarpCanvas } from './marp-canvas.ts'
import { asMedia } from './media.ts'

const GAP_PX = 20
/** One em of Marp's default theme. */
const EM_PX = 29
/** Of a picture that could not be read. */
const MISSING = { widthPx: 400, heightPx: 200 }

const LEAST_MISSING = { width: 220, height: 64 }

export type PictureRoom = Room & {
  /** The most that a picture may take at full scale. */
  readonly heightPx: number
}

export function layPictures(
  pictures: readonly FlowPicture[],
  canvas: MarpCanvas,
  { widthPx, heightPx: most, scale }: PictureRoom,
): Laid {
  const sizes = pictures.map((picture) => sizeOf(picture, canvas, { widthPx, heightPx: most }))
  const gaps = GAP_PX * (pictures.length - 1)
  const total = sizes.reduce((sum, { width }) => sum + width, 0) * scale
  const fit = scale * Math.min(1, (widthPx - gaps) / Math.max(1, total))
  const heightPx = Math.max(0, ...sizes.map(({ height }) => height * fit))
  const isMiddle = canvas.isCentered || pictures.some(isCenter)
  return {
    heightPx,
    draw({ x, y, width }) {
      const used = sizes.reduce((sum, size) => sum + size.width * fit, gaps)
      let left = isMiddle ? x + (width - used) / 2 : x
      return pictures.flatMap((picture, index) => {
        const size = sizes[index] ?? { width: 0, height: 0 }
        const box = { x: left, y, width: size.width * fit, height: size.height * fit }
        left += box.width + GAP_PX
        return drawPicture(picture, box, canvas)
      })
    },
  }
}

/** A word that many themes of Marp know. */
function isCenter({ alt }: FlowPicture): boolean {
  return /\bcenter\b/.test(alt)
}

function sizeOf(
  picture: FlowPicture,
  { pictures }: MarpCanvas,
  room: { readonly widthPx: number; readonly heightPx: number },
): { readonly width: number; readonly height: number } {
  const own = pictures.get(picture.src)
  const natural = own === undefined || own.widthPx === 0 ? MISSING : own
  const ratio = natural.heightPx / natural.widthPx
  const width = lengthPx(picture.width, room.widthPx)
  const height = lengthPx(picture.height, room.heightPx)
  const wanted = {
    width: width ?? (height === undefined ? natural.widthPx : height / ratio),
    height: height ?? (width ?? natural.widthPx) * ratio,
  }
  // Words have to be read also where a small sign would stand.
  if (own === undefined) {
    wanted.width = Math.max(wanted.width, LEAST_MISSING.width)
    wanted.height = Math.max(wanted.height, LEAST_MISSING.height)
  }
  const shrink = Math.min(1, room.widthPx / wanted.width, room.heightPx / wanted.height)
  return { width: Math.max(1, wanted.width * shrink), height: Math.max(1, wanted.height * shrink) }
}

const UNITS: Readonly<Record<string, number>> = {
  px: 1,
  '': 1,
  em: EM_PX,
  rem: EM_PX,
  ch: EM_PX / 2,
  ex: EM_PX / 2,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pt: 96 / 72,
  pc: 16,
}

/** @param wholePx what a percentage is of */
export function lengthPx(length: string, wholePx: number): number | undefined {
  const [, number = '', unit = ''] = /^([\d.]+)(%|[a-z]*)$/.exec(length.trim()) ?? []
  const value =
    Number.parseFloat(number) * (unit === '%' ? wholePx / 100 : (UNITS[unit] ?? Number.NaN))
  return value > 0 && Number.isFinite(value) ? value : undefined
}

function drawPicture(picture: FlowPicture, box: Box, canvas: MarpCanvas): readonly Shape[] {
  const { alt, opacity } = picture
  const own = canvas.pictures.get(picture.src)
  const link = picture.link === undefined ? undefined : canvas.linkOf(picture.link)
  if (own === undefined) return [missingPicture(alt || nameOf(picture.src), box, canvas)]
  // Nobody described it: its name says more than nothing.
  const words = alt || nameOf(picture.src).replace(/\.\w+$/, '') || 'Picture'
  return [pictureShape(own, { alt: words, box, opacity, link })]
}

export type PictureLook = {
  readonly alt: string
  readonly box: Box
  readonly opacity: number
  readonly link: string | undefined
}

export function pictureShape(
  own: MarpPicture,
  { alt, box, opacity, link }: PictureLook,
): PictureShape {
  return {
    kind: 'picture',
    name: 'Picture',
    box,
    alt,
    ...asMedia(own),
    ...(opacity < 1 && { opacity }),
    ...(link !== undefined && { link }),
  }
}

/** The words that the picture would have, in a box of its own. */
export function missingPicture(words: string, box: Box, { color, tokens }: MarpCanvas): Shape {
  const sizePx = Math.max(10, Math.min(tokens.sizes.credit.sizePx, box.height / 4))
  return {
    kind: 'text',
    name: 'Missing picture',
    geometry: 'rect',
    box,
    fill: 'tint',
    text: {
      anchor: 'middle',
      insetsPx: { x: 8, y: 4 },
      paragraphs: [
        {
          runs: words === '' ? [] : [{ text: words }],
          level: 0,
          bullet: 'none',
          align: 'center',
          sizePx,
          linePx: sizePx * 1.3,
          beforePx: 0,
          color: color ?? 'ink',
        },
      ],
    },
  }
}

export function nameOf(src: string): string {
  if (src.startsWith('data:')) return ''
  const path = src.replace(/[?#].*$/, '')
  return path.slice(path.lastIndexOf('/') + 1).slice(0, 60)
}
