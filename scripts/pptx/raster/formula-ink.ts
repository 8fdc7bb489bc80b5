/** A formula after layout as outlines: what a picture of it is filled with. */
import { metricsOf } from '../../font/coverage.ts'
import type { FontFace } from '../../font/faces.ts'
import { glyphOutline, type OutlineStep } from '../../font/glyph-outline.ts'
import type { PlacedText } from '../../font/harfbuzz-shape.ts'
import { placeByAdvance, shapeText } from '../../font/shape-text.ts'
import type { FormulaMark } from '../../math/formula-box.ts'
import { readSvgPath } from '../../math/svg-path.ts'

export type FormulaInk = {
  /** In em of the formula, y downward from its baseline. */
  readonly steps: readonly OutlineStep[]
  /** In the colour that stands for every `\color`. */
  readonly isColored: boolean
}

export function inkOf(marks: readonly FormulaMark[]): readonly FormulaInk[] {
  return marks.map((mark) => ({ steps: stepsOf(mark), isColored: mark.isColored }))
}

function stepsOf(mark: FormulaMark): readonly OutlineStep[] {
  switch (mark.kind) {
    case 'glyphs':
      return placeGlyphs(mark.face, placeByAdvance(mark.face, mark.text), mark)
    case 'text':
      return foreignSteps(mark)
    case 'rule': {
      const { x, y, width, height } = mark
      const [right, bottom] = [x + width, y + height]
      return polygon([x, y, right, y, right, bottom, x, bottom])
    }
    case 'stroke':
      return strokeSteps(mark)
    case 'path': {
      // What is cut off are the straight tails of roots, braces and arrows: they end at the edge instead.
      const { clip } = mark
      const cut = (at: number): number => Math.min(clip.x + clip.width, Math.max(clip.x, at))
      return readSvgPath(mark.data, {
        x: (at) => cut(mark.x + at * mark.scaleX),
        y: (at) => mark.y + at * mark.scaleY,
      })
    }
  }
}

type Origin = { readonly x: number; readonly y: number; readonly size: number }

function placeGlyphs(
  face: FontFace,
  { glyphs }: PlacedText,
  { x, y, size }: Origin,
): readonly OutlineStep[] {
  const unit = size / metricsOf(face).unitsPerEm
  return glyphs.flatMap((glyph) =>
    moveSteps(glyphOutline(face, glyph.id), {
      x: x + glyph.x * unit,
      y: y - glyph.y * unit,
      size,
    }),
  )
}

function moveSteps(steps: readonly OutlineStep[], { x, y, size }: Origin): readonly OutlineStep[] {
  return steps.map((step): OutlineStep => {
    if (step.to === 'close') return step
    const end = { x: x + step.x * size, y: y + step.y * size }
    if (step.to !== 'curve') return { to: step.to, ...end }
    const { x1, y1, x2, y2 } = step
    const controls = { x1: x + x1 * size, y1: y + y1 * size, x2: x + x2 * size, y2: y + y2 * size }
    return { to: 'curve', ...controls, ...end }
  })
}

function foreignSteps(mark: Extract<FormulaMark, { kind: 'text' }>): readonly OutlineStep[] {
  const { text, weight, y, size } = mark
  let { x } = mark
  return shapeText(text, { stack: 'sans', weight, isItalic: false }).flatMap((stretch) => {
    const origin = { x, y, size }
    x += stretch.widthEm * size
    return placeGlyphs(stretch.face, stretch, origin)
  })
}

function strokeSteps({
  x1,
  y1,
  x2,
  y2,
  thickness,
}: Extract<FormulaMark, { kind: 'stroke' }>): readonly OutlineStep[] {
  const length = Math.hypot(x2 - x1, y2 - y1)
  if (length === 0) return []
  const [aside, along] = [
    ((y2 - y1) / length) * (thickness / 2),
    ((x2 - x1) / length) * (thickness / 2),
  ]
  return polygon([
    ...[x1 + aside, y1 - along, x2 + aside, y2 - along],
    ...[x2 - aside, y2 + along, x1 - aside, y1 + along],
  ])
}

/** @param points x and y in turn */
function polygon(points: readonly number[]): readonly OutlineStep[] {
  const steps: OutlineStep[] = []
  for (let at = 0; at < points.length; at += 2)
    steps.push({ to: at === 0 ? 'move' : 'line', x: points[at] ?? 0, y: points[at + 1] ?? 0 })
  return [...steps, { to: 'close' }]
}

export type InkBounds = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Of the points of all outlines, those that pull at curves included. */
export function boundsOf(inks: readonly FormulaInk[]): InkBounds {
  const bounds = { left: 0, top: 0, right: 0, bottom: 0 }
  const reach = (x: number, y: number): void => {
    bounds.left = Math.min(bounds.left, x)
    bounds.right = Math.max(bounds.right, x)
    bounds.top = Math.min(bounds.top, y)
    bounds.bottom = Math.max(bounds.bottom, y)
  }
  for (const { steps } of inks)
    for (const step of steps) {
      if (step.to === 'close') continue
      reach(step.x, step.y)
      if (step.to !== 'curve') continue
      reach(step.x1, step.y1)
      reach(step.x2, step.y2)
    }
  return bounds
}
