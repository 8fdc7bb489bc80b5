/** Shapes of a slide as PresentationML. */
import { placeholderXml, ROLE_NAMES, transformXml } from '../base/placeholder-xml.ts'
import type {
  FreeformShape,
  GroupShape,
  PictureShape,
  PlaceholderShape,
  Shape,
  TextShape,
} from '../presentation.ts'
import { fillXml, outlineXml } from './color-xml.ts'
import { DECORATIVE, nameXml, type ShapeContext } from './shape-context.ts'
import { tableXml } from './table-xml.ts'
import { bodyPropertiesXml, paragraphsXml, textBodyXml } from './text-xml.ts'
import { element, emu } from './xml.ts'

type Write<Kind extends Shape['kind']> = (
  shape: Extract<Shape, { kind: Kind }>,
  context: ShapeContext,
) => string

const WRITERS: { readonly [Kind in Shape['kind']]: Write<Kind> } = {
  placeholder: placeholderShape,
  text: textShape,
  freeform: freeformShape,
  group: groupShape,
  picture: pictureShape,
  table: tableXml,
  chart: () => '',
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
      nameXml({ name: ROLE_NAMES[shape.role] }, context),
      '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
      element('p:nvPr', {}, placeholderXml(plan)),
    ),
    element('p:spPr', {}, shape.box === undefined ? '' : transformXml(shape.box)),
    textBodyXml('p:txBody', shape.text, { ...context, sizePx: plan.sizePx }),
  )
}

const NO_INSETS = { wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0 }

function textShape(shape: TextShape, context: ShapeContext): string {
  const isLine = shape.geometry === 'line'
  const body = shape.text ?? { paragraphs: [] }
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      nameXml(shape, context, shape.isDecorative === true ? DECORATIVE : ''),
      element('p:cNvSpPr', { txBox: shape.geometry === undefined ? 1 : undefined }),
      '<p:nvPr/>',
    ),
    element(
      'p:spPr',
      {},
      transformXml(shape.box),
      element('a:prstGeom', { prst: shape.geometry ?? 'rect' }, '<a:avLst/>'),
      isLine ? '' : fillXml(shape.fill, context.palette),
      outlineXml(shape.outline, context.palette),
    ),
    isLine
      ? ''
      : element(
          'p:txBody',
          {},
          bodyPropertiesXml(body, { ...NO_INSETS, rtlCol: 0 }),
          '<a:lstStyle/>',
          ...paragraphsXml(body.paragraphs, context),
        ),
  )
}

function freeformShape(shape: FreeformShape, context: ShapeContext): string {
  const point = (x: number, y: number): string => element('a:pt', { x: emu(x), y: emu(y) })
  const steps = shape.steps.map((step) => {
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
  })
  const size = { w: emu(shape.box.width), h: emu(shape.box.height) }
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, nameXml(shape, context), '<p:cNvSpPr/>', '<p:nvPr/>'),
    element(
      'p:spPr',
      {},
      transformXml(shape.box),
      element(
        'a:custGeom',
        {},
        '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>',
        element('a:pathLst', {}, element('a:path', size, ...steps)),
      ),
      fillXml(shape.fill, context.palette),
      outlineXml(shape.outline, context.palette),
    ),
  )
}

function groupShape(shape: GroupShape, context: ShapeContext): string {
  const name = nameXml(shape, context)
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

/** ECMA-376 knows no SVG; Office reads it from this extension and shows the raster where it does not. */
const SVG_EXTENSION = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}'

function pictureShape(shape: PictureShape, context: ShapeContext): string {
  const embed = context.slide.addMedia(shape.file)
  const svg =
    shape.svg === undefined
      ? ''
      : `<a:extLst><a:ext uri="${SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${context.slide.addMedia({ mime: 'image/svg+xml', bytes: new TextEncoder().encode(shape.svg) })}"/></a:ext></a:extLst>`
  const target = shape.link === undefined ? undefined : context.link(shape.link)
  const link = target === undefined ? '' : element('a:hlinkClick', { 'r:id': target.id })
  return element(
    'p:pic',
    {},
    element(
      'p:nvPicPr',
      {},
      nameXml(shape, context, link),
      '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr>',
      '<p:nvPr/>',
    ),
    element(
      'p:blipFill',
      {},
      element('a:blip', { 'r:embed': embed }, svg),
      '<a:stretch><a:fillRect/></a:stretch>',
    ),
    element(
      'p:spPr',
      {},
      transformXml(shape.box),
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
    ),
  )
}
