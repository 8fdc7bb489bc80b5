/** The text of blocks in a placeholder: as the master has it, and said only where a slide differs from it. */
import type { SizeName } from '../../deck/deck-ruler.ts'
import { paragraphKind } from '../../deck/layout-slide.ts'
import type { Block, ListBlock, ListItem, Slide } from '../../deck/slide.ts'
import type { PlaceholderPlan } from '../base/base.ts'
import type { Canvas } from '../canvas.ts'
import type { Color, Paragraph, Run } from '../presentation.ts'
import { paragraphsOf } from './paragraphs-of.ts'
import { levelText } from './placeholder-text.ts'
import { runsOf } from './runs-of.ts'

export type BodyPlace = {
  readonly slide: Slide
  /** Of the block among the blocks of the slide. */
  readonly index: number
  readonly canvas: Canvas
  readonly plan: PlaceholderPlan
}

/** @param block in whole, or the part of it that stands in this placeholder */
export function bodyParagraphs(block: Block, place: BodyPlace): readonly Paragraph[] {
  switch (block.kind) {
    case 'list':
      return listOf(place.slide)(block, place)
    case 'paragraph':
      return [textParagraph(block.text, place)]
    case 'subheading':
      return [headingParagraph(block.text, place)]
    default:
      return paragraphsOf(block)
  }
}

type WriteList = (list: ListBlock, place: BodyPlace) => readonly Paragraph[]

/** By the class of the slide; any other has points. */
const LISTS: Readonly<Record<string, WriteList>> = { glossary: entries, sources }

function listOf({ classes }: Slide): WriteList {
  const name = classes.find((candidate) => Object.hasOwn(LISTS, candidate))
  return LISTS[name ?? ''] ?? points
}

const LEVELS: readonly SizeName[] = ['text', 'nested', 'deep']

function points(list: ListBlock, place: BodyPlace): readonly Paragraph[] {
  return paragraphsOf(list).map((paragraph, index) => {
    const { level } = paragraph
    return {
      ...paragraph,
      ...sizeOf(LEVELS[level] ?? 'deep', level, place),
      ...gapOf(index, level, place),
    }
  })
}

/** Terms in bold, without bullets. */
function entries({ items }: ListBlock, place: BodyPlace): readonly Paragraph[] {
  return leaves(items).map(({ text, level, isStep }, index) => ({
    ...(isStep && { isStep }),
    runs: leadIn(runsOf(text), 'primary'),
    level,
    bullet: 'none',
    ...sizeOf('glossary', level, place),
    ...gapOf(index, level, place),
  }))
}

/** Between sources; see deck/layout-css.ts. */
const SOURCE_GAP_PX = 12

/** Their numbers are those of the text, without a full stop. */
function sources({ items, start }: ListBlock, place: BodyPlace): readonly Paragraph[] {
  return leaves(items).map(({ text, level, isStep }, index) => ({
    ...(isStep && { isStep }),
    runs: runsOf(text),
    level,
    bullet: level === 0 && start > 0 ? { sign: start } : 'master',
    ...sizeOf('sources', level, place),
    ...(index > 0 && { beforePx: level === 0 ? SOURCE_GAP_PX : 0 }),
  }))
}

type Leaf = { readonly text: string; readonly level: number; readonly isStep: boolean }

function leaves(items: readonly ListItem[], level = 0): readonly Leaf[] {
  return items.flatMap(({ text, children, isFragment }) => [
    { text, level, isStep: isFragment },
    ...leaves(children, level + 1),
  ])
}

/** Above the minutes of a part; see deck/layout-css.ts. */
const PART_GAP_PX = 30

function textParagraph(text: string, place: BodyPlace): Paragraph {
  const { slide, index } = place
  if (slide.classes.includes('part')) return partParagraph(text, place)
  const { size, weight } = paragraphKind({ slide, index })
  const isKey = slide.classes.includes('answer') && index === 0
  const runs = isKey ? leadIn(runsOf(text), 'accent') : runsOf(text)
  return {
    runs: weight === 700 ? runs.map(bold) : runs,
    level: 0,
    bullet: 'none',
    ...sizeOf(size, 0, place),
    ...(isKey && { color: 'primary' }),
    ...(index > 0 && { beforePx: place.canvas.ruler.tokens.blockGapPx }),
  }
}

/** The minutes planned for a part of the talk. */
function partParagraph(text: string, place: BodyPlace): Paragraph {
  return {
    runs: runsOf(text),
    level: 0,
    bullet: 'none',
    ...sizeOf('caption', 0, place),
    ...(place.plan.look === undefined && { color: 'onPrimaryMuted' }),
    ...(place.index > 0 && { beforePx: PART_GAP_PX }),
  }
}

function headingParagraph(text: string, place: BodyPlace): Paragraph {
  return {
    runs: runsOf(text).map(bold),
    level: 0,
    bullet: 'none',
    color: 'primary',
    ...sizeOf('nested', 0, place),
    ...(place.index > 0 && { beforePx: place.canvas.ruler.tokens.blockGapPx }),
  }
}

function bold(run: Run | 'break'): Run | 'break' {
  return run === 'break' ? run : { ...run, isStrong: true }
}

/** The bold words that a text begins with, in a colour of their own. */
function leadIn(runs: Paragraph['runs'], color: Color): Paragraph['runs'] {
  const [first, ...rest] = runs
  if (first === undefined || first === 'break' || first.isStrong !== true) return runs
  return [{ ...first, color }, ...rest]
}

/** Nothing when the placeholder has that size already. */
function sizeOf(
  size: SizeName,
  level: number,
  { canvas, plan }: BodyPlace,
): Pick<Paragraph, 'sizePx' | 'linePx'> {
  const own = levelText(plan, level, canvas)
  const { sizePx } = canvas.ruler.tokens.sizes[size]
  const linePx = canvas.ruler.linePx(size)
  // An institute's own distance of lines is a share of the size, whatever that is.
  if (plan.look !== undefined) return isNear(own.sizePx, sizePx) ? {} : { sizePx }
  return isNear(own.sizePx, sizePx) && isNear(own.linePx, linePx) ? {} : { sizePx, linePx }
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < 0.05
}

/** Above a point; the first of a later block stands as far below the block before it as blocks do. */
function gapOf(
  at: number,
  level: number,
  { canvas, plan, index }: BodyPlace,
): Pick<Paragraph, 'beforePx'> {
  const { itemGapPx, nestedGapPx, blockGapPx } = canvas.ruler.tokens
  if (at === 0) return index === 0 ? {} : { beforePx: blockGapPx }
  if (plan.look !== undefined) return {}
  const beforePx = level === 0 ? itemGapPx : nestedGapPx
  return isNear(beforePx, levelText(plan, level, canvas).beforePx) ? {} : { beforePx }
}
