/** Rectangles, lines and paths → the operators of a PDF content stream (ISO 32000-1, 8.5). */
import type { LineMark, PathMark, PathStep, RectMark } from './mark.ts'
import { fillColor, formatNumber, strokeColor } from './paint-text.ts'

export function paintShape(mark: RectMark | LineMark | PathMark): string {
  if (mark.kind === 'rect') return paintRect(mark)
  return mark.kind === 'line' ? paintLine(mark) : paintPath(mark)
}

function paintRect(mark: RectMark): string {
  const box = [mark.x, mark.y, mark.width, mark.height].map(formatNumber).join(' ')
  return `${fillColor(mark.fill)}\n${box} re f\n`
}

function paintLine(mark: LineMark): string {
  const from = `${formatNumber(mark.x1)} ${formatNumber(mark.y1)} m`
  const to = `${formatNumber(mark.x2)} ${formatNumber(mark.y2)} l`
  return `${strokeColor(mark.stroke)} ${formatNumber(mark.widthPt)} w\n${from} ${to} S\n`
}

function paintPath({ steps, fill, stroke, widthPt, dash }: PathMark): string {
  const isFilled = fill !== undefined
  const isStroked = stroke !== undefined
  if (!isFilled && !isStroked) return ''
  const look = [
    ...(isFilled ? [fillColor(fill)] : []),
    ...(isStroked ? [`${strokeColor(stroke)} ${formatNumber(widthPt)} w 1 j`] : []),
    ...(dash === undefined ? [] : [`[${dash.map(formatNumber).join(' ')}] 0 d`]),
  ]
  const finish = isFilled && isStroked ? 'B' : isFilled ? 'f' : 'S'
  const painted = `${look.join('\n')}\n${steps.map(stepOperator).join('\n')}\n${finish}\n`
  // Joins and dashes stay as they are for what is painted next.
  return isStroked ? `q\n${painted}Q\n` : painted
}

function stepOperator(step: PathStep): string {
  switch (step.to) {
    case 'move':
      return `${operands(step.x, step.y)} m`
    case 'line':
      return `${operands(step.x, step.y)} l`
    case 'curve':
      return `${operands(step.x1, step.y1, step.x2, step.y2, step.x, step.y)} c`
    case 'close':
      return 'h'
  }
}

function operands(...values: readonly number[]): string {
  return values.map(formatNumber).join(' ')
}
