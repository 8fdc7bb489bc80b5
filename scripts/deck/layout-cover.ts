/** Where things stand on the slides in full colour: the cover, and the slide before a part of the talk. */
import type { DeckRuler, SizeName, TextKind } from './deck-ruler.ts'
import { layoutList } from './layout-list.ts'
import type { BlockLayout, Layout, SlideBody } from './layout-slide.ts'
import type { Block } from './slide.ts'
import { contentHeightPx, SAFETY_PX } from './slide-room.ts'

const COVER_SIZES: Readonly<Record<string, SizeName>> = {
  long: 'coverLong',
  longest: 'coverLongest',
}
/** The cover's own gaps and rule; see layout-css.ts. */
const COVER_GAP_PX = 16
const META_SPACE_PX = 60

export function coverKind(classes: readonly string[]): TextKind {
  const step = classes.find((name) => Object.hasOwn(COVER_SIZES, name)) ?? ''
  return { size: COVER_SIZES[step] ?? 'cover', weight: 700, stack: 'serif' }
}

type LayoutBlock = (block: Block) => BlockLayout

/** @param layoutOther for what stands on no usual cover */
export function layoutCover(slide: SlideBody, ruler: DeckRuler, layoutOther: LayoutBlock): Layout {
  const { tokens } = ruler
  const kind = coverKind(slide.classes)
  const heading = ruler.heightOf(slide.heading?.text ?? '', kind, tokens.coverWidthPx)
  const blocks = slide.blocks.map((block) => ({
    heightPx: coverTextHeight(block, ruler) ?? layoutOther(block).heightPx,
  }))
  const heightPx = blocks.reduce((sum, block) => sum + block.heightPx, heading)
  const room = tokens.heightPx - tokens.coverTopPx - 110 - SAFETY_PX
  return { heightPx, isFitting: heightPx <= room, blocks }
}

function coverTextHeight(block: Block, ruler: DeckRuler): number | undefined {
  const width = ruler.tokens.coverWidthPx
  if (block.kind === 'subheading')
    return ruler.heightOf(block.text, { size: 'subtitle' }, width) + COVER_GAP_PX
  if (block.kind === 'paragraph')
    return ruler.heightOf(block.text, { size: 'meta' }, width) + META_SPACE_PX
  return undefined
}

/** Gap and rule above the list of a part, and the gap above its minutes; see layout-css.ts. */
const PART_RULE_PX = 64
const PART_GAP_PX = 30

/** The title of the part, the sections in it, the minutes planned for them. */
export function layoutPart(slide: SlideBody, ruler: DeckRuler): Layout {
  const widthPx = ruler.tokens.coverWidthPx
  const heading = ruler.heightOf(slide.heading?.text ?? '', coverKind(slide.classes), widthPx)
  const blocks = slide.blocks.map((block): BlockLayout => {
    if (block.kind === 'list') {
      const list = layoutList(block, { classes: [], widthPx, ruler })
      return { ...list, heightPx: list.heightPx + PART_RULE_PX }
    }
    if (block.kind === 'paragraph' || block.kind === 'subheading')
      return { heightPx: ruler.heightOf(block.text, { size: 'caption' }, widthPx) + PART_GAP_PX }
    return { heightPx: 0 }
  })
  const heightPx = blocks.reduce((sum, block) => sum + block.heightPx, heading)
  return { heightPx, isFitting: heightPx <= contentHeightPx(ruler), blocks }
}
