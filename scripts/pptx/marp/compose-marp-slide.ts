/** One slide of a Marp deck as a page: its title and text in placeholders, everything else in the room below. */
import type { FlowBlock, FlowParagraph } from '../../marp/flow.ts'
import type { MarpSlide } from '../../marp/marp-deck.ts'
import type { MarpPictures } from '../../marp/marp-pictures.ts'
import { readFlow } from '../../marp/read-flow.ts'
import type { DeckTokens } from '../../theme/deck-tokens.ts'
import type { ThemeColors } from '../../theme/theme.ts'
import type { LayoutPlan } from '../base/base.ts'
import type { Box, LayoutName, Shape, SlidePage } from '../presentation.ts'
import { drawContent } from './draw-content.ts'
import { drawCover } from './draw-cover.ts'
import { layBackdrop } from './lay-backgrounds.ts'
import { layFoot } from './lay-foot.ts'
import { missingPicture, nameOf } from './lay-pictures.ts'
import type { MarpCanvas } from './marp-canvas.ts'
import { lookOf } from './marp-look.ts'

export type SlideSetting = {
  readonly tokens: DeckTokens
  readonly colors: ThemeColors
  readonly layouts: Readonly<Record<LayoutName, LayoutPlan>>
  readonly pictures: MarpPictures
  readonly isFirst: boolean
  /** Its header names this slide; one that runs through the deck does not. */
  readonly hasOwnHeader: boolean
  linkOf(href: string): string | undefined
}

export type ComposedSlide = {
  readonly page: SlidePage
  /** What does not fit at the smallest size; 0: all fits. */
  readonly overflowPx: number
}

export function composeMarpSlide(slide: MarpSlide, setting: SlideSetting): ComposedSlide {
  const { tokens, colors, pictures, linkOf, isFirst, hasOwnHeader } = setting
  const backdrop = layBackdrop(slide, pictures, tokens)
  const foot = { header: readFlow(slide.header), footer: readFlow(slide.footer) }
  const content = readFlow(slide.content)
  // Themes that print the name of a slide above it are written without headings.
  const isNamed =
    hasOwnHeader && !hasHeading(content) && content.length > 0 && foot.header.length === 1
  const blocks = isNamed ? [...asHeadings(foot.header), ...content] : content
  const look = lookOf({ slide, blocks, isFirst, hasPicture: backdrop.shapes.length > 0 })
  const { color, isDark, isCentered } = look
  const canvas: MarpCanvas = { tokens, colors, pictures, color, isDark, isCentered, linkOf }
  const isCover = look.layout === 'Title Slide' || look.layout === 'Section Header'
  const drawn = isCover
    ? { shapes: drawCover(look, canvas, setting.layouts[look.layout]), overflowPx: 0 }
    : drawContent(look, canvas, backdrop)
  const footCanvas = isCover ? { ...canvas, color: color ?? ('onPrimaryMuted' as const) } : canvas
  const page: SlidePage = {
    layout: look.layout,
    shapes: [
      ...backdrop.shapes,
      ...layFoot({ header: isNamed ? [] : foot.header, footer: [] }, footCanvas),
      ...drawn.shapes,
      ...lostShapes(slide, blocks.length === 0, canvas),
      ...layFoot({ header: [], footer: foot.footer }, footCanvas),
    ],
    notes: slide.notes.flatMap(notesParagraphs),
    footer: { text: '' },
    section: { text: '' },
    isNumbered: slide.pageNumber !== undefined,
    ...(look.ground !== undefined && { ground: look.ground }),
  }
  return { page, overflowPx: drawn.overflowPx }
}

function hasHeading(blocks: readonly FlowBlock[]): boolean {
  return blocks.some(
    (block) => block.kind === 'text' && block.paragraphs.some(({ role }) => role === 'heading'),
  )
}

function asHeadings(blocks: readonly FlowBlock[]): readonly FlowBlock[] {
  return blocks.map((block) => {
    if (block.kind !== 'text') return block
    const paragraphs = block.paragraphs.map(
      (paragraph): FlowParagraph => ({ ...paragraph, role: 'heading', rank: 2 }),
    )
    return { ...block, paragraphs }
  })
}

/** Behind text a picture that could not be read is only missed for its words; alone it is all of the slide. */
function lostShapes(
  { backgrounds }: MarpSlide,
  isAlone: boolean,
  canvas: MarpCanvas,
): readonly Shape[] {
  const { widthPx, heightPx, marginXPx, marginTopPx } = canvas.tokens
  const lost = backgrounds.filter(({ src }) => !canvas.pictures.has(src))
  const told = isAlone ? lost : lost.filter(({ alt }) => alt !== '')
  const width = (widthPx - 2 * marginXPx) / Math.max(1, told.length)
  return told.map(({ src, alt }, index): Shape => {
    const box: Box = isAlone
      ? {
          x: marginXPx + index * width,
          y: marginTopPx,
          width: width - 16,
          height: heightPx - 2 * marginTopPx,
        }
      : { x: widthPx - 420, y: heightPx - 190 - index * 90, width: 340, height: 80 }
    return missingPicture(alt || nameOf(src), box, canvas)
  })
}

function notesParagraphs(note: string): SlidePage['notes'] {
  return note
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ runs: [{ text }], level: 0, bullet: 'master' }))
}
