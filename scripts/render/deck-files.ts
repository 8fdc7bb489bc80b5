/** The deck of a topic as one HTML file, and as Marp Markdown with all that it names beside it. */
import { slideRoom } from '../chart/diagram/diagram-room.ts'
import { drawPlan, fitPlan, screenPalette } from '../chart/diagram/plan.ts'
import { drawChart } from '../chart/draw-chart.ts'
import { qrToSvg } from '../chart/draw-qr.ts'
import { type Picture, picturesNamed } from '../chart/picture.ts'
import { toSvg } from '../chart/write-svg.ts'
import { deckChartStyle } from '../deck/deck-chart-style.ts'
import type { Theme } from '../theme/theme.ts'
import type { Job, RenderedFile } from './job.ts'

export async function renderHtml(job: Job): Promise<readonly RenderedFile[]> {
  const { html, slideCount, diagrams } = await job.deckHtml()
  if (diagrams.length > 0) {
    const { tellDiagrams } = await import('./tell-diagrams.ts')
    await tellDiagrams(diagrams, job)
  }
  return [{ format: 'html', path: 'deck.html', bytes: encode(html), slides: slideCount }]
}

/** `deck.md` for Marp's own tools, with the drawings, images and theme it names beside it. */
export async function renderMarkdown(job: Job): Promise<readonly RenderedFile[]> {
  const markdown = await job.deckMarkdown()
  const { marpTheme } = await import('../deck/marp-theme.ts')
  const { refuseFetches, refuseStyleFetches } = await import('../deck/refuse-fetches.ts')
  refuseStyleFetches(job.theme.css)
  const { themeOfDeck } = await import('../deck/slide-size.ts')
  const theme = themeOfDeck(markdown, job.theme)
  const beside = [...picturesNamed(job.pictures, markdown)].map(([path, picture]) => {
    const bytes = pictureBytes(picture, theme)
    if (path.endsWith('.svg')) refuseFetches(new TextDecoder().decode(bytes), path)
    return { path, bytes }
  })
  return [
    { path: 'deck.md', bytes: encode(markdown) },
    { path: `${theme.name}.css`, bytes: encode(marpTheme(theme)) },
    ...beside,
  ].map((file) => ({ format: 'md', ...file }))
}

const SVG_FONTS = "'Noto Sans', 'Noto Sans Devanagari', sans-serif"

function pictureBytes(picture: Picture, theme: Theme): Uint8Array {
  const { colors, deck } = theme
  switch (picture.kind) {
    case 'image':
      return picture.file.bytes
    case 'qr':
      return encode(
        qrToSvg(picture.url, { alt: picture.url, color: colors.ink, ground: colors.paper }),
      )
    case 'diagram': {
      const frame = { width: deck.widthPx - 2 * deck.marginXPx, height: 440 }
      const fitted = fitPlan(picture.plans, slideRoom(frame))
      const drawing = drawPlan(fitted, screenPalette(colors))
      return encode(toSvg(drawing, { alt: '', fontFamily: SVG_FONTS }))
    }
    case 'chart': {
      const style = deckChartStyle(theme, undefined)
      const room = { ...style, maxHeight: deck.heightPx * CHART_SHARE }
      const part = picture.part === undefined ? {} : { part: picture.part }
      const drawing = drawChart(picture.chart, { ...room, ...part })
      return encode(toSvg(drawing, { alt: picture.chart.alt, fontFamily: SVG_FONTS }))
    }
  }
}

/** Of a slide's height; a picture of a chart brings its own room. */
const CHART_SHARE = 0.61

const encoder = new TextEncoder()

function encode(text: string): Uint8Array {
  return encoder.encode(text)
}
