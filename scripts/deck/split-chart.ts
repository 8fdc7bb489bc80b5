/** A chart of more bars than one slide can show in letters that are read from the last row. */
import { countParts } from '../chart/draw-chart.ts'
import { findPicture, type Pictures, partPath } from '../chart/picture.ts'
import type { Theme } from '../theme/theme.ts'
import { deckChartStyle } from './deck-chart-style.ts'
import type { DeckRuler } from './deck-ruler.ts'
import { layoutSlide } from './layout-slide.ts'
import type { Block, Slide } from './slide.ts'
import { fitTitle } from './title-size.ts'
import { writeSlide } from './write-slide.ts'

export type SplitOptions = {
  readonly ruler: DeckRuler
  readonly theme: Theme
  readonly pictures: Pictures
}

type PictureBlock = Extract<Block, { kind: 'picture' }>

/**
 * The slides that a slide with such a chart becomes, all on one scale, and one more for a list that stood beneath
 * it; undefined where there is nothing to split or where the text alone is too long for a slide.
 */
export function splitChart(slide: Slide, options: SplitOptions): readonly string[] | undefined {
  const picture = slide.blocks.find((block) => isWholeChart(block, options.pictures))
  if (picture?.kind !== 'picture' || partsNeeded(slide, picture, options) === 1) return undefined
  const lists = slide.blocks.filter(({ kind }) => kind === 'list')
  const bare = { ...slide, blocks: slide.blocks.filter(({ kind }) => kind !== 'list') }
  const count = partsNeeded(withMark(bare, '(10/10)'), picture, options)
  if (count === undefined) return undefined
  const shown = Array.from({ length: count }, (_, index) =>
    count === 1 ? bare : withPart(bare, picture, { number: index + 1, of: count }),
  )
  const all = lists.length === 0 ? shown : [...shown, { ...slide, blocks: lists }]
  return all.map((part, index) => {
    const marked = withMark(part, `(${index + 1}/${all.length})`)
    return writeSlide({ ...fitTitle(marked, options.ruler), notes: index === 0 ? slide.notes : [] })
  })
}

function isWholeChart(block: Block, pictures: Pictures): boolean {
  if (block.kind !== 'picture') return false
  const picture = findPicture(pictures, block.path)
  return picture?.kind === 'chart' && picture.part === undefined
}

/** Undefined when the slide has no room for a picture at all. */
function partsNeeded(
  slide: Slide,
  block: PictureBlock,
  { ruler, theme, pictures }: SplitOptions,
): number | undefined {
  const picture = findPicture(pictures, block.path)
  if (picture?.kind !== 'chart') return 1
  const { blocks, isFitting } = layoutSlide(fitTitle(slide, ruler), ruler)
  if (!isFitting) return undefined
  const box = blocks[slide.blocks.indexOf(block)]?.box
  return countParts(picture.chart, deckChartStyle(theme, box))
}

function withPart(
  slide: Slide,
  picture: PictureBlock,
  part: { number: number; of: number },
): Slide {
  const path = partPath(picture.path, part)
  const source = picture.source.replace(`(${picture.path})`, `(${path})`)
  const blocks = slide.blocks.map((block) =>
    block === picture ? { ...picture, path, source } : block,
  )
  return { ...slide, blocks }
}

function withMark(slide: Slide, mark: string): Slide {
  const { heading } = slide
  if (heading === undefined) return slide
  return { ...slide, heading: { ...heading, text: `${heading.text} <small>${mark}</small>` } }
}
