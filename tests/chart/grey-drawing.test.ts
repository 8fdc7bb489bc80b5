/** How the marks of a drawing are told apart without colours. */
import { expect, it } from 'vitest'
import type { Drawing, GreyPattern, PathShape } from '../../scripts/chart/drawing.ts'
import { greyDrawing } from '../../scripts/chart/grey-drawing.ts'
import { toSvg } from '../../scripts/chart/write-svg.ts'
import { contrast } from '../../scripts/color/contrast.ts'

const PATTERNS: readonly GreyPattern[] = ['hatch', 'back-hatch', 'cross-hatch', 'rules', 'open']
const BAR = { kind: 'rect', x: 10, y: 20, width: 200, height: 40, fill: '#767676' } as const

function drawingOf(...shapes: Drawing['shapes']): Drawing {
  return { width: 400, height: 200, shapes }
}

function patterned(greyPattern: GreyPattern): PathShape {
  const [shape] = greyDrawing(drawingOf({ ...BAR, greyPattern })).shapes
  if (shape?.kind !== 'path') throw new Error('not hatched')
  return shape
}

it('hatches every pattern in its own way, in one path of plain lines', () => {
  const paths = PATTERNS.map((pattern) => JSON.stringify(patterned(pattern).steps))
  expect(new Set(paths).size).toBe(PATTERNS.length)
})

it.each(PATTERNS)('%s stays inside its bar and is as dark as text', (pattern) => {
  const { steps, stroke = '', strokeWidth, fill } = patterned(pattern)
  expect(fill).toBeUndefined()
  expect(contrast(stroke, '#ffffff')).toBeGreaterThanOrEqual(7)
  const half = strokeWidth / 2
  for (const step of steps) {
    if (step.to === 'close') continue
    expect(step.x).toBeGreaterThanOrEqual(BAR.x + half)
    expect(step.x).toBeLessThanOrEqual(BAR.x + BAR.width - half)
    expect(step.y).toBeGreaterThanOrEqual(BAR.y + half)
    expect(step.y).toBeLessThanOrEqual(BAR.y + BAR.height - half)
  }
})

it('keeps a bar that has no pattern, and one with no room for lines, full', () => {
  expect(greyDrawing(drawingOf(BAR)).shapes).toEqual([BAR])
  const thin = { ...BAR, width: 3, greyPattern: 'hatch' } as const
  const [shape] = greyDrawing(drawingOf(thin)).shapes
  expect(shape).toEqual({ ...BAR, width: 3 })
})

it('draws a line in the dashes that tell it from others', () => {
  const line: PathShape = {
    kind: 'path',
    steps: [
      { to: 'move', x: 0, y: 0 },
      { to: 'line', x: 100, y: 50 },
    ],
    stroke: '#404040',
    strokeWidth: 4,
    greyDash: [20, 6, 4, 6],
  }
  const svg = toSvg(greyDrawing(drawingOf(line)), { alt: '', fontFamily: 'x' })
  expect(svg).toContain('stroke-dasharray="20 6 4 6"')
  expect(toSvg(drawingOf(line), { alt: '', fontFamily: 'x' })).not.toContain('dasharray')
})
