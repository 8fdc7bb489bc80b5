/** Slides that are text alone: all of it in the placeholders of the layout, so that the master styles it. */
import type { BlockLayout } from '../../deck/layout-slide.ts'
import type { Block, ListBlock, Slide } from '../../deck/slide.ts'
import type { PlaceholderPlan } from '../base/base.ts'
import type { Canvas } from '../canvas.ts'
import type { Box, Paragraph, PlaceholderShape, Shape } from '../presentation.ts'
import { bodyParagraphs } from './body-paragraphs.ts'
import { headingHeight, isFootNote } from './place-blocks.ts'
import { planOf } from './placeholder-text.ts'

const TEXT_KINDS: ReadonlySet<Block['kind']> = new Set([
  'list',
  'paragraph',
  'subheading',
  'opaque',
])

/** True when all of the slide is text that follows the master, and its layout has a place for it. */
export function isBody(slide: Slide, canvas: Canvas): boolean {
  const { blocks } = slide
  return (
    (planOf('body', canvas) ?? planOf('subtitle', canvas)) !== undefined &&
    blocks.every(({ kind }, index) => TEXT_KINDS.has(kind) && !isFootNote(slide, index))
  )
}

export function composeBody(
  slide: Slide,
  layouts: readonly BlockLayout[],
  canvas: Canvas,
): readonly Shape[] {
  const second = planOf('second', canvas)
  const columns = second === undefined ? undefined : columnsOf(slide, layouts)
  const plan = planOf('body', canvas) ?? planOf('subtitle', canvas)
  if (plan === undefined) return []
  const top = slide.classes.includes('part') ? undefined : topOf(slide, layouts, canvas)
  const shape = (one: PlaceholderPlan, blocks: readonly Block[]): PlaceholderShape => {
    const paragraphs = blocks.flatMap((block, index): readonly Paragraph[] =>
      bodyParagraphs(block, { slide, index, canvas, plan: one }),
    )
    return { kind: 'placeholder', role: one.role, ...boxBelow(top, one), text: { paragraphs } }
  }
  if (columns === undefined || second === undefined) return [shape(plan, slide.blocks)]
  return alignRows([shape(plan, [columns[0]]), shape(second, [columns[1]])], columns, canvas)
}

/** Terms side by side begin at one height. */
function alignRows(
  shapes: readonly [PlaceholderShape, PlaceholderShape],
  columns: readonly [ListBlock, ListBlock],
  canvas: Canvas,
): readonly Shape[] {
  const { ruler } = canvas
  if (columns.some(({ items }) => items.some(({ children }) => children.length > 0))) return shapes
  const heights = columns.map(({ items }, at) => {
    const width = planOf(shapes[at]?.role ?? 'body', canvas)?.box.width ?? 0
    return items.map(({ text }) => ruler.heightOf(text, { size: 'glossary' }, width))
  })
  return shapes.map((shape, at) => {
    const paragraphs = shape.text.paragraphs.map((paragraph, row): Paragraph => {
      const above = heights.map((column) => column[row - 1] ?? 0)
      const lacking = Math.max(...above) - (above[at] ?? 0)
      if (row === 0 || lacking < 1) return paragraph
      return { ...paragraph, beforePx: ruler.tokens.itemGapPx + lacking }
    })
    return { ...shape, text: { ...shape.text, paragraphs } }
  })
}

/** A list of terms in two columns, read downward. */
export function columnsOf(
  { classes, blocks }: Slide,
  layouts: readonly BlockLayout[],
): readonly [ListBlock, ListBlock] | undefined {
  const [list, ...others] = blocks
  const { '--columns': columns, '--rows': rows } = layouts[0]?.variables ?? {}
  if (!classes.includes('glossary') || columns !== '2' || others.length > 0) return undefined
  if (list?.kind !== 'list') return undefined
  const count = Number(rows)
  const part = (items: ListBlock['items']): ListBlock => ({ ...list, items })
  return [part(list.items.slice(0, count)), part(list.items.slice(count))]
}

/** A title of several lines pushes the text down, few words stand above the middle; see deck/layout-slide.ts. */
function topOf(slide: Slide, layouts: readonly BlockLayout[], canvas: Canvas): number {
  const drop = Number.parseFloat(layouts[0]?.variables?.['--drop'] ?? '0')
  return canvas.ruler.tokens.marginTopPx + headingHeight(slide, canvas) + drop
}

/** Left out where the layout has the placeholder there. */
function boxBelow(top: number | undefined, { box, look }: PlaceholderPlan): { readonly box?: Box } {
  if (top === undefined) return {}
  const y = top - (look?.insets.top ?? 0)
  const height = box.y + box.height - y
  if (Math.abs(y - box.y) < 1 || height <= 0) return {}
  return { box: { ...box, y, height } }
}
