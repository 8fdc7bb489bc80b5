/** Shapes, pictures, tables and freeforms as PowerPoint accepts them, and words for who cannot see them. */
import { type Package, type Part, partsOfType, type Report } from './package.ts'
import { allNodes, childAt, childrenOf, find, numberOf, type XmlNode } from './read-xml.ts'

type Check = (node: XmlNode, part: Part, report: Report) => void

const CHECKS: Readonly<Record<string, Check>> = {
  'p:pic': checkPicture,
  'p:graphicFrame': checkFrame,
  'p:grpSp': checkGroup,
  'a:tbl': checkTable,
  'a:path': checkPath,
  'mc:AlternateContent': checkAlternate,
  'asvg:svgBlip': checkSvg,
}

const PAGES = ['presentationml.slide+xml', 'slideLayout+xml', 'slideMaster+xml']

export function checkDrawings(pack: Package, report: Report): void {
  const [main] = partsOfType(pack, 'presentation.main+xml')
  const size = childAt(main?.xml, 'p:sldSz')
  for (const part of PAGES.flatMap((ending) => partsOfType(pack, ending))) {
    if (part.xml === undefined) continue
    for (const node of allNodes(part.xml)) {
      CHECKS[node.name]?.(node, part, report)
      if (node.name === 'a:xfrm' || node.name === 'p:xfrm') checkPlace(node, size, part, report)
    }
  }
}

/** A hair of rounding is no fault. */
const HAIR_EMU = 9525

function checkPlace(
  node: XmlNode,
  size: XmlNode | undefined,
  { path }: Part,
  report: Report,
): void {
  const offset = childAt(node, 'a:off')
  const extent = childAt(node, 'a:ext')
  const [x, y] = [numberOf(offset, 'x'), numberOf(offset, 'y')]
  const [width, height] = [numberOf(extent, 'cx'), numberOf(extent, 'cy')]
  if (![x, y, width, height].every(Number.isInteger)) {
    report('place', path, 'no numbers')
    return
  }
  if (width < 0 || height < 0) report('place', path, `${width} × ${height}`)
  const isOut =
    x < -HAIR_EMU ||
    y < -HAIR_EMU ||
    x + width > numberOf(size, 'cx') + HAIR_EMU ||
    y + height > numberOf(size, 'cy') + HAIR_EMU
  if (isOut) report('off-slide', path, `${width} × ${height} at ${x}, ${y}`)
}

function checkAlt(properties: XmlNode | undefined, { path }: Part, report: Report): void {
  if (properties === undefined || find(properties, 'adec:decorative').length > 0) return
  if ((properties.attributes.get('descr') ?? '').trim() === '')
    report('no-alt', path, `"${properties.attributes.get('name')}" says nothing`)
}

function checkPicture(node: XmlNode, part: Part, report: Report): void {
  checkAlt(childAt(node, 'p:nvPicPr/p:cNvPr'), part, report)
  const id = childAt(node, 'p:blipFill/a:blip')?.attributes.get('r:embed')
  if (part.relationships.find((one) => one.id === id)?.kind !== 'image')
    report('picture', part.path, 'a picture without a file')
}

/** Beside the vectors a picture of pixels, for programs that know no SVG. */
function checkSvg(node: XmlNode, part: Part, report: Report): void {
  const id = node.attributes.get('r:embed')
  const path = part.relationships.find((one) => one.id === id)?.path ?? ''
  if (!path.endsWith('.svg')) report('picture', part.path, `vectors in ${path}`)
}

const CONTENTS: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/drawingml/2006/table': 'a:tbl',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c:chart',
}

function checkFrame(node: XmlNode, part: Part, report: Report): void {
  const data = childAt(node, 'a:graphic/a:graphicData')
  const name = CONTENTS[data?.attributes.get('uri') ?? '']
  if (name === undefined || data?.children[0]?.name !== name)
    report('frame', part.path, `${data?.children[0]?.name} in ${data?.attributes.get('uri')}`)
  if (childAt(node, 'p:xfrm') === undefined) report('frame', part.path, 'no place')
  if (name === 'c:chart') checkAlt(childAt(node, 'p:nvGraphicFramePr/p:cNvPr'), part, report)
  if (name === 'a:tbl') {
    const widths = find(data, 'a:gridCol').map((column) => numberOf(column, 'w'))
    const total = widths.reduce((sum, width) => sum + width, 0)
    if (Math.abs(total - numberOf(childAt(node, 'p:xfrm/a:ext'), 'cx')) > HAIR_EMU * widths.length)
      report('table', part.path, 'columns are not as wide as the frame')
  }
}

/** Children of a group without width would be drawn by a division by nothing. */
function checkGroup(node: XmlNode, part: Part, report: Report): void {
  const frame = childAt(node, 'p:grpSpPr/a:xfrm')
  if (frame === undefined) {
    report('group', part.path, 'no place')
    return
  }
  const [outer, inner] = [childAt(frame, 'a:ext'), childAt(frame, 'a:chExt')]
  for (const side of ['cx', 'cy'])
    if (numberOf(outer, side) > 0 !== numberOf(inner, side) > 0)
      report('group', part.path, `scaled by ${numberOf(outer, side)}/${numberOf(inner, side)}`)
  const shapes = node.children.filter(
    ({ name }) => !name.startsWith('p:nvGrp') && name !== 'p:grpSpPr',
  )
  if (shapes.length === 0) report('group', part.path, 'nothing in it')
}

function checkTable(table: XmlNode, { path }: Part, report: Report): void {
  const columns = find(table, 'a:gridCol')
  const rows = childrenOf(table, 'a:tr')
  if (rows.length === 0 || columns.length === 0) report('table', path, 'empty')
  for (const column of columns)
    if (!(numberOf(column, 'w') > 0))
      report('table', path, `a column ${numberOf(column, 'w')} wide`)
  for (const row of rows) {
    const cells = childrenOf(row, 'a:tc')
    if (!(numberOf(row, 'h') >= 0)) report('table', path, `a row ${numberOf(row, 'h')} high`)
    // A cell that spans is followed by the cells that it covers (§21.1.3.16).
    if (cells.length !== columns.length)
      report('table', path, `${cells.length} cells in ${columns.length} columns`)
    for (const cell of cells)
      if (childrenOf(childAt(cell, 'a:txBody'), 'a:p').length === 0)
        report('table', path, 'a cell without a paragraph')
  }
}

function checkPath(node: XmlNode, { path }: Part, report: Report): void {
  const [first] = node.children
  if (first === undefined) return
  if (first.name !== 'a:moveTo') report('freeform', path, `begins with ${first.name}`)
  const points = find(node, 'a:pt')
  for (const [side, axis] of [
    ['w', 'x'],
    ['h', 'y'],
  ] as const) {
    const length = numberOf(node, side)
    const isFlat = points.every((point) => numberOf(point, axis) === 0)
    if (!(length >= 0) || (length === 0 && !isFlat))
      report('freeform', path, `${side} is ${length}`)
  }
  if (points.some((point) => !Number.isInteger(numberOf(point, 'x') + numberOf(point, 'y'))))
    report('freeform', path, 'a point without numbers')
}

function checkAlternate(node: XmlNode, { path }: Part, report: Report): void {
  if (childrenOf(node, 'mc:Fallback').length !== 1)
    report('no-fallback', path, 'nothing for programs that know no more than the standard')
}
