/** Masters, layouts, slides and sections of a presentation, and the ids by which they know each other. */
import { type Package, type Part, partsOfType, type Report, relatedPart } from './package.ts'
import { childAt, childrenOf, find, numberOf } from './read-xml.ts'

const MAIN = 'presentation.main+xml'

export function checkPresentation(pack: Package, report: Report): void {
  const [main] = partsOfType(pack, MAIN)
  if (main === undefined) {
    report('no-main-part', '', 'no presentation')
    return
  }
  checkSizes(main, report)
  checkSlideList(main, pack, report)
  checkMasterIds(main, pack, report)
  checkSections(main, report)
  for (const master of partsOfType(pack, 'slideMaster+xml')) checkMaster(master, pack, report)
  checkThemes(pack, report)
  if (
    partsOfType(pack, 'notesSlide+xml').length > 0 &&
    find(main.xml, 'p:notesMasterId').length !== 1
  )
    report('notes-master', main.path, 'notes, but no master of notes')
}

/** §20.1.10.74 ST_SlideSizeCoordinate. */
function checkSizes({ path, xml }: Part, report: Report): void {
  const size = childAt(xml, 'p:sldSz')
  const notes = childAt(xml, 'p:notesSz')
  for (const side of ['cx', 'cy']) {
    const value = numberOf(size, side)
    if (!(value >= 914_400 && value <= 51_206_400)) report('slide-size', path, `${side} ${value}`)
    if (!(numberOf(notes, side) > 0)) report('slide-size', path, `notes ${side}`)
  }
}

function checkSlideList(main: Part, pack: Package, report: Report): void {
  const ids = find(main.xml, 'p:sldId')
  checkIds(
    main,
    ids.map((node) => numberOf(node, 'id')),
    { min: 256, max: 2 ** 31 - 1 },
    report,
  )
  const listed = ids.map((node) => targetOf(main, node.attributes.get('r:id')))
  const slides = partsOfType(pack, 'presentationml.slide+xml').map(({ path }) => path)
  for (const path of slides)
    if (listed.filter((one) => one === path).length !== 1)
      report('slide-list', path, 'is not in the list of slides once')
}

/** Masters and layouts share one set of ids (§19.7.4, §19.7.11). */
function checkMasterIds(main: Part, pack: Package, report: Report): void {
  const masters = find(main.xml, 'p:sldMasterId')
  const layouts = partsOfType(pack, 'slideMaster+xml').flatMap(({ xml }) =>
    find(xml, 'p:sldLayoutId'),
  )
  if (masters.length === 0) report('master', main.path, 'no slide master')
  const ids = [...masters, ...layouts].map((node) => numberOf(node, 'id'))
  checkIds(main, ids, { min: 2 ** 31, max: 2 ** 32 - 1 }, report)
}

function checkIds(
  { path }: Part,
  ids: readonly number[],
  { min, max }: { readonly min: number; readonly max: number },
  report: Report,
): void {
  const seen = new Set<number>()
  for (const id of ids) {
    if (!(Number.isInteger(id) && id >= min && id <= max)) report('id', path, `${id}`)
    if (seen.has(id)) report('id', path, `${id} is given twice`)
    seen.add(id)
  }
}

function targetOf(part: Part, id: string | undefined): string | undefined {
  return part.relationships.find((one) => one.id === id)?.path
}

function checkMaster(master: Part, pack: Package, report: Report): void {
  const listed = find(master.xml, 'p:sldLayoutId').map((node) =>
    targetOf(master, node.attributes.get('r:id')),
  )
  if (listed.length === 0) report('master', master.path, 'no layouts')
  if (new Set(listed).size !== listed.length) report('master', master.path, 'a layout twice')
  const names = new Set<string>()
  for (const { kind, path } of master.relationships) {
    if (kind !== 'slideLayout') continue
    const layout = pack.parts.get(path)
    if (!listed.includes(path)) report('master', master.path, `does not list ${path}`)
    const backs = layout?.relationships.filter((one) => one.kind === 'slideMaster') ?? []
    if (backs.length !== 1 || backs[0]?.path !== master.path)
      report('master', path, 'does not lead back to its master')
    const name = childAt(layout?.xml, 'p:cSld')?.attributes.get('name') ?? ''
    if (name === '' || names.has(name)) report('layout-name', path, `"${name}"`)
    names.add(name)
  }
}

/** A theme that two masters share makes PowerPoint repair the file (PptxGenJS issues 1443, 1449). */
function checkThemes(pack: Package, report: Report): void {
  const users = new Map<string, number>()
  for (const ending of ['slideMaster+xml', 'notesMaster+xml', 'handoutMaster+xml'])
    for (const master of partsOfType(pack, ending)) {
      const theme = relatedPart(pack, master, 'theme')
      if (theme === undefined) report('theme', master.path, 'no theme')
      else users.set(theme.path, (users.get(theme.path) ?? 0) + 1)
    }
  for (const [path, count] of users)
    if (count > 1) report('theme', path, `is the theme of ${count} masters`)
}

/** [MS-PPTX] §2.6.1.18: each slide is in one section, in the order of the slides. */
function checkSections({ path, xml }: Part, report: Report): void {
  const sections = find(xml, 'p14:section')
  if (find(xml, 'p14:sectionLst').length === 0) return
  if (sections.length === 0) report('sections', path, 'an empty list')
  const ids = sections.map(({ attributes }) => attributes.get('id'))
  if (new Set(ids).size !== ids.length) report('sections', path, 'two sections of one id')
  for (const { attributes } of sections)
    if ((attributes.get('name') ?? '') === '') report('sections', path, 'a section without a name')
  const inSections = sections.flatMap((section) => find(section, 'p14:sldId')).map(idOf)
  const inDeck = childrenOf(childAt(xml, 'p:sldIdLst'), 'p:sldId').map(idOf)
  if (inSections.join() !== inDeck.join())
    report('sections', path, `slides ${inSections.join(' ')}, not ${inDeck.join(' ')}`)
}

function idOf({ attributes }: { readonly attributes: ReadonlyMap<string, string> }): string {
  return attributes.get('id') ?? ''
}
