/** Points at the left, a picture with its caption at the right. */
import type { DeckRuler } from './deck-ruler.ts'
import { layoutList } from './layout-list.ts'
import type { BlockLayout, Layout, SlideBody } from './layout-slide.ts'
import { contentHeightPx, contentWidthPx } from './slide-room.ts'

const MIN_PICTURE_PX = 220

/** A continuation may hold points alone: it is laid out as any list. */
export function isBeside({ classes, blocks }: SlideBody): boolean {
  const kinds = blocks.map(({ kind }) => kind)
  return classes.includes('beside') && kinds.includes('picture') && kinds.includes('list')
}

/** @param headingPx height of the heading and of the gap below it */
export function layoutBeside(slide: SlideBody, headingPx: number, ruler: DeckRuler): Layout {
  const { columnGapPx, blockGapPx } = ruler.tokens
  const widthPx = Math.floor((contentWidthPx(ruler) - columnGapPx) / 2)
  const roomPx = contentHeightPx(ruler) - headingPx
  const captions = slide.blocks.map((block) =>
    block.kind === 'paragraph' ? ruler.heightOf(block.text, { size: 'caption' }, widthPx) : 0,
  )
  const captionPx = captions.reduce(
    (sum, height) => sum + (height > 0 ? height + blockGapPx : 0),
    0,
  )
  const box = { widthPx, heightPx: Math.max(1, Math.floor(roomPx - captionPx)) }
  const blocks = slide.blocks.map((block, index): BlockLayout => {
    if (block.kind === 'picture') return { heightPx: box.heightPx, box }
    if (block.kind === 'list') return layoutList(block, { classes: [], widthPx, ruler })
    return { heightPx: captions[index] ?? 0 }
  })
  const lists = slide.blocks.reduce(
    (sum, block, index) => sum + (block.kind === 'list' ? (blocks[index]?.heightPx ?? 0) : 0),
    0,
  )
  const isFitting = lists <= roomPx && box.heightPx >= MIN_PICTURE_PX
  return { heightPx: headingPx + Math.max(roomPx, lists), isFitting, blocks }
}
