/** Problems of charts: figures that are missing, do not go together, or are no parts of a whole. */
import type { Diagnostic } from './diagnostic.ts'
import { makeDiagnostic, suggest, type Where } from './make-diagnostic.ts'
import { nearest } from './nearest.ts'
import { excerpt } from './printable.ts'

export function chartContent(where: Where): Diagnostic {
  return makeDiagnostic('chart-content', where, {
    message: 'A chart needs its figures, in one of the four ways to give them',
    hint: 'list fact ids in `facts`, or labels and figures in `data`, or write `columns` and `rows`, or name a section with a table in `from`; only one of these',
  })
}

export function noChartFigures(where: Where): Diagnostic {
  return makeDiagnostic('chart-content', where, {
    message: 'No figure of this chart is known, so there is nothing to draw',
    hint: 'write figures such as 39.1 or `{fact-id}` beside the labels',
  })
}

export function badChartCell(where: Where, written: string): Diagnostic {
  return makeDiagnostic('bad-figure', where, {
    message: `\`${excerpt(written, 30)}\` is no figure that a chart can draw`,
    hint: 'write 39.1, a range 85–95, or one `{fact-id}`; a figure that is not known is `–`; the unit goes into `unit`',
  })
}

export function chartUnits(where: Where, units: readonly string[]): Diagnostic {
  return makeDiagnostic('chart-units', where, {
    message: `One chart cannot compare figures in different units: ${listed(units)}`,
    hint: 'make one chart for each unit',
  })
}

export function chartConflict(
  where: Where,
  { here, there, other }: { readonly here: string; readonly there: string; readonly other: string },
): Diagnostic {
  return makeDiagnostic('chart-conflict', where, {
    message: `This figure of the chart is ${excerpt(here, 30)} here and ${excerpt(there, 30)} in ${other}`,
    hint: `correct one of the two; an edition that leaves its figures out has those of ${other}, and translates names in \`labels\``,
  })
}

export function unnamedSeries(where: Where, count: number): Diagnostic {
  return makeDiagnostic('chart-series', where, {
    message: `Each label has ${count} figures here, and nothing says what they are`,
    hint: 'name them, such as `series: [Imports, Exports]`',
  })
}

export function tooManySeries(
  where: Where,
  kind: string,
  words: { count: number; most: number },
): Diagnostic {
  const { count, most } = words
  return makeDiagnostic('chart-series', where, {
    message: `A \`${kind}\` chart shows ${most === 1 ? 'one series' : `at most ${most} series`} of figures, this one has ${count}`,
    hint:
      most === 1
        ? 'write `kind: grouped-bar` or `kind: line`; of a table, choose one column with `series: […]`'
        : 'make two charts, or choose columns with `series: […]`',
  })
}

export function chartShare(where: Where, message: string, hint: string): Diagnostic {
  return makeDiagnostic('chart-share', where, { message, hint })
}

export function unknownHighlight(where: Where, name: string, known: readonly string[]): Diagnostic {
  return makeDiagnostic('unknown-highlight', where, {
    message: `Nothing in the chart is called \`${excerpt(name, 40)}\``,
    ...suggest(nearest(name, known), known),
  })
}

export function unknownChartName(
  where: Where,
  words: {
    readonly name: string
    readonly of: 'table' | 'column' | 'label'
    readonly known: readonly string[]
  },
): Diagnostic {
  const { name, of, known } = words
  return makeDiagnostic('unknown-chart-name', where, {
    message: {
      table: `No section with a table has the id \`${excerpt(name, 40)}\``,
      column: `The table has no column \`${excerpt(name, 40)}\``,
      label: `Nothing in the chart is called \`${excerpt(name, 40)}\`, so its label is not used`,
    }[of],
    ...suggest(nearest(name, known), known),
  })
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${excerpt(name, 30)}\``).join(', ')
}
