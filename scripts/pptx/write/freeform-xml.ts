/** Shapes of any outline as custom geometry (ECMA-376 Part 1 §20.1.9.8). */
import { transformXml } from '../base/placeholder-xml.ts'
import type { FreeformShape, FreeformStep } from '../presentation.ts'
import { fillXml, outlineXml } from './color-xml.ts'
import { nameXml, type ShapeContext } from './shape-context.ts'
import { bodyPropertiesXml, paragraphsXml } from './text-xml.ts'
import { element, emu } from './xml.ts'

export function freeformXml(shape: FreeformShape, context: ShapeContext): string {
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, nameXml(shape, context), '<p:cNvSpPr/><p:nvPr/>'),
    element(
      'p:spPr',
      {},
      transformXml(shape.box),
      geometryXml(shape),
      fillXml(shape.fill, context.palette),
      outlineXml(shape.outline, context.palette),
    ),
    textXml(shape, context),
  )
}

function geometryXml(shape: FreeformShape): string {
  const { box, steps, isStacked, fill } = shape
  const size = { w: emu(box.width), h: emu(box.height) }
  const parts = isStacked === true ? partsOf(steps) : [steps]
  const paths = parts.map((part) => {
    // A line that is not closed would be filled up to its own chord.
    const isOpen = fill === undefined
    return element('a:path', { ...size, fill: isOpen ? 'none' : undefined }, ...part.map(stepXml))
  })
  return element(
    'a:custGeom',
    {},
    '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>',
    element('a:pathLst', {}, ...paths),
  )
}

function partsOf(steps: readonly FreeformStep[]): readonly (readonly FreeformStep[])[] {
  const parts: FreeformStep[][] = []
  for (const step of steps) {
    if (step.to === 'move') parts.push([])
    parts.at(-1)?.push(step)
  }
  return parts
}

function stepXml(step: FreeformStep): string {
  const point = (x: number, y: number): string => element('a:pt', { x: emu(x), y: emu(y) })
  if (step.to === 'close') return '<a:close/>'
  if (step.to === 'curve')
    return element(
      'a:cubicBezTo',
      {},
      point(step.x1, step.y1),
      point(step.x2, step.y2),
      point(step.x, step.y),
    )
  return element(step.to === 'move' ? 'a:moveTo' : 'a:lnTo', {}, point(step.x, step.y))
}

/** LibreOffice sets no text in a rectangle of the geometry's own: the margins of the text say the same. */
function insetsOf({ box, textBox }: FreeformShape) {
  const inner = textBox ?? box
  const inset = (px: number): number => emu(Math.max(0, px))
  return {
    lIns: inset(inner.x - box.x),
    tIns: inset(inner.y - box.y),
    rIns: inset(box.x + box.width - inner.x - inner.width),
    bIns: inset(box.y + box.height - inner.y - inner.height),
  }
}

function textXml(shape: FreeformShape, context: ShapeContext): string {
  const { text } = shape
  if (text === undefined) return ''
  return element(
    'p:txBody',
    {},
    bodyPropertiesXml(
      { anchor: 'middle', ...text },
      { wrap: 'square', ...insetsOf(shape), rtlCol: 0 },
    ),
    '<a:lstStyle/>',
    ...paragraphsXml(text.paragraphs, context),
  )
}
