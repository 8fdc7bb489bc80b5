/** A picture inside the page: charts and QR codes as SVG in the page's own fonts, photographs as data. */

import { slideRoom } from '../chart/diagram/diagram-room.ts'
import { drawPlan, fitPlan, printPalette, screenPalette } from '../chart/diagram/plan.ts'
import { drawChart } from '../chart/draw-chart.ts'
import { qrToSvg } from '../chart/draw-qr.ts'
import type { Drawing } from '../chart/drawing.ts'
import { greyDrawing } from '../chart/grey-drawing.ts'
import { findPicture, type Picture, type Pictures, picturePath } from '../chart/picture.ts'
import { toSvg } from '../chart/write-svg.ts'
import type { Theme } from '../theme/theme.ts'
import { deckChartStyle } from './deck-chart-style.ts'
import { DeckMarkdownError } from './deck-markdown-error.ts'
import { SANS } from './deck-variables.ts'
import { fitImage } from './fit-image.ts'
import { escapeHtml } from './html-text.ts'

export type PictureOptions = {
  readonly alt: string
  /** The room it may fill; a QR code brings its own size. */
  readonly box: { readonly widthPx: number; readonly heightPx: number } | undefined
  readonly theme: Theme
  readonly pictures: Pictures
}

export function writePicture(source: string, options: PictureOptions): string {
  const picture = findPicture(options.pictures, picturePath(source))
  if (picture === undefined)
    throw new DeckMarkdownError(`deck.md shows ${source}, which is not among its pictures`)
  return WRITERS[picture.kind](picture, options)
}

type Writer = (picture: Picture, options: PictureOptions) => string

const WRITERS: Readonly<Record<Picture['kind'], Writer>> = {
  chart: (picture, { alt, box, theme }) => {
    if (picture.kind !== 'chart') return ''
    const style = { ...deckChartStyle(theme, box), ...partOf(picture) }
    const drawing = inked(drawChart(picture.chart, style), theme)
    return toSvg(drawing, { alt, fontFamily: SANS, ...shrinkInto(box, drawing) })
  },
  diagram: (picture, { alt, box, theme }) => {
    if (picture.kind !== 'diagram') return ''
    const frame = frameOf(box, theme)
    const palette = (theme.ink === 'colour' ? screenPalette : printPalette)(theme.colors)
    const drawing = inked(drawPlan(fitPlan(picture.plans, slideRoom(frame)), palette), theme)
    // No higher than what is drawn: a caption stands close below it.
    const height = Math.min(frame.height, drawing.height)
    return toSvg(drawing, { alt, fontFamily: SANS, frame: { ...frame, height } })
  },
  qr: (picture, { alt, theme }) => {
    if (picture.kind !== 'qr') return ''
    return qrToSvg(picture.url, { alt, color: theme.colors.ink, ground: theme.colors.paper })
  },
  image: (picture, { alt, box }) => {
    if (picture.kind !== 'image') return ''
    const { widthPx, heightPx } = fitImage(picture.file, box ?? { widthPx: 400, heightPx: 60 })
    const data = Buffer.from(picture.file.bytes).toString('base64')
    return `<img src="data:${picture.file.mime};base64,${data}" alt="${escapeHtml(alt)}" width="${widthPx}" height="${heightPx}">`
  },
}

function inked(drawing: Drawing, { ink }: Theme): Drawing {
  return ink === 'grey' ? greyDrawing(drawing) : drawing
}

/** Many bars under a title and a caption of four lines each: rather small letters than a cut drawing. */
function shrinkInto(
  box: PictureOptions['box'],
  { height }: { readonly height: number },
): { readonly frame?: { readonly width: number; readonly height: number } } {
  if (box === undefined || height <= box.heightPx) return {}
  return { frame: { width: (box.widthPx * height) / box.heightPx, height } }
}

function partOf({ part }: Extract<Picture, { kind: 'chart' }>) {
  return part === undefined ? {} : { part }
}

/** Without a box of its own a picture may fill half a slide. */
function frameOf(box: PictureOptions['box'], { deck }: Theme) {
  return {
    width: box?.widthPx ?? deck.widthPx - 2 * deck.marginXPx,
    height: box?.heightPx ?? deck.heightPx / 2,
  }
}
