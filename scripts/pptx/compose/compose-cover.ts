/**
 * The title slide: the subtitle above the rule of its layout, what the talk belongs to below it. The layout has room for
 * one line and for two; where there are more, or none, the texts move on this slide alone.
 */
import type { SizeName } from '../../deck/deck-ruler.ts'
import type { Block, Slide } from '../../deck/slide.ts'
import type { Canvas } from '../canvas.ts'
import type { Box, Paragraph, PlaceholderRole, Shape } from '../presentation.ts'
import { titleParagraph } from './compose-title.ts'
import { paragraphsOf } from './paragraphs-of.ts'
import { planOf } from './placeholder-text.ts'
import { onGround } from './runs-of.ts'

export function composeCover(slide: Slide, canvas: Canvas): readonly Shape[] {
  const { placeholders } = canvas.layout
  const hasMeta = placeholders.some(({ role }) => role === 'meta')
  const isSubtitle = (block: Block): boolean => !hasMeta || block.kind === 'subheading'
  const subtitle = slide.blocks.filter(isSubtitle)
  const meta = slide.blocks.filter((block) => !isSubtitle(block))
  const isOurs = planOf('title', canvas)?.look === undefined
  const boxes = hasMeta && isOurs ? moveAbove(subtitle, canvas) : new Map()
  const texts: readonly (readonly [PlaceholderRole, readonly Paragraph[]])[] = [
    ['title', titleParagraphs(slide, canvas)],
    ['subtitle', subtitle.flatMap(paragraphsOf).map(plain)],
    ['meta', meta.flatMap(paragraphsOf).map(plain)],
  ]
  return texts.flatMap(([role, paragraphs]): readonly Shape[] => {
    if (paragraphs.length === 0 || !placeholders.some((plan) => plan.role === role)) return []
    const box: Box | undefined = boxes.get(role)
    return [{ kind: 'placeholder', role, ...(box && { box }), text: { paragraphs } }]
  })
}

/** The layout has no bullets here. */
function plain(paragraph: Paragraph): Paragraph {
  const runs = onGround(paragraph.runs)
  return { ...paragraph, runs, bullet: paragraph.bullet === 'none' ? 'master' : paragraph.bullet }
}

function titleParagraphs(slide: Slide, canvas: Canvas): readonly Paragraph[] {
  const plan = planOf('title', canvas)
  return slide.heading === undefined || plan === undefined
    ? []
    : [titleParagraph(slide, plan, canvas)]
}

/** The subtitle ends at the rule however long it is, and the title above the subtitle. */
function moveAbove(subtitle: readonly Block[], canvas: Canvas): ReadonlyMap<PlaceholderRole, Box> {
  const [title, below] = [planOf('title', canvas)?.box, planOf('subtitle', canvas)?.box]
  if (title === undefined || below === undefined) return new Map()
  const gap = below.y - title.y - title.height
  const height = heightOf(subtitle, 'subtitle', canvas)
  if (height === below.height) return new Map()
  const bottom = below.y + below.height
  const y = bottom - height
  const end = height === 0 ? bottom : y - gap
  return new Map<PlaceholderRole, Box>([
    ['subtitle', { ...below, y, height }],
    ['title', { ...title, height: Math.max(0, end - title.y) }],
  ])
}

function heightOf(blocks: readonly Block[], size: SizeName, { ruler }: Canvas): number {
  const width = ruler.tokens.coverWidthPx
  const texts = blocks.flatMap((block) => (block.kind === 'subheading' ? [block.text] : []))
  return texts.reduce((sum, text) => sum + ruler.heightOf(text, { size }, width), 0)
}
