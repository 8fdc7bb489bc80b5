/** Shapes of a slide as PresentationML. */
import { placeholderXml, ROLE_NAMES, transformXml } from '../base/placeholder-xml.ts'
import { chartFrameXml } from '../chart/chart-frame.ts'
import type { GroupShape, PlaceholderShape, Shape, TextBody, TextShape } from '../presentation.ts'
import { fillXml, outlineXml } from './color-xml.ts'
import { freeformXml } from './freeform-xml.ts'
import { pictureXml } from './picture-xml.ts'
import { nameXml, type ShapeContext } from './shape-context.ts'
import { tableXml } from './table-xml.ts'
import { bodyPropertiesXml, paragraphsXml, textBodyXml } from './text-xml.ts'
import { stepsOf } from './timing-xml.ts'
import { element, emu } from './xml.ts'

type Write<Kind extends Shape['kind']> = (
  shape: Extract<Shape, { kind: Kind }>,
  context: ShapeContext,
) => string

const WRITERS: { readonly [Kind in Shape['kind']]: Write<Kind> } = {
  placeholder: placeholderShape,
  text: textShape,
  freeform: freeformXml,
  group: groupShape,
  picture: pictureXml,
  table: tableXml,
  chart: chartFrameXml,
}

export function shapeXml(shape: Shape, context: ShapeContext): string {
  // The table pairs each kind with its own writer, which the compiler cannot follow through an index.
  const write = WRITERS[shape.kind] as (shape: Shape, context: ShapeContext) => string
  return write(shape, context)
}

function placeholderShape(shape: PlaceholderShape, context: ShapeContext): string {
  const plan = context.layout.placeholders.find(({ role }) => role === shape.role)
  if (plan === undefined) throw new Error(`the layout ${context.layout.name} has no ${shape.role}`)
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      stepping(nameXml({ name: ROLE_NAMES[shape.role] }, context), shape.text, context),
      '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
      element('p:nvPr', {}, placeholderXml(plan)),
    ),
    element('p:spPr', {}, shape.box === undefined ? '' : transformXml(shape.box)),
    textBodyXml('p:txBody', shape.text, { ...context, sizePx: plan.sizePx }),
  )
}

/** The name of a shape, once it is known that paragraphs in it wait for clicks. */
function stepping(name: string, text: TextBody | undefined, context: ShapeContext): string {
  const steps = stepsOf(text?.paragraphs ?? [])
  if (steps.length > 0) context.slide.addSteps(steps)
  return name
}

const NO_INSETS = { lIns: 0, tIns: 0, rIns: 0, bIns: 0 }

function textShape(shape: TextShape, context: ShapeContext): string {
  const isLine = shape.geometry === 'line'
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      stepping(nameXml(shape, context), shape.text, context),
      element('p:cNvSpPr', { txBox: shape.geometry === undefined ? 1 : undefined }),
      '<p:nvPr/>',
    ),
    element(
      'p:spPr',
      {},
      transformXml(shape.box),
      element('a:prstGeom', { prst: shape.geometry ?? 'rect' }, adjustXml(shape)),
      isLine ? '' : fillXml(shape.fill, context.palette),
      outlineXml(shape.outline, context.palette),
    ),
    boxTextXml(shape, context),
  )
}

/** What holds no words has no place for them. */
function boxTextXml({ text, geometry, isOneLine }: TextShape, context: ShapeContext): string {
  if (text === undefined || geometry === 'line') return ''
  const wrap = isOneLine === true ? 'none' : 'square'
  return element(
    'p:txBody',
    {},
    bodyPropertiesXml(text, { ...NO_INSETS, wrap, rtlCol: 0 }),
    '<a:lstStyle/>',
    ...paragraphsXml(text.paragraphs, context),
  )
}

/** The corner of a rounded rectangle is a share of its shorter side (ECMA-376, presetShapeDefinitions.xml). */
function adjustXml({ geometry, cornerPx, box }: TextShape): string {
  const side = Math.min(box.width, box.height)
  if (geometry !== 'roundRect' || cornerPx === undefined || side <= 0) return '<a:avLst/>'
  const share = Math.min(50_000, Math.round((cornerPx / side) * 100_000))
  return `<a:avLst>${element('a:gd', { name: 'adj', fmla: `val ${share}` })}</a:avLst>`
}

function groupShape(shape: GroupShape, context: ShapeContext): string {
  const name = nameXml(shape, context)
  if (shape.isStep === true) context.slide.addSteps([{ paragraphs: undefined, level: 0 }])
  const { x, y, width, height } = shape.box
  const inner = `<a:chOff x="${emu(x)}" y="${emu(y)}"/><a:chExt cx="${emu(width)}" cy="${emu(height)}"/>`
  return element(
    'p:grpSp',
    {},
    element('p:nvGrpSpPr', {}, name, '<p:cNvGrpSpPr/>', '<p:nvPr/>'),
    element('p:grpSpPr', {}, transformXml(shape.box).replace('</a:xfrm>', `${inner}</a:xfrm>`)),
    ...shape.children.map((child) => shapeXml(child, context)),
  )
}
