/** Pictures behind a slide, or in the part of it that a split gives them. */
import type { Background, MarpSlide } from '../../marp/marp-deck.ts'
import type { MarpPicture, MarpPictures } from '../../marp/marp-pictures.ts'
import type { DeckTokens } from '../../theme/deck-tokens.ts'
import type { Box, PictureShape, Shape } from '../presentation.ts'
import { lengthPx, pictureShape } from './lay-pictures.ts'

export type Backdrop = {
  readonly shapes: readonly Shape[]
  /** What is left for the text; undefined: the whole slide. */
  readonly room: Pick<Box, 'x' | 'width'> | undefined
  /** A picture stands behind the text. */
  readonly isBehind: boolean
}

/** A split whose pictures could not be read leaves the whole slide to the text. */
export function layBackdrop(
  slide: MarpSlide,
  pictures: MarpPictures,
  tokens: DeckTokens,
): Backdrop {
  const found = slide.backgrounds.flatMap((background) => {
    const picture = pictures.get(background.src)
    return picture === undefined ? [] : [{ background, picture }]
  })
  if (found.length === 0) return { shapes: [], room: undefined, isBehind: false }
  const { widthPx, heightPx } = tokens
  const area = splitArea(slide, { x: 0, y: 0, width: widthPx, height: heightPx })
  const shapes = found.map(({ background, picture }, index) => {
    const part = slide.isVertical
      ? { y: area.y + (area.height / found.length) * index, height: area.height / found.length }
      : { x: area.x + (area.width / found.length) * index, width: area.width / found.length }
    return drawBackground(background, picture, { ...area, ...part })
  })
  if (slide.split === undefined) return { shapes, room: undefined, isBehind: true }
  const margin = Math.min(tokens.marginXPx, 56)
  const x = slide.split.side === 'left' ? area.width + margin : tokens.marginXPx
  const end = slide.split.side === 'left' ? widthPx - margin : area.x - margin
  return { shapes, room: { x, width: Math.max(80, end - x) }, isBehind: false }
}

function splitArea({ split }: MarpSlide, whole: Box): Box {
  if (split === undefined) return whole
  const width = whole.width * split.share
  return { ...whole, width, x: split.side === 'left' ? 0 : whole.width - width }
}

function drawBackground(
  { alt, size, opacity }: Background,
  picture: MarpPicture,
  area: Box,
): PictureShape {
  const look = { alt, opacity, link: undefined }
  const silent = alt === '' ? { isDecorative: true as const } : {}
  if (picture.widthPx === 0) return { ...pictureShape(picture, { ...look, box: area }), ...silent }
  const scale = scaleOf(size, picture, area)
  const width = picture.widthPx * scale
  const height = picture.heightPx * scale
  const box = {
    x: area.x + Math.max(0, (area.width - width) / 2),
    y: area.y + Math.max(0, (area.height - height) / 2),
    width: Math.min(width, area.width),
    height: Math.min(height, area.height),
  }
  const shape = { ...pictureShape(picture, { ...look, box }), name: 'Background', ...silent }
  // What stands over the edge of its part is cut off at both sides.
  const x = Math.max(0, 1 - area.width / width) / 2
  const y = Math.max(0, 1 - area.height / height) / 2
  return x === 0 && y === 0 ? shape : { ...shape, crop: { left: x, right: x, top: y, bottom: y } }
}

/** CSS Backgrounds 3, 3.9 `background-size`. */
function scaleOf(size: string, { widthPx, heightPx }: MarpPicture, area: Box): number {
  const cover = Math.max(area.width / widthPx, area.height / heightPx)
  if (size === 'contain') return Math.min(area.width / widthPx, area.height / heightPx)
  if (size === 'cover') return cover
  if (size === 'auto') return 1
  const [first = '', second = ''] = size.split(/\s+/)
  const width = lengthPx(first, area.width)
  const height = lengthPx(second, area.height)
  if (width !== undefined) return width / widthPx
  return height === undefined ? cover : height / heightPx
}
