/** Charts, photographs and QR codes in a column, with their caption above. */
import { pageRoom } from '../chart/diagram/diagram-room.ts'
import { type DiagramPlan, drawPlan, fitPlan, printPalette } from '../chart/diagram/plan.ts'
import { drawChart } from '../chart/draw-chart.ts'
import { drawQr } from '../chart/draw-qr.ts'
import type { Drawing } from '../chart/drawing.ts'
import type { Picture } from '../chart/picture.ts'
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import { LAYOUT, makeElement, type PageRect, type Tag } from '../typeset/structure.ts'
import { type Atom, makeAtom } from './atom.ts'
import { BriefMarkdownError, type Content } from './brief-block.ts'
import { drawDrawing } from './draw-drawing.ts'
import type { Frame } from './frame.ts'
import { sizeRange } from './size-range.ts'
import { drawText, setText } from './text-block.ts'

type PictureContent = Extract<Content, { kind: 'picture' }>

/** A picture may take this share of a column's height. */
const MAX_HEIGHT_SHARE = 0.4
/** Enlarged further, a photograph shows its pixels on paper. */
const MIN_PIXELS_PER_INCH = 110
/** A caption is mostly one line: its Devanagari needs less than that of running text. */
export const HINDI_CAPTION_SCALE = 1.1
const CAPTION_GAP = 2.5

type Painted = {
  /** What it says where nobody described it. */
  readonly words: string
  readonly widthPt: number
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
  const leadingPt =
    captionSize * setting.tokens.captionLeading * (setting.lang === 'hi' ? HINDI_CAPTION_SCALE : 1)
  const caption = setText(setting.items(content.caption, 'caption'), {
    widthPt: frame.widthPt - frame.indentPt,
    sizePt: captionSize,
    style: 'ragged',
  })
  const captionHeight = caption.lines.length * leadingPt
  const gap = captionHeight === 0 ? 0 : CAPTION_GAP
  const painted = paintPicture(picture, frame)
  // Outside the figure, because its alternative text is read in place of all that is inside.
  const parent = captionHeight === 0 ? frame.parent : makeElement('Div', frame.parent)
  const captionTag = makeElement('Caption', parent)
  const alt = altOf(content, painted)
  const tagAt = (value: PageRect): Tag =>
    alt === '' ? LAYOUT : makeElement('Figure', parent, { alt, attribute: { name: 'BBox', value } })
  return [
    makeAtom({
      part: frame.part,
      box: frame.box,
      fixedPt: captionHeight + gap + painted.heightPt,
      innerGapPt: 2,
      draw: (place) => {
        const x = place.x + frame.indentPt
        const y = place.y + captionHeight + gap
        const tag = tagAt({ x, y, width: painted.widthPt, height: painted.heightPt })
        return [
          ...drawText(caption, { x, y: place.y, leadingPt, tag: captionTag }),
          ...painted.draw({ x, y, tag }),
        ]
      },
    }),
  ]
}

/** Empty for a photograph that nobody described: it is furniture then. */
function altOf({ alt, caption }: PictureContent, painted: Painted): string {
  if (alt !== '') return alt
  const words = [caption.map((span) => span.text).join(''), painted.words]
  return words.filter((text) => text !== '').join(': ')
}

function wordsIn({ shapes }: Drawing): string {
  return shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : [])).join(' ')
}

function paintPicture(picture: Picture, frame: Frame): Painted {
  const { setting, sizePt } = frame
  const widthPt = frame.widthPt - frame.indentPt
  const maxHeight = frame.columnHeightPt * MAX_HEIGHT_SHARE
  switch (picture.kind) {
    case 'chart': {
      const textSize = sizePt * setting.tokens.chartTextScale
      const { least } = sizeRange(setting.tokens, setting.preset)
      // What cannot be read is not printed: a chart of many bars takes the height it needs instead.
      const drawing = drawChart(picture.chart, {
        width: widthPt,
        maxHeight,
        textSize,
        minTextSize: Math.min(textSize, least * setting.tokens.chartTextScale),
        colors: setting.colors,
      })
      return {
        words: wordsIn(drawing),
        widthPt,
        heightPt: drawing.height,
        draw: (place) => drawDrawing(drawing, place),
      }
    }
    case 'diagram':
      return paintDiagram(picture.plans, frame, { widthPt, maxHeight })
    case 'qr': {
      const size = pointsOf(setting.tokens.qrSizeMm)
      const drawing = drawQr(picture.url, { size, color: setting.colors.ink })
      return {
        words: picture.url,
        widthPt: size,
        heightPt: size,
        draw: (place) => drawDrawing(drawing, place),
      }
    }
    case 'image':
      return paintImage(picture.file, { widthPt, maxHeight })
  }
}

/** In type that can be read, if need be higher than other pictures may be. */
function paintDiagram(
  plans: readonly DiagramPlan[],
  { setting, sizePt }: Frame,
  { widthPt, maxHeight }: { readonly widthPt: number; readonly maxHeight: number },
): Painted {
  const { chartTextScale } = setting.tokens
  const { least } = sizeRange(setting.tokens, setting.preset)
  const type = { textPt: sizePt * chartTextScale, leastPt: least * chartTextScale }
  const room = pageRoom({ width: widthPt, height: maxHeight }, type)
  const low = fitPlan(plans, room)
  const tall = { ...room, height: Number.MAX_SAFE_INTEGER, maxText: room.minText }
  const fitted = low.text >= room.minText ? low : fitPlan(plans, tall)
  const drawing = drawPlan(fitted, printPalette(setting.colors))
  const left = (widthPt - drawing.width) / 2
  return {
    words: wordsIn(drawing),
    widthPt,
    heightPt: drawing.height,
    draw: (place) => drawDrawing(drawing, { ...place, x: place.x + left }),
  }
}

function paintImage(
  file: Extract<Picture, { kind: 'image' }>['file'],
  room: { readonly widthPt: number; readonly maxHeight: number },
): Painted {
  const pixel = 72 / MIN_PIXELS_PER_INCH
  const scale = Math.min(room.widthPt / file.widthPx, room.maxHeight / file.heightPx, pixel)
  const width = file.widthPx * scale
  const height = file.heightPx * scale
  return {
    words: '',
    widthPt: width,
    heightPt: height,
    draw: (place) => [{ kind: 'image', ...place, width, height, bytes: file.bytes }],
  }
}
