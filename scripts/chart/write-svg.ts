/** A drawing as an SVG element: no style sheet, no script, no reference to anything outside. */
import type { Drawing, Shape } from './drawing.ts'

export type SvgOptions = {
  /** Read by screen readers in place of the drawing. */
  readonly alt: string
  /** CSS font-family list. */
  readonly fontFamily: string
}

export function toSvg(drawing: Drawing, options: SvgOptions): string {
  const size = `viewBox="0 0 ${round(drawing.width)} ${round(drawing.height)}"`
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
      return `<text x="${shape.x}" y="${shape.y}" font-size="${shape.size}" font-weight="${shape.weight}" fill="${shape.fill}"${shape.anchor === 'end' ? ' text-anchor="end"' : ''}>${escapeXml(shape.text)}</text>`
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
