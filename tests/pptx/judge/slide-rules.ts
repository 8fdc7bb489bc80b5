/** Slides, layouts, masters and notes: ids of shapes, placeholders and where they come from. */
import { type Package, type Part, partsOfType, type Report, relatedPart } from './package.ts'
import { allNodes, childAt, find, numberOf, textOf, type XmlNode } from './read-xml.ts'

const PAGES = [
  'presentationml.slide+xml',
  'slideLayout+xml',
  'slideMaster+xml',
  'notesSlide+xml',
  'notesMaster+xml',
]

export function checkShapes(pack: Package, report: Report): void {
  for (const page of PAGES.flatMap((ending) => partsOfType(pack, ending))) {
    const ids = new Set<number>()
    for (const [index, node] of find(page.xml, 'p:cNvPr').entries()) {
      const id = numberOf(node, 'id')
      const name = node.attributes.get('name') ?? ''
      if (!(Number.isInteger(id) && id >= 1 && id < 2 ** 31)) report('id', page.path, `shape ${id}`)
      if (ids.has(id)) report('id', page.path, `two shapes of id ${id}`)
      ids.add(id)
      // The first is the tree itself, which nobody sees.
      if (index > 0 && name.trim() === '') report('shape-name', page.path, `shape ${id}`)
    }
  }
}

export function checkSlides(pack: Package, report: Report): void {
  for (const slide of partsOfType(pack, 'presentationml.slide+xml')) {
    for (const [kind, most] of [
      ['slideLayout', 1],
      ['notesSlide', 1],
    ] as const) {
      const count = slide.relationships.filter((one) => one.kind === kind).length
      if (count > most || (kind === 'slideLayout' && count === 0))
        report('slide-parts', slide.path, `${count} of ${kind}`)
    }
    checkPlaceholders(slide, relatedPart(pack, slide, 'slideLayout'), report)
    checkNotes(slide, pack, report)
  }
  for (const layout of partsOfType(pack, 'slideLayout+xml')) {
    const master = relatedPart(pack, layout, 'slideMaster')
    if (master !== undefined) checkLayout(layout, master, report)
  }
}

type Placeholder = { readonly type: string; readonly index: string; readonly shape: XmlNode }

/** Defaults of §19.3.1.36: an object, index 0. */
function placeholdersOf(part: Part | undefined): readonly Placeholder[] {
  if (part?.xml === undefined) return []
  return [...allNodes(part.xml)].flatMap((shape) => {
    const node =
      childAt(shape, 'p:nvSpPr/p:nvPr/p:ph') ??
      childAt(shape, 'p:nvPicPr/p:nvPr/p:ph') ??
      childAt(shape, 'p:nvGraphicFramePr/p:nvPr/p:ph')
    if (node === undefined) return []
    const { attributes } = node
    return [{ type: attributes.get('type') ?? 'obj', index: attributes.get('idx') ?? '0', shape }]
  })
}

/** What a slide's placeholder may be in the layout; the first word is how masters have it. */
const KINSHIP: readonly ReadonlySet<string>[] = [
  new Set(['title', 'ctrTitle']),
  new Set(['body', 'subTitle', 'obj', 'tbl', 'chart', 'pic', 'dgm', 'media', 'clipArt']),
]

function isKin(one: string, other: string): boolean {
  return one === other || KINSHIP.some((set) => set.has(one) && set.has(other))
}

function checkPlaceholders(slide: Part, layout: Part | undefined, report: Report): void {
  const there = placeholdersOf(layout)
  const seen = new Set<string>()
  for (const { type, index, shape } of placeholdersOf(slide)) {
    const key = `${index} ${KINSHIP[0]?.has(type) === true ? 'title' : ''}`
    if (seen.has(key)) report('placeholder', slide.path, `two of index ${index}`)
    seen.add(key)
    if (!there.some((one) => one.index === index && isKin(one.type, type)))
      report('placeholder', slide.path, `${type} ${index} is not in ${layout?.path}`)
    if (shape.name === 'p:sp' && textOf(childAt(shape, 'p:txBody')).trim() === '')
      report('empty-placeholder', slide.path, `${type} ${index}: shown as "Click to add text"`)
  }
}

/** The master has no more than five kinds of them. */
function checkLayout(layout: Part, master: Part, report: Report): void {
  const there = placeholdersOf(master)
  const indexes = placeholdersOf(layout).map(
    ({ index, type }) => `${index} ${isKin(type, 'title')}`,
  )
  if (new Set(indexes).size !== indexes.length)
    report('placeholder', layout.path, 'two placeholders of one index')
  for (const { type, index } of placeholdersOf(layout))
    if (!there.some((one) => isKin(one.type, type)))
      report('placeholder', layout.path, `${type} ${index} is of no kind in ${master.path}`)
}

/** Slide and notes name each other, and the notes their master (§13.3.5). */
function checkNotes(slide: Part, pack: Package, report: Report): void {
  const notes = relatedPart(pack, slide, 'notesSlide')
  if (notes === undefined) return
  if (relatedPart(pack, notes, 'slide')?.path !== slide.path)
    report('notes', notes.path, `does not lead back to ${slide.path}`)
  const master = relatedPart(pack, notes, 'notesMaster')
  if (master === undefined) report('notes', notes.path, 'no master of notes')
  const there = placeholdersOf(master)
  const own = placeholdersOf(notes)
  for (const { type } of own)
    if (!there.some((one) => one.type === type))
      report('placeholder', notes.path, `${type} is not in ${master?.path}`)
  if (!own.some(({ type, shape }) => type === 'body' && textOf(shape).trim() !== ''))
    report('notes', notes.path, 'says nothing')
}
