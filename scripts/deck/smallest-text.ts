/** The smallest letters on a slide that a reader needs: by them a sheet with many slides is legible or not. */
import { slideRoom } from '../chart/diagram/diagram-room.ts'
import { fitPlan } from '../chart/diagram/plan.ts'
import { drawChart } from '../chart/draw-chart.ts'
import { findPicture, type Picture, type Pictures } from '../chart/picture.ts'
import type { Theme } from '../theme/theme.ts'
import { deckChartStyle } from './deck-chart-style.ts'
import { type DeckRuler, openRuler, type SizeName, type TextKind } from './deck-ruler.ts'
import { sizeName } from './layout-code.ts'
import { type BlockLayout, layoutSlide } from './layout-slide.ts'
import type { Block, InlineSource, Slide } from './slide.ts'

/** What stands around the text of a talk: looked up, not read. */
const SMALL_PRINT: ReadonlySet<SizeName> = new Set<SizeName>([
  'caption',
  'credit',
  'foot',
  'meta',
  'quoteBy',
  'sources',
  'subtitle',
])

export type SlideSetting = {
  /** With `deck` for the size of the slides. */
  readonly theme: Theme
  readonly lang: 'en' | 'hi'
  readonly pictures: Pictures
}

/**
 * In px of the slide, at its own size; undefined where there is nothing to read, as on a photograph. The layout asks
 * a ruler for every text that it places: who listens there hears of all sizes, and of no other.
 */
export function smallestTextPx(slide: Slide, setting: SlideSetting): number | undefined {
  const sizes = new Set<number>()
  const hear = (text: InlineSource, sizePx: number): void => {
    if (text.trim() !== '') sizes.add(sizePx)
  }
  const { blocks } = layoutSlide(slide, listenTo(openRuler(setting.theme.deck, setting.lang), hear))
  for (const [index, block] of slide.blocks.entries())
    for (const sizePx of drawnSizes(block, blocks[index], setting)) sizes.add(sizePx)
  if (slide.blocks.some(({ kind }) => kind === 'code')) {
    const name = sizeName({ isDense: slide.classes.includes('dense') })
    sizes.add(setting.theme.deck.sizes[name].sizePx)
  }
  return sizes.size === 0 ? undefined : Math.min(...sizes)
}

type Hear = (text: InlineSource, sizePx: number) => void

function listenTo(ruler: DeckRuler, hear: Hear): DeckRuler {
  const note = (text: InlineSource, { size }: TextKind): void => {
    if (!SMALL_PRINT.has(size)) hear(text, ruler.tokens.sizes[size].sizePx)
  }
  return {
    ...ruler,
    forClasses: (classes) => listenTo(ruler.forClasses(classes), hear),
    heightOf: (text, kind, widthPx) => {
      note(text, kind)
      return ruler.heightOf(text, kind, widthPx)
    },
    linesOf: (text, kind, widthPx) => {
      note(text, kind)
      return ruler.linesOf(text, kind, widthPx)
    },
    widthOf: (text, kind) => {
      note(text, kind)
      return ruler.widthOf(text, kind)
    },
    widestWordOf: (text, kind) => {
      note(text, kind)
      return ruler.widestWordOf(text, kind)
    },
  }
}

/** What no ruler is asked for: formulas, and letters in drawings. */
function drawnSizes(
  block: Block,
  layout: BlockLayout | undefined,
  { theme, pictures }: SlideSetting,
): readonly number[] {
  if (block.kind === 'formula') return pixelsIn(layout?.variables?.['--formula'])
  if (block.kind !== 'picture') return []
  const picture = findPicture(pictures, block.path)
  return picture === undefined ? [] : sizesInPicture(picture, layout?.box, theme)
}

function pixelsIn(length: string | undefined): readonly number[] {
  const value = Number.parseFloat(length ?? '')
  return Number.isNaN(value) ? [] : [value]
}

function sizesInPicture(
  picture: Picture,
  box: BlockLayout['box'],
  theme: Theme,
): readonly number[] {
  if (box === undefined) return []
  if (picture.kind === 'diagram')
    return [fitPlan(picture.plans, slideRoom({ width: box.widthPx, height: box.heightPx })).text]
  if (picture.kind !== 'chart') return []
  const part = picture.part === undefined ? {} : { part: picture.part }
  const drawing = drawChart(picture.chart, { ...deckChartStyle(theme, box), ...part })
  // A drawing that is too high is drawn smaller as a whole (picture-html.ts).
  const scale = Math.min(1, box.heightPx / drawing.height)
  return drawing.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.size * scale] : []))
}
