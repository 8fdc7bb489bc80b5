/** The body side by side: every section begins at the same height in both columns. */
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import { LAYOUT } from '../typeset/structure.ts'
import { alignBlock, heightOfRow, type Row } from './align-rows.ts'
import { type Atom, heightOf, makeAtom } from './atom.ts'
import { atFloor, type Body, type BodyOptions, contextsOf, rememberPairs } from './editions-body.ts'
import type { Fit } from './fit-flow.ts'
import { type FitReport, reportFit } from './fit-report.ts'
import { fitRows, type RowFit } from './fit-rows.ts'
import type { FlowContext } from './frame.ts'
import { measureBlock } from './measure-flow.ts'
import type { BlockPair, Two } from './merge-editions.ts'
import type { PageBox } from './page-part.ts'
import type { Rung } from './split-columns.ts'

const RULE = 0.4

export function openRows(options: BodyOptions): Body {
  const { settings, heightPt, top } = options
  const [{ tokens, preset }] = settings
  const measureAt = (sizePt: number): ((pair: BlockPair) => readonly Row[]) => {
    const contexts = contextsOf(options, sizePt)
    return (pair) => measureRows(pair, contexts)
  }
  let atLeast: ((pairs: readonly BlockPair[]) => readonly Row[]) | undefined
  return {
    fits: (pairs) => {
      const measure = (sizePt: number): readonly Row[] => {
        atLeast ??= rememberPairs(measureAt(sizePt))
        return atLeast(pairs)
      }
      return fitRows({ tokens: atFloor(tokens), preset, heightPt, measure }).overflowPt === 0
    },
    lay: (pairs) => {
      const measure = (sizePt: number): readonly Row[] => pairs.flatMap(measureAt(sizePt))
      const fit = fitRows({ tokens, preset, heightPt, measure })
      const page = { preset, heightPt, blocks: pairs }
      const report = { ...reportFit(asFlow(fit), page), ...lineFigures(fit) }
      if (fit.overflowPt > 0) return { report, marks: undefined }
      return { report, marks: [columnRule(fit, options), ...drawRows(fit, top, options)] }
    },
  }
}

function measureRows(
  { blocks: [first, second], number }: BlockPair,
  contexts: Two<FlowContext>,
): readonly Row[] {
  return alignBlock([
    first === undefined ? [] : measureBlock(first, number, contexts[0]),
    second === undefined ? [] : measureBlock(second, number, contexts[1]),
  ])
}

/** The rows as the report of a page reads it: one column, a row as one piece. */
function asFlow({ name, sizePt, rung, rows, heightPt, overflowPt, trials }: RowFit): Fit {
  const atoms = rows.map((row) =>
    makeAtom({
      part: row.part,
      gapPt: row.gapPt,
      fixedPt: heightOfRow(row, rung),
      draw: () => [],
    }),
  )
  const columns = overflowPt > 0 ? [] : [{ atoms, gapScale: rung.gapScale, heightPt }]
  const layout = { columns: 2, gutterPt: 0, trackingEm: 0 }
  const { leadingPt } = rung
  return { rung: name, sizePt, leadingPt, layout, atoms, columns, overflowPt, trials }
}

/** Of the lines themselves, which the rows hold. */
function lineFigures({ rows }: RowFit): Pick<FitReport, 'hyphens' | 'widestGapPt'> {
  const atoms = rows.flatMap(({ cells }) => cells.flat())
  const widest = Math.max(0, ...atoms.map(({ widestGapPt }) => widestGapPt))
  return {
    hyphens: atoms.filter(({ endsWithHyphen }) => endsWithHyphen).length,
    widestGapPt: Math.round(widest * 1000) / 1000,
  }
}

type PlacedRow = { readonly row: Row; readonly y: number; readonly heightPt: number }

/** Read section by section: the whole of one in the first language, then in the second. */
function drawRows(fit: RowFit, top: number, options: BodyOptions): readonly Mark[] {
  const placed = placeRows(fit, top)
  const parts = [...new Set(placed.map(({ row }) => row.part))]
  return parts.flatMap((part) => {
    const rows = placed.filter(({ row }) => row.part === part)
    return [
      ...tintOf(rows, options),
      ...rows.flatMap((row) => drawCell(row, 0, { rung: fit.rung, columns: options.columns })),
      ...rows.flatMap((row) => drawCell(row, 1, { rung: fit.rung, columns: options.columns })),
    ]
  })
}

function placeRows({ rows, rung }: RowFit, top: number): readonly PlacedRow[] {
  let y = top
  return rows.map((row, index) => {
    if (index > 0) y += row.gapPt * rung.gapScale
    const placed = { row, y, heightPt: heightOfRow(row, rung) }
    y += placed.heightPt
    return placed
  })
}

function drawCell(
  { row, y, heightPt }: PlacedRow,
  index: 0 | 1,
  { rung, columns }: { readonly rung: Rung; readonly columns: Two<PageBox> },
): readonly Mark[] {
  const { leadingPt, gapScale } = rung
  let top = y
  return row.cells[index].flatMap((atom: Atom, position) => {
    if (position > 0) top += atom.gapPt * gapScale
    const fill = row.cells[index].length === 1 ? { heightPt } : {}
    const marks = atom.draw({ x: columns[index].left, y: top, leadingPt, gapScale, ...fill })
    top += heightOf(atom, leadingPt, gapScale)
    return marks
  })
}

/** A box stands on one tint across both columns. */
function tintOf(rows: readonly PlacedRow[], { box, settings }: BodyOptions): readonly Mark[] {
  const [first] = rows
  const last = rows.at(-1)
  if (first === undefined || last === undefined || first.row.box === 0) return []
  return [
    {
      kind: 'rect',
      x: box.left,
      y: first.y,
      width: box.innerWidthPt,
      height: last.y + last.heightPt - first.y,
      fill: settings[0].colors.tint,
      tag: LAYOUT,
    },
  ]
}

/** A hairline tells the languages apart. */
function columnRule(fit: RowFit, { box, top, settings }: BodyOptions): Mark {
  const x = box.left + box.innerWidthPt / 2
  const [{ colors, tokens }] = settings
  return {
    kind: 'line',
    x1: x,
    y1: top + pointsOf(tokens.bulletMm),
    x2: x,
    y2: top + fit.heightPt,
    widthPt: RULE,
    stroke: colors.rule,
    tag: LAYOUT,
  }
}
