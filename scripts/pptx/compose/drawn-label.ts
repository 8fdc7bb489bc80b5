/** Lines of a label in a drawing as one text: they are typed over as one. */
import type { Shape as DrawnShape } from '../../chart/drawing.ts'
import { measureText } from '../../font/measure-text.ts'
import type { Box, Paragraph, TextBody, TextShape } from '../presentation.ts'

export type DrawnText = Extract<DrawnShape, { kind: 'text' }>

/** One line after the other, in one look, from one edge or around one middle. */
export type Label = readonly [DrawnText, ...DrawnText[]]

/** In em of its size: from baseline to baseline. */
const MOST_LEADING = 1.8

/** The label that begins with this text, and the shapes behind it. */
export function readLabel(
  first: DrawnText,
  following: readonly DrawnShape[],
): { readonly label: Label; readonly count: number } {
  const lines: [DrawnText, ...DrawnText[]] = [first]
  for (const shape of following) {
    const last = lines.at(-1)
    if (shape.kind !== 'text' || last === undefined || !continues(last, shape)) break
    lines.push(shape)
  }
  return { label: lines, count: lines.length }
}

function continues(last: DrawnText, next: DrawnText): boolean {
  const leading = (next.y - last.y) / last.size
  const isNear = leading > 0.5 && leading < MOST_LEADING
  const isAligned = next.anchor === last.anchor && Math.abs(next.x - last.x) < 0.5
  return isNear && isAligned && next.size === last.size && next.fill === last.fill
}

/**
 * In em: a line that is so high has its middle about 0.35 em above the baseline, where drawings have it. PowerPoint sets
 * the baseline at the share of the ascent, 0.785 of it in Noto, LibreOffice at 0.8.
 */
const EVEN_LINE = 1.2

/** From one line to the next. */
function leadingOf(label: Label): number {
  const [first] = label
  const last = label.at(-1) ?? first
  if (label.length === 1) return first.size * EVEN_LINE
  return (last.y - first.y) / (label.length - 1)
}

/** Half the height of lower-case letters: what a drawing puts in the middle; see chart/chart-style.ts. */
const MIDDLE_OF_TEXT = 0.35

/** The box that its lines fill. */
export function labelBox(label: Label, at: { readonly x: number; readonly y: number }): Box {
  const [first] = label
  const { size, anchor, x } = first
  const width = Math.max(...label.map((line) => measureText(line.text, styleOf(line)) * size))
  const leading = leadingOf(label)
  const middles = label.map(({ y }) => y - MIDDLE_OF_TEXT * size)
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  const top = (middles[0] ?? 0) - leading / 2
  return { x: at.x + left, y: at.y + top, width, height: label.length * leading }
}

function styleOf({ weight }: DrawnText) {
  return { stack: 'sans', weight, isItalic: false } as const
}

const ALIGNS = { start: 'left', middle: 'center', end: 'right' } as const

/** Its lines stay those that were drawn. */
export function labelBody(label: Label): TextBody {
  const [{ size, fill, anchor }] = label
  const paragraph: Paragraph = {
    runs: label.flatMap(({ text, weight }, index) => [
      ...(index === 0 ? [] : (['break'] as const)),
      { text, ...(weight === 400 ? {} : { isStrong: true as const }) },
    ]),
    level: 0,
    bullet: 'none',
    align: ALIGNS[anchor],
    sizePx: size,
    linePx: leadingOf(label),
    // Drawings know colours as they are seen; see base/color-scheme.ts for those of the theme.
    color: fill as `#${string}`,
  }
  return { paragraphs: [paragraph], anchor: 'middle' }
}

export function labelShape(
  label: Label,
  at: { readonly x: number; readonly y: number },
): TextShape {
  return {
    kind: 'text',
    name: `Label ${label[0].text}`,
    box: labelBox(label, at),
    text: labelBody(label),
    isOneLine: true,
  }
}
