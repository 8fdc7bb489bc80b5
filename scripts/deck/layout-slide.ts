/** Where everything on a slide goes and how tall it is, before any browser sees it. */
import { ROOMY_NAMES } from '../theme/roomy-deck.ts'
import type { DeckRuler, SizeName, TextKind } from './deck-ruler.ts'
import { isBeside, layoutBeside } from './layout-beside.ts'
import { layoutCode } from './layout-code.ts'
import { layoutCover, layoutPart } from './layout-cover.ts'
import { layoutDisplay } from './layout-display.ts'
import { layoutList } from './layout-list.ts'
import { layoutTable } from './layout-table.ts'
import type { Block, InlineSource, Slide } from './slide.ts'
import { contentHeightPx, contentWidthPx } from './slide-room.ts'

export type Layout = {
  readonly heightPx: number
  readonly isFitting: boolean
  /** One for each block of the slide, in order. */
  readonly blocks: readonly BlockLayout[]
}

export type BlockLayout = {
  readonly heightPx: number
  /** Custom properties the style sheet needs on the block: columns of a grid, width of a rail. */
  readonly variables?: Readonly<Record<string, string>>
  /** Of a table, in px. */
  readonly columnWidths?: readonly number[]
  /** Of a table, a grid or a timeline, in px. */
  readonly rowHeights?: readonly number[]
  /** Of a listing: the lengths of the rows of each line. */
  readonly codeRows?: readonly (readonly number[])[]
  /** The room a picture may fill. */
  readonly box?: { readonly widthPx: number; readonly heightPx: number }
}

export type SlideBody = Pick<Slide, 'classes' | 'heading' | 'blocks'>

const MIN_PICTURE_PX = 220
/** Between the sources and the QR code. */
export const QR_GAP_PX = 48

const BARE: SlideBody = { classes: [], heading: undefined, blocks: [] }

export function layoutSlide(slide: SlideBody, ruler: DeckRuler): Layout {
  if (slide.classes.includes('title'))
    return layoutCover(slide, ruler, (block) =>
      layoutBlock(block, { slide: BARE, index: 0, ruler }),
    )
  if (slide.classes.includes('part')) return layoutPart(slide, ruler)
  return layoutContent(slide, ruler.forClasses(slide.classes))
}

function layoutContent(slide: SlideBody, ruler: DeckRuler): Layout {
  const { tokens } = ruler
  const room = contentHeightPx(ruler)
  const heading = slide.heading === undefined ? 0 : headingHeight(slide, ruler) + tokens.titleGapPx
  if (isBeside(slide)) return layoutBeside(slide, heading, ruler)
  const flow = slide.blocks.map((block, index) => layoutBlock(block, { slide, index, ruler }))
  const gaps = gapsBetween(slide, ruler)
  const fixed = heading + gaps + flow.reduce((sum, block) => sum + block.heightPx, 0)
  const pictures = slide.blocks.filter((block) => isFlexible(block, slide)).length
  if (pictures === 0) {
    const blocks = isRoomy(slide.classes) ? drop(flow, room - fixed) : flow
    return { heightPx: fixed, isFitting: fixed <= room, blocks }
  }
  const share = (room - fixed) / pictures
  const box = { widthPx: contentWidthPx(ruler), heightPx: Math.max(1, Math.floor(share)) }
  const blocks = slide.blocks.map((block, index) =>
    isFlexible(block, slide) ? { heightPx: box.heightPx, box } : (flow[index] ?? { heightPx: 0 }),
  )
  return { heightPx: Math.max(room, fixed), isFitting: share >= MIN_PICTURE_PX, blocks }
}

function isRoomy(classes: readonly string[]): boolean {
  return ROOMY_NAMES.some((name) => classes.includes(name))
}

/** Of the room that few words leave, this share stands above them, but they still belong to their title. */
const ABOVE = 0.36
const MOST_ABOVE_PX = 96

function drop(blocks: readonly BlockLayout[], leftPx: number): readonly BlockLayout[] {
  const [first, ...rest] = blocks
  if (first === undefined || leftPx <= 0) return blocks
  const variables = {
    ...first.variables,
    '--drop': `${Math.min(MOST_ABOVE_PX, Math.floor(leftPx * ABOVE))}px`,
  }
  return [{ ...first, variables }, ...rest]
}

/** QR codes beside small print take no height; all other pictures fill what the text leaves. */
function isFlexible(block: Block, slide: SlideBody): boolean {
  return block.kind === 'picture' && !hasSideColumn(slide)
}

export function hasSideColumn({ classes }: SlideBody): boolean {
  return classes.includes('sources') || classes.includes('glossary')
}

function gapsBetween(slide: SlideBody, { tokens }: DeckRuler): number {
  const inFlow = slide.blocks.filter(
    (block) => block.kind !== 'picture' || isFlexible(block, slide),
  )
  return Math.max(0, inFlow.length - 1) * tokens.blockGapPx
}

const TITLE_SIZES: Readonly<Record<string, SizeName>> = {
  long: 'titleLong',
  longest: 'titleLongest',
}

export function titleKind(classes: readonly string[]): TextKind {
  const step = classes.find((name) => Object.hasOwn(TITLE_SIZES, name))
  return { size: TITLE_SIZES[step ?? ''] ?? 'title', weight: 700 }
}

function headingHeight({ heading, classes }: SlideBody, ruler: DeckRuler): number {
  return ruler.heightOf(heading?.text ?? '', titleKind(classes), contentWidthPx(ruler))
}

export type BlockContext = {
  readonly slide: SlideBody
  readonly index: number
  readonly ruler: DeckRuler
}

function layoutBlock(block: Block, context: BlockContext): BlockLayout {
  const { slide, ruler } = context
  const widthPx = bodyWidthPx(slide, ruler)
  switch (block.kind) {
    case 'list':
      return layoutList(block, { classes: slide.classes, widthPx, ruler })
    case 'table':
      return layoutTable(block, { isDense: slide.classes.includes('dense'), widthPx, ruler })
    case 'paragraph':
      return { heightPx: ruler.heightOf(block.text, paragraphKind(context), widthPx) }
    case 'subheading':
      return { heightPx: ruler.heightOf(block.text, { size: 'nested', weight: 700 }, widthPx) }
    case 'quote':
      return { heightPx: quoteHeight(block.paragraphs, ruler) }
    case 'picture':
      return { heightPx: 0 }
    case 'formula':
      return layoutDisplay(block, { widthPx, heightPx: contentHeightPx(ruler) }, ruler)
    case 'code':
      return layoutCode(block, { isDense: slide.classes.includes('dense'), widthPx, ruler })
    case 'opaque':
      return { heightPx: block.source.split('\n').length * ruler.linePx('text') }
  }
}

function bodyWidthPx(slide: SlideBody, ruler: DeckRuler): number {
  const width = contentWidthPx(ruler)
  const hasQr = hasSideColumn(slide) && slide.blocks.some((block) => block.kind === 'picture')
  return hasQr ? width - ruler.tokens.qrPx - QR_GAP_PX : width
}

/** Text of a paragraph by the slide's class: first of its kind, then those after a list or picture. */
const PARAGRAPHS: Readonly<Record<string, { readonly first: TextKind; readonly later: TextKind }>> =
  {
    chart: { first: { size: 'caption', weight: 700 }, later: { size: 'credit' } },
    image: { first: { size: 'caption' }, later: { size: 'caption' } },
    diagram: { first: { size: 'caption' }, later: { size: 'caption' } },
    question: { first: { size: 'question' }, later: { size: 'text' } },
    answer: { first: { size: 'answer', weight: 700 }, later: { size: 'text' } },
  }

const PLAIN: TextKind = { size: 'text' }

export function paragraphKind({ slide, index }: Pick<BlockContext, 'slide' | 'index'>): TextKind {
  const name = slide.classes.find((candidate) => Object.hasOwn(PARAGRAPHS, candidate))
  const kinds = name === undefined ? undefined : PARAGRAPHS[name]
  if (name === 'question' && index === 0 && slide.classes.includes('dense'))
    return { size: 'denseQuestion' }
  return kinds === undefined ? PLAIN : index === 0 ? kinds.first : kinds.later
}

/** Bar and padding at the left of a quotation, and the gap above its attribution; see layout-css.ts. */
export const QUOTE_BAR_PX = 6
export const QUOTE_INDENT_PX = QUOTE_BAR_PX + 38
export const QUOTE_GAP_PX = 22

function quoteHeight(paragraphs: readonly InlineSource[], ruler: DeckRuler): number {
  const widthPx = contentWidthPx(ruler) - QUOTE_INDENT_PX
  const heights = paragraphs.map((text, index) =>
    ruler.heightOf(text, quoteKind(text, index === paragraphs.length - 1), widthPx),
  )
  return heights.reduce((sum, height) => sum + height, 0) + (heights.length - 1) * QUOTE_GAP_PX
}

function quoteKind(text: InlineSource, isLast: boolean): TextKind {
  return isLast && text.startsWith('—') ? { size: 'quoteBy' } : { size: 'quote', stack: 'serif' }
}
