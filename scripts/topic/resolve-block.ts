import { missingAlt, tableRowLength } from '../diagnostics/topic-problems.ts'
import { inlineText } from './inline-text.ts'
import { all, entries, items, type Layer, type Layers, pick } from './layers.ts'
import { inlineOf, plainOf, type Reading, requireKey } from './reading.ts'
import { resolveChart } from './resolve-chart.ts'
import { resolveCode } from './resolve-code.ts'
import { resolveDiagram } from './resolve-diagram.ts'
import { resolveFact } from './resolve-fact.ts'
import { resolveFormula } from './resolve-formula.ts'
import type { ImageData, SectionData, TableData, TextData } from './schema.ts'
import { child, isPrunedBelow, textAt, whereKey, whereValue } from './source-document.ts'
import type { Block, BlockKind, Group, Inline, Point, Table, TableColumn } from './topic.ts'

type Resolve = (reading: Reading, layers: Layers<SectionData>, sectionId: string) => Block

/** One entry per kind of content; the keys are those of a section. */
export const BLOCKS: Readonly<Record<BlockKind, Resolve>> = {
  points: (reading, layers) => ({
    kind: 'points',
    items: resolvePoints(reading, pick(layers, 'points')),
  }),
  groups: (reading, layers) => ({
    kind: 'groups',
    groups: resolveGroups(reading, pick(layers, 'groups')),
  }),
  compare: (reading, layers) => ({
    kind: 'compare',
    groups: resolveGroups(reading, pick(layers, 'compare')),
  }),
  table: (reading, layers) => ({
    kind: 'table',
    table: resolveTable(reading, all(layers, 'table')),
  }),
  chart: (reading, layers, id) => ({
    kind: 'chart',
    chart: resolveChart(reading, all(layers, 'chart'), id),
  }),
  timeline: resolveTimeline,
  quote: resolveQuote,
  image: resolveImage,
  diagram: resolveDiagram,
  facts: resolveFacts,
  formula: (reading, layers) => ({
    kind: 'formula',
    formula: resolveFormula(reading, all(layers, 'formula')),
  }),
  code: (reading, layers) => ({ kind: 'code', code: resolveCode(reading, all(layers, 'code')) }),
}

/** Kinds whose whole text an edition must give itself; the others inherit part by part. */
export const TRANSLATED_WHOLE: ReadonlySet<BlockKind> = new Set([
  'points',
  'groups',
  'compare',
  'timeline',
  'quote',
])

export function isBlockKind(key: string): key is BlockKind {
  return Object.hasOwn(BLOCKS, key)
}

/** The three ways to write a point; the schema bounds the depth. */
type PointData = TextData | { readonly [key: string]: TextData | readonly PointData[] | undefined }

function resolvePoints(
  reading: Reading,
  list: Layer<readonly unknown[]> | undefined,
): readonly Point[] {
  if (list === undefined) return []
  // The schema has checked the points; its own type for them is three levels of nested unions.
  return items(list as Layer<readonly PointData[]>).map((point) => resolvePoint(reading, point))
}

function resolvePoint(reading: Reading, { value, at }: Layer<PointData>): Point {
  if (typeof value !== 'object') return { text: inlineOf(reading, { value, at }), children: [] }
  const text = value['text']
  const children = value['points']
  if (text !== undefined && !isPointList(text))
    return {
      text: inlineOf(reading, { value: text, at: child(at, 'text') }),
      children: isPointList(children)
        ? resolvePoints(reading, { value: children, at: child(at, 'points') })
        : [],
    }
  const [first] = entries({ value, at })
  if (first === undefined) return { text: [], children: [] }
  const [key, inner] = first
  return {
    text: inlineOf(reading, { value: key, at: { ...inner.at, isKey: true } }),
    children: isPointList(inner.value)
      ? resolvePoints(reading, { value: inner.value, at: inner.at })
      : [],
  }
}

function isPointList(
  value: PointData | readonly PointData[] | undefined,
): value is readonly PointData[] {
  return Array.isArray(value)
}

function resolveGroups(
  reading: Reading,
  list:
    | Layer<readonly { readonly title: TextData; readonly points: readonly unknown[] }[]>
    | undefined,
): readonly Group[] {
  if (list === undefined) return []
  return items(list).map((group) => ({
    title: inlineOf(reading, pick([group], 'title')),
    items: resolvePoints(reading, pick([group], 'points')),
  }))
}

function resolveTable(reading: Reading, layers: Layers<TableData>): Table {
  const titles = pick(layers, 'columns')
  const rowLayers = pick(layers, 'rows')
  if (titles === undefined || rowLayers === undefined) {
    for (const key of ['columns', 'rows'] as const)
      if (pick(layers, key) === undefined) requireKey(reading, layers, { key, of: 'A table' })
    return { columns: [], rows: [] }
  }
  const columns = items(titles).map((title) => inlineOf(reading, title))
  const rows = items(rowLayers).map((row) => {
    if (row.value.length !== columns.length)
      reading.report(tableRowLength(whereValue(row.at), row.value.length, columns.length))
    return items(row).map((cell) => inlineOf(reading, cell))
  })
  return {
    columns: columns.map((title, index) =>
      columnOf(
        title,
        rows.map((row) => row[index] ?? []),
      ),
    ),
    rows,
  }
}

function columnOf(title: Inline, cells: readonly Inline[]): TableColumn {
  const filled = cells.filter((cell) => !/^[–—-]?$/u.test(inlineText(cell).trim()))
  const isDecimal = filled.length > 0 && filled.every(isFigureCell)
  return { title, align: isDecimal ? 'decimal' : 'left' }
}

const FIGURE_CELL = /^[+−-]?[\d,]*\.?\d+(?:[–-][\d,]*\.?\d+)?\s?%?$/u

/** A number, or nothing but one figure of the ledger (a citation may follow). */
function isFigureCell(cell: Inline): boolean {
  const shown = cell.filter((span) => span.kind !== 'citation')
  if (shown.length === 1 && shown[0]?.kind === 'figure') return true
  return FIGURE_CELL.test(inlineText(shown).trim())
}

function resolveTimeline(reading: Reading, layers: Layers<SectionData>): Block {
  const list = pick(layers, 'timeline')
  const found = list === undefined ? [] : items(list)
  return {
    kind: 'timeline',
    entries: found.map((entry) => ({
      when: inlineOf(reading, pick([entry], 'when')),
      what: inlineOf(reading, pick([entry], 'what')),
    })),
  }
}

function resolveQuote(reading: Reading, layers: Layers<SectionData>): Block {
  const quote = all(layers, 'quote').slice(0, 1)
  return {
    kind: 'quote',
    text: inlineOf(reading, pick(quote, 'text')),
    by: inlineOf(reading, pick(quote, 'by')),
  }
}

function resolveImage(reading: Reading, section: Layers<SectionData>): Block {
  const layers: Layers<ImageData> = all(section, 'image')
  const src = pick(layers, 'src')
  const alt = plainOf(reading, pick(layers, 'alt'))
  if (src === undefined) requireKey(reading, layers, { key: 'src', of: 'An image' })
  const strongest = layers[0]
  if (alt === '' && strongest !== undefined && !isPrunedBelow(child(strongest.at, 'alt')))
    reading.report(missingAlt(whereKey(strongest.at), 'image'))
  return {
    kind: 'image',
    image: {
      path: (src === undefined ? undefined : reading.pictures.add(src)) ?? '',
      alt,
      caption: inlineOf(reading, pick(layers, 'caption')),
      credit: inlineOf(reading, pick(layers, 'credit')),
    },
  }
}

function resolveFacts(reading: Reading, layers: Layers<SectionData>): Block {
  const ids = pick(layers, 'facts')
  const found = ids === undefined ? [] : items(ids)
  return {
    kind: 'facts',
    facts: found.flatMap((id) => {
      const fact = reading.ledger.fact(textAt(id.at), () => whereValue(id.at))
      return fact === undefined ? [] : [resolveFact(reading, fact)]
    }),
  }
}
