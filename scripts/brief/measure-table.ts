/** Tables as in good books: rules above, under the head and below, hairlines between the rows. */
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import { type Element, LAYOUT, makeElement, type Tag } from '../typeset/structure.ts'
import { type Atom, BREAK, makeAtom } from './atom.ts'
import type { Content, Rich } from './brief-block.ts'
import type { Frame } from './frame.ts'
import type { LookName } from './setting.ts'
import { columnWidths, fractionOf } from './table-columns.ts'
import { drawText, type SetText, setText, type TextPlace } from './text-block.ts'

type Table = Extract<Content, { kind: 'table' }>

/** A longer table may continue in the next column, under a repeated head. */
const MAX_UNBROKEN_ROWS = 14
const HEAVY_RULE = 0.9
const MIDDLE_RULE = 0.5
const HAIRLINE = 0.3

type Cell = { readonly text: SetText; readonly x: number; readonly tag: Tag }

type Row = {
  readonly cells: readonly Cell[]
  readonly heightPt: number
}

export function measureTable(table: Table, frame: Frame): readonly Atom[] {
  const grid = makeGrid(table, frame)
  const { headTags, rowTags } = tagTable(table, frame.parent)
  const heads = table.columns.map((column) => column.head)
  const head = makeRow(heads, 'tableHead', { grid, tags: headTags })
  const rows = table.rows.map((row) => makeRow(row, 'cell', { grid, tags: rowTags() }))
  const all = [head, ...rows]
  const isLong = rows.length > MAX_UNBROKEN_ROWS
  const atomOf = (row: Row, index: number, columnHead: readonly Atom[]): Atom =>
    makeAtom({
      part: frame.part,
      box: frame.box,
      fixedPt: row.heightPt,
      innerGapPt: 2 * grid.paddingPt,
      isCramped: grid.columns.some((column) => column.isCramped),
      breakCost: columnHead.length === 0 ? BREAK.never : BREAK.paragraph,
      columnHead,
      start: index === 0 ? undefined : 'item',
      draw: ({ x, y, gapScale, heightPt }) =>
        drawRow(row, grid, {
          x,
          y,
          heightPt: heightPt ?? row.heightPt + 2 * grid.paddingPt * gapScale,
          gapScale,
          isFirst: index === 0,
          isLast: index === rows.length,
        }),
    })
  const repeated = atomOf(asArtifact(head), 0, [])
  return all.map((row, index) => {
    const canBreak = isLong && index > 2 && index < rows.length
    return atomOf(row, index, canBreak ? [repeated] : [])
  })
}

/** A head set again above the second part of a table was told already. */
function asArtifact(row: Row): Row {
  return { ...row, cells: row.cells.map((cell) => ({ ...cell, tag: LAYOUT })) }
}

type TableTags = {
  readonly headTags: readonly Element[]
  /** For the cells of one more row. */
  rowTags(): readonly Element[]
}

/** Figures are looked up by the words of the first column: those cells are heads of their rows. */
function tagTable({ columns }: Table, parent: Element): TableTags {
  const table = makeElement('Table', parent)
  const head = makeElement('TR', makeElement('THead', table))
  const body = makeElement('TBody', table)
  const hasRowHeads = columns[0]?.isDecimal === false && columns.some((column) => column.isDecimal)
  return {
    headTags: columns.map(() =>
      makeElement('TH', head, { attribute: { name: 'Scope', value: 'Column' } }),
    ),
    rowTags: () => {
      const row = makeElement('TR', body)
      return columns.map((_, index) =>
        index === 0 && hasRowHeads
          ? makeElement('TH', row, { attribute: { name: 'Scope', value: 'Row' } })
          : makeElement('TD', row),
      )
    },
  }
}

type Grid = {
  readonly frame: Frame
  readonly sizePt: number
  readonly leadingPt: number
  readonly paddingPt: number
  readonly columns: readonly GridColumn[]
}

type GridColumn = {
  readonly x: number
  readonly widthPt: number
  readonly isDecimal: boolean
  /** Width that stands right of the decimal point in the widest cell. */
  readonly fractionPt: number
  readonly isCramped: boolean
}

function makeGrid(table: Table, frame: Frame): Grid {
  const { setting } = frame
  const { tokens } = setting
  const sizePt = frame.sizePt * tokens.tableScale
  const gapPt = pointsOf(tokens.tableColumnGapMm)
  const columns = columnWidths(table, {
    setting,
    sizePt,
    gapPt,
    widthPt: frame.widthPt - frame.indentPt,
  })
  const isHindi = setting.lang === 'hi'
  return {
    frame,
    sizePt,
    leadingPt: sizePt * tokens.tableLeading * (isHindi ? tokens.hindiLeadingScale : 1),
    paddingPt: tokens.tableRowPadding,
    columns,
  }
}

/** Where a column is narrower than its words, they are divided anywhere: never printed over each other. */
const NARROW = { cell: 'narrowCell', tableHead: 'narrowTableHead' } as const

function makeRow(
  texts: readonly Rich[],
  look: keyof typeof NARROW,
  { grid, tags }: { readonly grid: Grid; readonly tags: readonly Tag[] },
): Row {
  const { setting } = grid.frame
  const cells = grid.columns.map((column, index) => {
    const rich = texts[index] ?? []
    const text = setText(setting.items(rich, column.isCramped ? NARROW[look] : look), {
      widthPt: column.widthPt,
      sizePt: grid.sizePt,
      style: 'ragged',
    })
    const x = column.x + indentOf(rich, text, { column, look, grid })
    return { text, x, tag: tags[index] ?? LAYOUT }
  })
  const lines = Math.max(1, ...cells.map((cell) => cell.text.lines.length))
  return { cells, heightPt: lines * grid.leadingPt }
}

/** Figures end so that their decimal points stand below one another. */
function indentOf(
  rich: Rich,
  text: SetText,
  { column, look, grid }: { column: GridColumn; look: LookName; grid: Grid },
): number {
  if (!column.isDecimal) return 0
  const free = column.widthPt - text.widthPt
  if (look !== 'cell') return free
  const fraction = fractionOf(rich, grid.frame.setting, grid.sizePt)
  return Math.max(0, free - (column.fractionPt - fraction))
}

type RowPlace = {
  readonly x: number
  readonly y: number
  /** To the rule below. */
  readonly heightPt: number
  readonly gapScale: number
  readonly isFirst: boolean
  readonly isLast: boolean
}

function drawRow(row: Row, grid: Grid, place: RowPlace): readonly Mark[] {
  const { frame, leadingPt } = grid
  const padding = grid.paddingPt * place.gapScale
  const x = place.x + frame.indentPt
  const texts = row.cells.flatMap((cell) =>
    drawCell(cell, { x: x + cell.x, y: place.y + padding, leadingPt, tag: cell.tag }),
  )
  return [...texts, ...drawRules(grid, { ...place, x })]
}

/** An empty cell is a cell too: without it, those after it would move to other columns. */
function drawCell({ text }: Cell, place: TextPlace): readonly Mark[] {
  const { x, y, tag } = place
  return text.lines.length > 0 ? drawText(text, place) : [{ kind: 'text', x, y, pieces: [], tag }]
}

function drawRules(grid: Grid, place: RowPlace): readonly Mark[] {
  const { frame } = grid
  const { colors } = frame.setting
  const bottom = place.y + place.heightPt
  const rule = (y: number, widthPt: number, stroke: string): Mark => ({
    kind: 'line',
    x1: place.x,
    y1: y,
    x2: place.x + frame.widthPt - frame.indentPt,
    y2: y,
    widthPt,
    stroke,
    tag: LAYOUT,
  })
  const above = place.isFirst ? [rule(place.y, HEAVY_RULE, colors.ink)] : []
  if (place.isLast) return [...above, rule(bottom, HEAVY_RULE, colors.ink)]
  return [
    ...above,
    place.isFirst ? rule(bottom, MIDDLE_RULE, colors.ink) : rule(bottom, HAIRLINE, colors.rule),
  ]
}
