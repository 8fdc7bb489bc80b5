/** A layout that an institute's template does not have, added to its master: places alone, all looks are the master's. */
import type { Box, LayoutName } from '../../presentation.ts'
import { MASTER_COLORS } from '../../write/ground-xml.ts'
import { element, NAMESPACES, XML_HEAD, xmlText } from '../../write/xml.ts'
import { LAYOUT_TYPES } from '../layout-types.ts'
import { shapeTreeXml, transformXml } from '../placeholder-xml.ts'
import { numberField } from '../prompts.ts'
import { fieldsOf } from './read-layouts.ts'
import type { XmlNode } from './xml-tree.ts'

export type Slide = { readonly widthPx: number; readonly heightPx: number }

/** @param master that the layout is added to */
export function fallbackLayoutXml(name: LayoutName, master: XmlNode, slide: Slide): string {
  const places = placesOf(master, slide)
  const feet = fieldsOf(master, master).filter(({ type }) => Object.hasOwn(FOOT_INDEX, type))
  const shapes = [
    ...CONTENT[name](places, slide),
    ...feet.map(({ type }) => ({ type, index: FOOT_INDEX[type] })),
  ]
  return `${XML_HEAD}${element(
    'p:sldLayout',
    { ...NAMESPACES, type: LAYOUT_TYPES[name], preserve: 1, userDrawn: 1 },
    element(
      'p:cSld',
      { name },
      shapeTreeXml(...shapes.map((shape, index) => shapeXml(shape, index + 2))),
    ),
    MASTER_COLORS,
  )}`
}

const FOOT_INDEX: Readonly<Record<string, number>> = { dt: 10, ftr: 11, sldNum: 12 }

type Places = { readonly title: Box; readonly body: Box }

/** Where the master has its title and text; without them, as a blank theme of Office has. */
function placesOf(master: XmlNode, { widthPx, heightPx }: Slide): Places {
  const fields = fieldsOf(master, master)
  const boxOf = (type: string): Box | undefined => fields.find((field) => field.type === type)?.box
  const x = widthPx * 0.07
  const width = widthPx - 2 * x
  const title = boxOf('title') ?? { x, y: heightPx * 0.055, width, height: heightPx * 0.18 }
  const y = title.y + title.height + heightPx * 0.02
  const body = boxOf('body') ?? {
    x,
    y,
    width,
    height: Math.max(heightPx * 0.3, heightPx * 0.9 - y),
  }
  return { title, body }
}

type Shape = {
  readonly type: string
  readonly index?: number | undefined
  /** Left out: where the master has it. */
  readonly box?: Box
  readonly anchor?: 'b' | 't'
  readonly isPlain?: true
}

const CONTENT: Readonly<Record<LayoutName, (places: Places, slide: Slide) => readonly Shape[]>> = {
  'Title Slide': (places, slide) => coverOf(places, slide, ['ctrTitle', 'subTitle']),
  'Section Header': (places, slide) => coverOf(places, slide, ['title', 'body']),
  'Title and Content': ({ title, body }) => [
    { type: 'title', box: title },
    { type: '', index: 1, box: body },
  ],
  'Two Content': ({ title, body }, { widthPx }) => {
    const gap = widthPx * 0.025
    const width = (body.width - gap) / 2
    return [
      { type: 'title', box: title },
      { type: '', index: 1, box: { ...body, width } },
      { type: '', index: 2, box: { ...body, x: body.x + width + gap, width } },
    ]
  },
  'Title Only': ({ title }) => [{ type: 'title', box: title }],
  Blank: () => [],
}

/** The title stands on the middle of the slide, what follows below it. */
function coverOf(
  { body }: Places,
  { heightPx }: Slide,
  [title, text]: readonly [string, string],
): readonly Shape[] {
  const middle = heightPx * 0.5
  const above = { ...body, y: heightPx * 0.2, height: heightPx * 0.29 }
  const below = { ...body, y: middle + heightPx * 0.02, height: heightPx * 0.3 }
  return [
    { type: title, box: above, anchor: 'b' },
    { type: text, index: 1, box: below, anchor: 't', isPlain: true },
  ]
}

const NAMES: Readonly<Record<string, string>> = {
  title: 'Title',
  ctrTitle: 'Title',
  subTitle: 'Subtitle',
  body: 'Text',
  '': 'Content',
  dt: 'Date',
  ftr: 'Footer',
  sldNum: 'Slide number',
}

function shapeXml({ type, index, box, anchor, isPlain }: Shape, id: number): string {
  const name = NAMES[type] ?? 'Placeholder'
  const plain = '<a:lvl1pPr marL="0" indent="0"><a:buNone/></a:lvl1pPr>'
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name: `${name} ${id}` }),
      '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
      element('p:nvPr', {}, element('p:ph', { type: type === '' ? undefined : type, idx: index })),
    ),
    element('p:spPr', {}, box === undefined ? '' : transformXml(box)),
    element(
      'p:txBody',
      {},
      element('a:bodyPr', { anchor }),
      element('a:lstStyle', {}, isPlain === true ? plain : ''),
      textXml(type, name),
    ),
  )
}

function textXml(type: string, name: string): string {
  if (type === 'sldNum') return numberField('en')
  if (type === 'dt' || type === 'ftr') return '<a:p><a:endParaRPr lang="en-IN"/></a:p>'
  return `<a:p><a:r><a:rPr lang="en-IN"/><a:t>${xmlText(name)}</a:t></a:r></a:p>`
}
