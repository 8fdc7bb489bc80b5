/** Charts: axes that meet, series whose numbers are those of the workbook behind them. */
import { type Package, type Part, partsOfType, type Report, relatedPart } from './package.ts'
import { childAt, childrenOf, find, textOf, type XmlNode } from './read-xml.ts'
import { openWorkbook, type Workbook } from './workbook.ts'

/** How many axes each kind has (ECMA-376 Part 1 §21.2.2). */
const AXES: Readonly<Record<string, number>> = {
  'c:barChart': 2,
  'c:lineChart': 2,
  'c:areaChart': 2,
  'c:scatterChart': 2,
  'c:pieChart': 0,
  'c:doughnutChart': 0,
}

export function checkCharts(pack: Package, report: Report): void {
  for (const part of partsOfType(pack, 'drawingml.chart+xml')) {
    checkAxes(part, report)
    checkSeries(part, report)
    const data = relatedPart(pack, part, 'package')
    if (childAt(part.xml, 'c:externalData') === undefined || data === undefined) {
      report('workbook', part.path, 'no data sheet behind it')
      continue
    }
    const workbook = openWorkbook(data, report)
    if (workbook !== undefined) checkCaches(part, workbook, report)
  }
}

function valOf(node: XmlNode | undefined): string {
  return node?.attributes.get('val') ?? ''
}

function checkAxes({ path, xml }: Part, report: Report): void {
  const plot = childAt(xml, 'c:chart/c:plotArea')
  const kinds = plot?.children.filter(({ name }) => Object.hasOwn(AXES, name)) ?? []
  const axes = plot?.children.filter(({ name }) => /^c:(?:cat|val|date|ser)Ax$/.test(name)) ?? []
  if (kinds.length === 0) report('chart', path, 'no kind that is known')
  const used = new Set<string>()
  for (const kind of kinds) {
    const ids = childrenOf(kind, 'c:axId').map(valOf)
    for (const id of ids) used.add(id)
    if (ids.length !== AXES[kind.name]) report('chart-axes', path, `${ids.length} of ${kind.name}`)
  }
  const own = axes.map((axis) => valOf(childAt(axis, 'c:axId')))
  if (new Set(own).size !== own.length) report('chart-axes', path, 'two axes of one id')
  if ([...used].sort().join() !== [...own].sort().join())
    report('chart-axes', path, `axes ${own.join(' ')}, used ${[...used].join(' ')}`)
  for (const axis of axes) {
    const other = valOf(childAt(axis, 'c:crossAx'))
    if (!own.includes(other) || other === valOf(childAt(axis, 'c:axId')))
      report('chart-axes', path, `crosses ${other}`)
  }
}

function checkSeries({ path, xml }: Part, report: Report): void {
  const series = find(xml, 'c:ser')
  if (series.length === 0) report('chart', path, 'no series')
  for (const name of ['c:idx', 'c:order']) {
    const ids = series.map((one) => valOf(childAt(one, name)))
    if (new Set(ids).size !== ids.length) report('chart-series', path, `${name} twice`)
  }
  for (const one of series) {
    const counts = ['c:cat', 'c:val'].map((name) =>
      find(childAt(one, name), 'c:ptCount').map(valOf),
    )
    if (counts[0]?.join() !== counts[1]?.join() && counts[0]?.length !== 0)
      report('chart-series', path, `${counts[0]} names for ${counts[1]} values`)
    for (const point of find(one, 'c:dPt'))
      if (Number(valOf(childAt(point, 'c:idx'))) >= Number(counts[1]?.[0]))
        report('chart-series', path, 'a point that is not there')
  }
  for (const cache of [...find(xml, 'c:numCache'), ...find(xml, 'c:strCache')])
    checkCache(cache, path, report)
}

function checkCache(cache: XmlNode, path: string, report: Report): void {
  const count = Number(valOf(childAt(cache, 'c:ptCount')))
  const indexes = childrenOf(cache, 'c:pt').map(({ attributes }) => Number(attributes.get('idx')))
  if (indexes.some((index, at) => !(index < count) || index <= (indexes[at - 1] ?? -1)))
    report('chart-series', path, `points ${indexes.join(' ')} of ${count}`)
  if (cache.name !== 'c:numCache') return
  for (const point of childrenOf(cache, 'c:pt'))
    if (!/^-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(textOf(point)))
      report('chart-series', path, `"${textOf(point)}" is no number`)
}

/** What is drawn before anybody opens the data is what the data say. */
function checkCaches({ path, xml }: Part, workbook: Workbook, report: Report): void {
  for (const name of ['c:numRef', 'c:strRef'])
    for (const reference of find(xml, name)) {
      const formula = textOf(childAt(reference, 'c:f'))
      const cache = childAt(reference, name === 'c:numRef' ? 'c:numCache' : 'c:strCache')
      const cells = workbook.cellsAt(formula)
      if (cells === undefined) {
        report('workbook', path, `${formula} is not in the workbook`)
        continue
      }
      const count = Number(valOf(childAt(cache, 'c:ptCount')))
      if (cells.length !== count)
        report('workbook', path, `${formula}: ${cells.length}, not ${count}`)
      const drawn = new Map(
        childrenOf(cache, 'c:pt').map((point) => [
          Number(point.attributes.get('idx')),
          textOf(point),
        ]),
      )
      for (const [index, cell] of cells.entries())
        if (!isSame(cell, drawn.get(index), name === 'c:numRef'))
          report('workbook', path, `${formula}: ${cell} in the sheet, ${drawn.get(index)} drawn`)
    }
}

function isSame(cell: string | undefined, drawn: string | undefined, isNumber: boolean): boolean {
  if (cell === undefined || drawn === undefined) return (cell ?? '') === (drawn ?? '')
  return isNumber ? Number(cell) === Number(drawn) : cell === drawn
}
