/** Photographs and drawings as `<p:pic>` (ECMA-376 Part 1 §19.3.1.37). */
import { placeholderXml } from '../base/placeholder-xml.ts'
import type { PictureShape } from '../presentation.ts'
import { nameXml, type ShapeContext } from './shape-context.ts'
import { element, emu } from './xml.ts'

export function pictureXml(shape: PictureShape, context: ShapeContext): string {
  const plan = context.layout.placeholders.find(({ role }) => role === shape.role)
  return element(
    'p:pic',
    {},
    element(
      'p:nvPicPr',
      {},
      nameXml(shape, context),
      element(
        'p:cNvPicPr',
        {},
        element('a:picLocks', { noGrp: plan === undefined ? undefined : 1, noChangeAspect: 1 }),
      ),
      element('p:nvPr', {}, plan === undefined ? '' : placeholderXml(plan)),
    ),
    element(
      'p:blipFill',
      {},
      element(
        'a:blip',
        { 'r:embed': context.slide.addMedia(shape.file) },
        opacityXml(shape),
        svgXml(shape, context),
      ),
      cropXml(shape),
      '<a:stretch><a:fillRect/></a:stretch>',
    ),
    // A placeholder's own place is no picture's: it would be stretched to it.
    element('p:spPr', {}, turnedXml(shape), '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'),
  )
}

/** ECMA-376 knows no SVG: Office reads it from this extension ([MS-ODRAWXML] §2.2.4), others show the pixels. */
const SVG_EXTENSION = '{96DAC541-7B7A-43D3-8B79-37D633B846F1}'
const SVG_NAMESPACE = 'http://schemas.microsoft.com/office/drawing/2016/SVG/main'

function svgXml({ svg }: PictureShape, context: ShapeContext): string {
  if (svg === undefined) return ''
  const bytes = new TextEncoder().encode(svg)
  const id = context.slide.addMedia({ mime: 'image/svg+xml', bytes })
  const blip = element('asvg:svgBlip', { 'xmlns:asvg': SVG_NAMESPACE, 'r:embed': id })
  return `<a:extLst>${element('a:ext', { uri: SVG_EXTENSION }, blip)}</a:extLst>`
}

function opacityXml({ opacity }: PictureShape): string {
  if (opacity === undefined) return ''
  return element('a:alphaModFix', { amt: Math.round(opacity * 100_000) })
}

/** ECMA-376 Part 1 §20.1.8.55: shares of the picture in thousandths of a percent. */
function cropXml({ crop, turn }: PictureShape): string {
  if (crop === undefined) return ''
  const seen = [crop.left, crop.top, crop.right, crop.bottom]
  const [l, t, r, b] = seen.map((_, side) => {
    // The file is cut before it is turned.
    const part = seen[(side + (turn?.quarters ?? 0)) % 4] ?? 0
    return Math.round(part * 100_000)
  })
  const isMirrored = turn?.isMirrored === true
  return element('a:srcRect', { l: isMirrored ? r : l, t, r: isMirrored ? l : r, b })
}

/** A quarter of a turn, in sixty-thousandths of a degree. */
const QUARTER = 5_400_000

/** The box is that of the picture as it is seen; the file's own stands around the same middle. */
function turnedXml({ box, turn }: PictureShape): string {
  const { isMirrored, quarters } = turn ?? { isMirrored: false, quarters: 0 }
  const isLying = quarters % 2 === 1
  const [width, height] = isLying ? [box.height, box.width] : [box.width, box.height]
  const x = box.x + (box.width - width) / 2
  const y = box.y + (box.height - height) / 2
  return element(
    'a:xfrm',
    {
      rot: quarters === 0 ? undefined : quarters * QUARTER,
      flipH: isMirrored ? 1 : undefined,
    },
    element('a:off', { x: emu(x), y: emu(y) }),
    element('a:ext', { cx: emu(width), cy: emu(height) }),
  )
}
