/** Charts, photographs and QR codes in a column, with their caption above. */
import { drawChart } from '../chart/draw-chart.ts'
import { drawQr } from '../chart/draw-qr.ts'
import type { Picture } from '../chart/picture.ts'
import { pointsOf } from '../typeset/length.ts'
import type { Mark, Tag } from '../typeset/mark.ts'
import { type Atom, makeAtom } from './atom.ts'
import { BriefMarkdownError, type Content } from './brief-block.ts'
import { drawDrawing } from './draw-drawing.ts'
import type { Frame } from './frame.ts'
import { drawText, setText } from './text-block.ts'

type PictureContent = Extract<Content, { kind: 'picture' }>

/** A picture may take this share of a column's height. */
const MAX_HEIGHT_SHARE = 0.4
/** Enlarged further, a photograph shows its pixels on paper. */
const MIN_PIXELS_PER_INCH = 110
const CAPTION_LEADING = 1.28
const CAPTION_GAP = 2.5

type Painted = {
  readonly heightPt: number
  draw(place: { readonly x: number; readonly y: number; readonly tag: Tag }): readonly Mark[]
}

export function measurePicture(content: PictureContent, frame: Frame): readonly Atom[] {
  const { setting, sizePt } = frame
  const picture = frame.pictures.get(content.path)
  if (picture === undefined) {
    throw new BriefMarkdownError(content.line, `no picture is called ${content.path}`)
  }
  const captionSize = sizePt * setting.tokens.captionScale
  const leadingPt = captionSize * CAPTION_LEADING * (setting.lang === 'hi' ? 1.1 : 1)
  const caption = setText(setting.items(content.caption, 'caption'), {
    widthPt: frame.widthPt - frame.indentPt,
    sizePt: captionSize,
    style: 'ragged',
  })
  const captionHeight = caption.lines.length * leadingPt
  const gap = captionHeight === 0 ? 0 : CAPTION_GAP
  const painted = paintPicture(picture, content, frame)
  const captionTag: Tag = { part: frame.part, role: 'caption', block: frame.nextBlock() }
  const tag: Tag = { part: frame.part, role: 'figure', block: frame.nextBlock() }
  return [
    makeAtom({
      part: frame.part,
      box: frame.box,
      fixedPt: captionHeight + gap + painted.heightPt,
      innerGapPt: 2,
      draw: ({ x, y }) => [
        ...drawText(caption, { x: x + frame.indentPt, y, leadingPt, tag: captionTag }),
        ...painted.draw({ x: x + frame.indentPt, y: y + captionHeight + gap, tag }),
      ],
    }),
  ]
}

function paintPicture(picture: Picture, content: PictureContent, frame: Frame): Painted {
  const { setting, sizePt } = frame
  const widthPt = frame.widthPt - frame.indentPt
  const maxHeight = frame.columnHeightPt * MAX_HEIGHT_SHARE
  switch (picture.kind) {
    case 'chart': {
      const drawing = drawChart(picture.chart, {
        width: widthPt,
        maxHeight,
        textSize: sizePt * setting.tokens.chartTextScale,
        colors: setting.colors,
      })
      return { heightPt: drawing.height, draw: (place) => drawDrawing(drawing, place) }
    }
    case 'qr': {
      const size = pointsOf(setting.tokens.qrSizeMm)
      const drawing = drawQr(picture.url, { size, color: setting.colors.ink })
      return { heightPt: size, draw: (place) => drawDrawing(drawing, place) }
    }
    case 'image':
      return paintImage(picture.file, content.alt, { widthPt, maxHeight })
  }
}

function paintImage(
  file: Extract<Picture, { kind: 'image' }>['file'],
  alt: string,
  room: { readonly widthPt: number; readonly maxHeight: number },
): Painted {
  const pixel = 72 / MIN_PIXELS_PER_INCH
  const scale = Math.min(room.widthPt / file.widthPx, room.maxHeight / file.heightPx, pixel)
  const width = file.widthPx * scale
  const height = file.heightPx * scale
  return {
    heightPt: height,
    draw: (place) => [{ kind: 'image', ...place, width, height, bytes: file.bytes, alt }],
  }
}
