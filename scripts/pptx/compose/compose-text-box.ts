/** Text beside what is drawn, in a placeholder where the layout has one for it, else in a box of its own. */
import { isBeside } from '../../deck/layout-beside.ts'
import { paragraphKind } from '../../deck/layout-slide.ts'
import type { Block } from '../../deck/slide.ts'
import type { PlaceholderPlan } from '../base/base.ts'
import type { Canvas, Place } from '../canvas.ts'
import type { Box, Paragraph, Shape } from '../presentation.ts'
import { bodyParagraphs } from './body-paragraphs.ts'
import { paragraphsOf } from './paragraphs-of.ts'
import { isFootNote } from './place-blocks.ts'
import { planOf } from './placeholder-text.ts'
import { pointLook, pointParagraphs, type TextLook, textStyle } from './text-style.ts'

export const PARAGRAPH_NAME = 'Text'

export function composeTextBox(block: Block, place: Place): readonly Shape[] {
  const { box, role } = place
  const paragraphs = styledParagraphs(block, place)
  if (paragraphs.length === 0) return []
  const text = { paragraphs }
  const plan = role && planOf(role, place.canvas)
  if (plan) return [{ kind: 'placeholder', role: plan.role, box: withInsets(box, plan), text }]
  return [{ kind: 'text', name: NAMES[block.kind] ?? PARAGRAPH_NAME, box, text }]
}

/** The box of a placeholder whose text is to stand in the given one. */
function withInsets({ x, y, width, height }: Box, { look }: PlaceholderPlan): Box {
  const { left, top, right, bottom } = look?.insets ?? { left: 0, top: 0, right: 0, bottom: 0 }
  return { x: x - left, y: y - top, width: width + left + right, height: height + top + bottom }
}

const NAMES: Readonly<Partial<Record<Block['kind'], string>>> = {
  list: 'Points',
  subheading: 'Heading',
}

function styledParagraphs(block: Block, place: Place): readonly Paragraph[] {
  const { canvas, role } = place
  const plan = role === undefined ? undefined : planOf(role, canvas)
  if (block.kind === 'list')
    // It is the first thing in its placeholder, wherever it stands on the slide.
    return plan === undefined
      ? pointParagraphs(block, canvas)
      : bodyParagraphs(block, { slide: place.slide, index: 0, canvas, plan })
  if (block.kind === 'opaque' && plan === undefined) return opaqueParagraphs(block, canvas)
  const look = lookOf(block, place)
  const style = { ...textStyle(canvas, look), ...(look.align && { align: look.align }) }
  return paragraphsOf(block).map((paragraph) => ({
    ...paragraph,
    ...style,
    runs: look.isStrong
      ? paragraph.runs.map((run) => (run === 'break' ? run : { ...run, isStrong: true }))
      : paragraph.runs,
  }))
}

/** Text that the contract does not name: no master gives its points their marks here. */
function opaqueParagraphs(block: Block, canvas: Canvas): readonly Paragraph[] {
  return paragraphsOf(block).map((paragraph): Paragraph => {
    const { bullet, level } = paragraph
    if (bullet === 'none')
      return { ...paragraph, ...textStyle(canvas, { size: 'text', color: 'ink' }) }
    return { ...paragraph, ...pointLook(level, canvas), ...(bullet !== 'master' && { bullet }) }
  })
}

type Look = TextLook & { readonly isStrong?: boolean; readonly align?: 'center' }

/** As the style sheet of the slides has them; see deck/layout-css.ts and theme.css. */
const MUTED: readonly string[] = ['chart', 'image', 'diagram']
const CAPTIONED: readonly string[] = ['formula', 'code']

function lookOf(block: Block, { slide, index }: Place): Look {
  const { classes } = slide
  const has = (names: readonly string[]): boolean => names.some((name) => classes.includes(name))
  if (block.kind === 'subheading') return { size: 'nested', color: 'primary', isStrong: true }
  if (block.kind !== 'paragraph') return { size: 'text', color: 'ink' }
  if (isFootNote(slide, index)) return { size: 'caption', color: 'muted' }
  if (has(CAPTIONED))
    return {
      size: 'caption',
      color: 'ink',
      ...(classes.includes('formula') && { align: 'center' }),
    }
  if (isBeside(slide)) return { size: 'caption', color: has(MUTED) ? 'muted' : 'ink' }
  const { size, weight } = paragraphKind({ slide, index })
  const isReason =
    classes.includes('question') &&
    slide.blocks.slice(0, index).some(({ kind }) => kind === 'paragraph')
  return {
    size,
    color: has(MUTED) || isReason ? 'muted' : 'ink',
    ...(weight === 700 && { isStrong: true }),
  }
}
