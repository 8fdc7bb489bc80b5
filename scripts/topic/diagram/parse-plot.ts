/** `xychart-beta`. Grammar: mermaid.js.org/syntax/xyChart.html */
import type { Plot, PlotSeries } from './diagram.ts'
import { type Statement, SyntaxMistake } from './diagram-mistake.ts'
import { labelText } from './label-text.ts'
import { guard, type Report } from './parse-flow.ts'

const TITLE = /^title\s+(.+)$/u
const NAMES = /^x-axis\s*("[^"]*"|[^"[\]]*?)\s*\[(.*)\]$/u
const X_RANGE = /^x-axis\s*("[^"]*"|[^"\d-]*?)\s*(-?[\d.]+)\s*-->\s*(-?[\d.]+)$/u
const Y_AXIS = /^y-axis\s*("[^"]*"|[^"\d-]*?)\s*(?:(-?[\d.]+)\s*-->\s*(-?[\d.]+))?$/u
const SERIES = /^(bar|line)\s*("[^"]*"|[^"[\]]*?)\s*\[(.*)\]$/u
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)$/u

type PlotDraft = { -readonly [Key in keyof Omit<Plot, 'series'>]: Plot[Key] } & {
  readonly series: PlotSeries[]
  xRange: readonly [number, number] | undefined
}

export function parsePlot([header, ...statements]: readonly Statement[], report: Report): Plot {
  const draft: PlotDraft = {
    kind: 'plot',
    isHorizontal: /\bhorizontal\b/iu.test(header?.text ?? ''),
    title: '',
    xTitle: '',
    yTitle: '',
    categories: [],
    series: [],
    range: undefined,
    xRange: undefined,
  }
  for (const statement of statements) guard(report, () => readStatement(statement, draft))
  const { xRange, ...plot } = draft
  return { ...plot, categories: named(plot, xRange) }
}

function readStatement(statement: Statement, draft: PlotDraft): void {
  const { text } = statement
  const title = TITLE.exec(text)?.[1]
  const names = NAMES.exec(text)
  const xRange = X_RANGE.exec(text)
  const yAxis = Y_AXIS.exec(text)
  const series = SERIES.exec(text)
  if (title !== undefined) draft.title = labelText(title)
  else if (names !== null) {
    draft.xTitle = labelText(names[1] ?? '')
    draft.categories = parted(names[2] ?? '').map(labelText)
  } else if (xRange !== null) {
    draft.xTitle = labelText(xRange[1] ?? '')
    draft.xRange = [Number(xRange[2]), Number(xRange[3])]
  } else if (yAxis !== null) {
    draft.yTitle = labelText(yAxis[1] ?? '')
    if (yAxis[2] !== undefined) draft.range = [Number(yAxis[2]), Number(yAxis[3])]
  } else if (series !== null) draft.series.push(readSeries(series, statement))
  else if (!/^(?:accTitle|accDescr)\b/u.test(text)) throw unreadable(statement)
}

/** At commas outside quotes. */
function parted(list: string): readonly string[] {
  return [...list.matchAll(/\s*("[^"]*"|[^,"]+)\s*(?:,|$)/gu)]
    .map(([, item = '']) => item.trim())
    .filter((item) => item !== '')
}

function readSeries([, kind, label = '', list = '']: RegExpExecArray, statement: Statement) {
  const values = parted(list).map((written) => {
    if (!NUMBER.test(written)) throw noNumber(statement, written)
    const printed = written.replace(/^\+/u, '').replace('-', '\u2212')
    return { value: Number(written), printed }
  })
  return { kind: kind === 'bar' ? 'bar' : 'line', label: labelText(label), values } as const
}

/**
 * Every name has its place, also one without a value, as Mermaid draws it; every value has one, also
 * without a name. A range of the axis has no names: its ends and the steps between are written.
 */
function named(
  plot: Omit<Plot, 'kind'>,
  range: readonly [number, number] | undefined,
): readonly string[] {
  const count = Math.max(0, ...plot.series.map(({ values }) => values.length))
  if (plot.categories.length > 0 || range === undefined) {
    const places = count === 0 ? 0 : Math.max(count, plot.categories.length)
    return Array.from({ length: places }, (_, index) => plot.categories[index] ?? '')
  }
  const step = count > 1 ? (range[1] - range[0]) / (count - 1) : 0
  return Array.from({ length: count }, (_, index) =>
    String(Math.round((range[0] + index * step) * 100) / 100),
  )
}

function noNumber(statement: Statement, written: string): SyntaxMistake {
  return new SyntaxMistake(
    statement,
    {
      message: `\`${written.slice(0, 24)}\` is not a number`,
      hint: 'write plain digits with commas between them: bar [39.1, 42, 18]',
    },
    { at: Math.max(0, statement.text.indexOf(written)), length: written.length },
  )
}

function unreadable(statement: Statement): SyntaxMistake {
  return new SyntaxMistake(statement, {
    message: 'This line of the chart cannot be read',
    hint: 'wanted is `title "…"`, `x-axis [a, b]`, `y-axis "…"`, `bar [1, 2]` or `line [1, 2]`',
  })
}
