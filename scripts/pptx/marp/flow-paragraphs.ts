/** Paragraphs of a Marp slide as those of a presentation, inside a placeholder or a text box. */
import type { FlowLine, FlowParagraph, FlowRun } from '../../marp/flow.ts'
import type { Color, Paragraph, Run } from '../presentation.ts'
import { literalColor } from './literal-color.ts'
import type { MarpCanvas } from './marp-canvas.ts'
import { countLines } from './measure-flow.ts'

/** A caption, as a share of the text around it. */
const CAPTION = 0.82
const QUOTE_INDENT_PX = 28
const MOST_LEVELS = 8

export type TextSize = {
  /** Of the text; a title's is bigger. */
  readonly sizePx: number
  /** Line height as a share of the size. */
  readonly leading: number
  /** What the text is scaled by, its gaps too. */
  readonly scale: number
}

/** At `scale`, of the theme's text. */
export function textSizeOf({ tokens }: MarpCanvas, scale: number): TextSize {
  const { sizePx, linePx } = tokens.sizes.text
  return { sizePx: sizePx * scale, leading: linePx / sizePx, scale }
}

/** Inside a placeholder: sizes, bullets and gaps are the master's. */
export function placeholderParagraphs(
  paragraphs: readonly FlowParagraph[],
  canvas: MarpCanvas,
): readonly Paragraph[] {
  const { sizePx } = canvas.tokens.sizes.text
  return numbered(paragraphs).map((paragraph) => {
    const isItem = paragraph.role === 'item'
    const bullet = paragraph.number === undefined ? 'none' : paragraph.number || 'master'
    return {
      ...shared(paragraph, canvas, sizePx),
      bullet: isItem ? bullet : 'none',
      ...(bullet === 'none' && indentOf(paragraph, canvas, 1)),
    }
  })
}

/** In a text box, which has no master. */
export function boxParagraphs(
  paragraphs: readonly FlowParagraph[],
  canvas: MarpCanvas,
  size: TextSize,
): readonly Paragraph[] {
  return numbered(paragraphs).map((paragraph, index) => ({
    ...shared(paragraph, canvas, size.sizePx),
    bullet: bulletOf(paragraph),
    ...indentOf(paragraph, canvas, size.scale),
    sizePx: size.sizePx,
    linePx: size.sizePx * size.leading,
    beforePx: index === 0 ? 0 : gapBefore(paragraph, canvas) * size.scale,
    ...(paragraph.role === 'heading' || paragraph.quotes > 0 || canvas.color !== undefined
      ? {}
      : { color: 'ink' as const }),
  }))
}

/**
 * Programs count on from line to line as long as each says how its list begins; what stands between two items on their
 * level begins a new list.
 */
function numbered(paragraphs: readonly FlowParagraph[]): readonly FlowParagraph[] {
  const open: { start: number; next: number }[] = []
  return paragraphs.map((paragraph) => {
    const { role, number = 0, level } = paragraph
    open.length = Math.min(open.length, role === 'item' ? level + 1 : 0)
    if (role !== 'item' || number === 0) {
      delete open[level]
      return paragraph
    }
    const list = open[level]
    const start = list?.next === number ? list.start : number
    open[level] = { start, next: number + 1 }
    return { ...paragraph, number: start }
  })
}

type Shared = Pick<Paragraph, 'runs' | 'level' | 'align' | 'color'>

function shared(paragraph: FlowParagraph, canvas: MarpCanvas, sizePx: number): Shared {
  const align = paragraph.align ?? (canvas.isCentered ? 'center' : undefined)
  const isQuiet = paragraph.quotes > 0 && !canvas.isDark
  const own: Color | undefined =
    paragraph.role === 'heading' ? 'primary' : isQuiet ? 'muted' : undefined
  const color = canvas.color ?? own
  return {
    runs: runsOf(paragraph, canvas, sizePx),
    level: Math.min(MOST_LEVELS, paragraph.level),
    ...(align !== undefined && align !== 'left' && { align }),
    ...(color !== undefined && { color }),
  }
}

/** @param sizePx of the text around, for what is smaller */
export function runsOf(
  { runs, role, isCaption }: Pick<FlowParagraph, 'runs' | 'role' | 'isCaption'>,
  canvas: MarpCanvas,
  sizePx: number,
): readonly (Run | 'break')[] {
  const around = isCaption === true ? CAPTION : 1
  return runs.map((run) => {
    if (run === 'break') return run
    const { scale = 1, link, color, text, ...style } = run
    const address = link === undefined ? undefined : canvas.linkOf(link)
    const own = color === undefined ? undefined : literalColor(color)
    return {
      ...style,
      // Of Unicode: lines and paragraphs end there, a run holds none.
      text: text.replace(/[\n\v\f\r\u0085\u2028\u2029]/g, ' '),
      ...(role === 'heading' && { isStrong: true }),
      ...(scale * around !== 1 && { sizePx: sizePx * scale * around }),
      ...(address !== undefined && { link: address }),
      ...(own !== undefined && { color: own }),
    }
  })
}

function bulletOf({ role, number, level }: FlowParagraph): Paragraph['bullet'] {
  if (role !== 'item' || number === undefined) return 'none'
  const color = level === 0 ? 'accent' : 'primary'
  if (number > 0) return number
  return level === 0 ? { sign: '■', color, percent: 55 } : { sign: '–', color }
}

function indentOf(
  paragraph: FlowParagraph,
  { tokens }: MarpCanvas,
  scale: number,
): Pick<Paragraph, 'indentPx'> {
  const { itemIndentPx, nestedIndentPx } = tokens
  const quotes = paragraph.quotes * QUOTE_INDENT_PX
  if (paragraph.role !== 'item')
    return quotes === 0 ? {} : { indentPx: { left: quotes * scale, first: 0 } }
  const level = Math.min(MOST_LEVELS, paragraph.level)
  const left = (quotes + itemIndentPx + level * nestedIndentPx) * scale
  const hanging = (level === 0 ? itemIndentPx : nestedIndentPx) * scale
  return { indentPx: { left, first: paragraph.number === undefined ? 0 : -hanging } }
}

function gapBefore({ role, level }: FlowParagraph, { tokens }: MarpCanvas): number {
  return role === 'item' && level > 0 ? tokens.nestedGapPx : tokens.itemGapPx
}

/** Of the text set in lines of `widthPx`. */
export function textHeight(
  paragraphs: readonly FlowParagraph[],
  canvas: MarpCanvas,
  { size, widthPx }: { readonly size: TextSize; readonly widthPx: number },
): number {
  return paragraphs.reduce((sum, paragraph, index) => {
    const left = indentOf(paragraph, canvas, size.scale).indentPx?.left ?? 0
    const sizePx = size.sizePx * (paragraph.isCaption === true ? CAPTION : 1)
    const lines = countLines(strongIn(paragraph), sizePx, Math.max(size.sizePx * 2, widthPx - left))
    const gap = index === 0 ? 0 : gapBefore(paragraph, canvas) * size.scale
    return sum + gap + lines * sizePx * size.leading
  }, 0)
}

function strongIn({ role, runs }: FlowParagraph): FlowLine {
  if (role !== 'heading') return runs
  return runs.map((run): FlowRun | 'break' => (run === 'break' ? run : { ...run, isStrong: true }))
}
