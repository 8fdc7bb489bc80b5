/** The layouts of an institute's masters: their names, and what their placeholders are for. */

import type { Box } from '../../presentation.ts'
import { EMU_PER_PX } from '../../write/xml.ts'
import type { PlaceholderPlan } from '../base.ts'
import type { TemplatePackage } from './template-package.ts'
import { type StyleChain, textLookOf } from './text-style.ts'
import { child, childrenOf, isOff, numberOf, type XmlNode } from './xml-tree.ts'

export type TemplateMaster = {
  /** As the template calls it. */
  readonly part: string
  readonly root: XmlNode
  readonly layouts: readonly TemplateLayout[]
}

export type TemplateLayout = {
  readonly name: string
  /** `ST_SlideLayoutType`: the same in every language of PowerPoint. */
  readonly type: string
  readonly part: string
  readonly root: XmlNode
  readonly master: TemplateMaster['root']
  /** Those with a place, in the order of the layout. */
  readonly fields: readonly TemplateField[]
}

/** A placeholder before it is known what it is for. */
export type TemplateField = Omit<PlaceholderPlan, 'role'> & { readonly chain: StyleChain }

/** Throws PptxTemplateError. */
export function readMasters(pack: TemplatePackage): readonly TemplateMaster[] {
  const links = new Map(pack.links(pack.main).map((link) => [link.id, link]))
  const ids = childrenOf(child(pack.xml(pack.main).root, 'p:sldMasterIdLst'), 'p:sldMasterId')
  return ids.flatMap(({ attributes }) => {
    const link = links.get(attributes['r:id'] ?? '')
    if (link === undefined || link.target === '') return []
    return [readMaster(pack, link.target)]
  })
}

function readMaster(pack: TemplatePackage, part: string): TemplateMaster {
  const { root } = pack.xml(part)
  const links = new Map(pack.links(part).map((link) => [link.id, link]))
  const layouts = childrenOf(child(root, 'p:sldLayoutIdLst'), 'p:sldLayoutId').flatMap(
    ({ attributes }) => {
      const target = links.get(attributes['r:id'] ?? '')?.target ?? ''
      return target === '' ? [] : [readLayout(pack, target, root)]
    },
  )
  return { part, root, layouts }
}

function readLayout(pack: TemplatePackage, part: string, master: XmlNode): TemplateLayout {
  const { root } = pack.xml(part)
  return {
    name: child(root, 'p:cSld')?.attributes['name'] ?? '',
    type: root.attributes['type'] ?? '',
    part,
    root,
    master,
    fields: fieldsOf(root, master),
  }
}

/** What a layout's placeholder takes from its master goes by kind, not by number (ECMA-376 Part 1 §19.7.10). */
const MASTER_TYPES: Readonly<Record<string, string>> = {
  ctrTitle: 'title',
  subTitle: 'body',
  obj: 'body',
  '': 'body',
  tbl: 'body',
  chart: 'body',
  dgm: 'body',
  media: 'body',
  clipArt: 'body',
  pic: 'body',
}

const FOOT: Readonly<Record<string, string>> = { dt: 'dt', ftr: 'ftr', sldNum: 'sldNum' }

export function fieldsOf(root: XmlNode, master: XmlNode): readonly TemplateField[] {
  const settings = child(root, 'p:hf') ?? child(master, 'p:hf')
  return placeholders(root).flatMap(({ shape, type, index }) => {
    const foot = FOOT[type]
    if (foot !== undefined && isOff(settings, foot)) return []
    const above = root === master ? undefined : masterShape(master, type)
    const box = boxOf(shape) ?? (above && boxOf(above))
    if (box === undefined || box.width <= 0 || box.height <= 0) return []
    const chain = { shapes: [shape, above], master, type: type === '' ? 'obj' : type }
    const look = textLookOf(chain)
    return [{ type, index, box, look, chain, sizePx: look.levels[0]?.sizePx ?? 24 }]
  })
}

function masterShape(master: XmlNode, type: string): XmlNode | undefined {
  const wanted = MASTER_TYPES[type] ?? type
  return placeholders(master).find((one) => one.type === wanted)?.shape
}

type Found = {
  readonly shape: XmlNode
  readonly type: string
  readonly index: number | undefined
}

/** Only those that stand on the slide itself: text in groups is no placeholder in Office either. */
function placeholders(root: XmlNode): readonly Found[] {
  return childrenOf(child(root, 'p:cSld', 'p:spTree'), 'p:sp').flatMap((shape) => {
    const mark = child(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph')
    if (mark === undefined) return []
    const type = mark.attributes['type'] ?? ''
    return [{ shape, type: type === 'obj' ? '' : type, index: numberOf(mark, 'idx') }]
  })
}

export function boxOf(shape: XmlNode): Box | undefined {
  const transform = child(shape, 'p:spPr', 'a:xfrm')
  const numbers = [
    numberOf(child(transform, 'a:off'), 'x'),
    numberOf(child(transform, 'a:off'), 'y'),
    numberOf(child(transform, 'a:ext'), 'cx'),
    numberOf(child(transform, 'a:ext'), 'cy'),
  ].map((value) => value && value / EMU_PER_PX)
  const [x, y, width, height] = numbers
  if (x === undefined || y === undefined || width === undefined || height === undefined)
    return undefined
  return { x, y, width, height }
}
