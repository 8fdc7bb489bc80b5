/** A drawing as an SVG element: no style sheet, no script, no reference to anything outside. */
import type { Drawing, PathShape, PathStep, Shape } from './drawing.ts'

export type SvgOptions = {
  /** Read by screen readers in place of the drawing. */
  readonly alt: string
  /** CSS font-family list. */
  readonly fontFamily: string
  /** A larger frame in whose middle the drawing stands; left out: its own size. */
  readonly frame?: { readonly width: number; readonly height: number }
}

export function toSvg(drawing: Drawing, options: SvgOptions): string {
  const { width, height } = options.frame ?? drawing
  const [left, top] = [(drawing.width - width) / 2, (drawing.height - height) / 2]
  const size = `viewBox="${[left, top, width, height].map(round).join(' ')}"`
  const head = `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${escapeXml(options.alt)}" font-family="${escapeXml(options.fontFamily)}">`
  return `${head}<title>${escapeXml(options.alt)}</title>${drawing.shapes.map(shapeToSvg).join('')}</svg>`
}

function shapeToSvg(shape: Shape): string {
  switch (shape.kind) {
    case 'rect':
      return `<rect x="${shape.x}" y="${shape.y}" width="${shape.width}" height="${shape.height}" fill="${shape.fill}"/>`
    case 'line':
      return `<line x1="${shape.x1}" y1="${shape.y1}" x2="${shape.x2}" y2="${shape.y2}" stroke="${shape.stroke}" stroke-width="${shape.strokeWidth}"/>`
    case 'text':
      return `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" font-weight="${shape.weight}" fill="${shape.fill}"${shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`}>${escapeXml(shape.text)}</text>`
    case 'path':
      return pathToSvg(shape)
  }
}

/** Slanted lines are smoothed, whatever the style sheet says of the upright ones of a bar chart. */
function pathToSvg({ steps, fill, stroke, strokeWidth, dash }: PathShape): string {
  const data = steps.map(stepToSvg).join('')
  const line =
    stroke === undefined
      ? ''
      : ` stroke="${stroke}" stroke-width="${strokeWidth}" stroke-linejoin="round"`
  const dashes = dash === undefined ? '' : ` stroke-dasharray="${dash.join(' ')}"`
  return `<path d="${data}" fill="${fill ?? 'none'}"${line}${dashes} shape-rendering="geometricPrecision"/>`
}

function stepToSvg(step: PathStep): string {
  switch (step.to) {
    case 'move':
      return `M${step.x} ${step.y}`
    case 'line':
      return `L${step.x} ${step.y}`
    case 'curve':
      return `C${step.x1} ${step.y1} ${step.x2} ${step.y2} ${step.x} ${step.y}`
    case 'close':
      return 'Z'
  }
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
