/** Slides in full colour: title, subtitle and what stands below them, in the places of their layout. */
import type { FlowParagraph } from '../../marp/flow.ts'
import type { LayoutPlan, PlaceholderPlan } from '../base/base.ts'
import type { Box, Color, PlaceholderRole, Shape } from '../presentation.ts'
import { boxParagraphs, placeholderParagraphs, textHeight, textSizeOf } from './flow-paragraphs.ts'
import { SCALES } from './lay-blocks.ts'
import type { MarpCanvas } from './marp-canvas.ts'
import type { MarpLook } from './marp-look.ts'
import { countLines } from './measure-flow.ts'

/** The master sets these places so. */
const LEADING: Readonly<Partial<Record<PlaceholderRole, number>>> = { title: 1.18, body: 1.4 }
const FOOT_PX = 34

export function drawCover(look: MarpLook, canvas: MarpCanvas, plan: LayoutPlan): readonly Shape[] {
  const { before, title, blocks } = look
  const rest = blocks.flatMap((block) => (block.kind === 'text' ? block.paragraphs : []))
  const shapes: Shape[] = before.length === 0 ? [] : [beforeTitle(before, canvas)]
  const fill = (role: PlaceholderRole, paragraphs: readonly FlowParagraph[], box?: Box): void => {
    const place = plan.placeholders.find((candidate) => candidate.role === role)
    if (place === undefined || paragraphs.length === 0) return
    shapes.push(filled(place, paragraphs, { canvas, ...(box !== undefined && { box }) }))
  }
  fill('title', title === undefined ? [] : [title])
  if (look.layout !== 'Title Slide') {
    fill('body', rest)
    return shapes
  }
  const { subtitle, meta } = coverText(rest)
  fill('subtitle', subtitle)
  const place = plan.placeholders.find(({ role }) => role === 'meta')?.box
  fill('meta', meta, place && { ...place, height: canvas.tokens.heightPx - FOOT_PX - place.y })
  return shapes
}

/** What one line holds is the subtitle; who and when stand below the rule. */
function coverText(rest: readonly FlowParagraph[]): {
  readonly subtitle: readonly FlowParagraph[]
  readonly meta: readonly FlowParagraph[]
} {
  const [first, ...others] = rest
  if (first === undefined || first.runs.includes('break')) return { subtitle: [], meta: rest }
  return { subtitle: [first], meta: others }
}

function beforeTitle(paragraphs: readonly FlowParagraph[], canvas: MarpCanvas): Shape {
  const { tokens } = canvas
  const pale: MarpCanvas = { ...canvas, color: canvas.color ?? 'onPrimaryMuted' }
  const size = textSizeOf(pale, 0.85)
  const box = { x: tokens.marginXPx, y: tokens.marginTopPx, width: tokens.coverWidthPx, height: 0 }
  const height = textHeight(paragraphs, pale, { size, widthPx: box.width })
  const text = { paragraphs: boxParagraphs(paragraphs, pale, size) }
  return { kind: 'text', name: 'Text above the title', box: { ...box, height }, text }
}

type Filling = { readonly canvas: MarpCanvas; readonly box?: Box }

/** At the largest step at which it fits its place. */
function filled(
  { role, box: own, sizePx }: PlaceholderPlan,
  paragraphs: readonly FlowParagraph[],
  { canvas, box }: Filling,
): Shape {
  const room = box ?? own
  const leading = LEADING[role] ?? 1.36
  const gap = role === 'body' ? canvas.tokens.itemGapPx : 0
  const heightAt = (scale: number): number =>
    paragraphs.reduce((sum, { runs }, index) => {
      const lines = countLines(role === 'title' ? strong(runs) : runs, sizePx * scale, room.width)
      return sum + lines * sizePx * leading * scale + (index === 0 ? 0 : gap)
    }, 0)
  const scale = SCALES.find((step) => heightAt(step) <= room.height + 2) ?? 0.36
  // Headings on a full ground are as pale as the layout has them.
  const color: Color | undefined = canvas.color
  const plain = paragraphs.map((paragraph): FlowParagraph => ({ ...paragraph, role: 'text' }))
  const text = placeholderParagraphs(plain, { ...canvas, color }).map((paragraph) =>
    role === 'body' ? paragraph : { ...paragraph, bullet: 'master' as const },
  )
  return {
    kind: 'placeholder',
    role,
    ...(box !== undefined && { box }),
    text: { paragraphs: text, ...(scale < 1 && { fontScale: scale * 100 }) },
  }
}

export function strong(runs: FlowParagraph['runs']): FlowParagraph['runs'] {
  return runs.map((run) => (run === 'break' ? run : { ...run, isStrong: true as const }))
}
