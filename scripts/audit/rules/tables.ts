/** Header cells and the grid of tables (Matterhorn 15-003; ISO 14289-1, 7.2). */
import type { Report } from '../finding.ts'
import { dictIn, dictOf, nameIn, valueIn } from '../reader/entries.ts'
import { isKind, type PdfDict, type PdfValue } from '../reader/pdf-value.ts'
import type { StructureNode } from '../reader/structure-tree.ts'
import type { Audit, Rule } from './rule.ts'

export const tables: Rule = (audit, report) => {
  for (const node of audit.tree.nodes) {
    if (node.standardType !== 'Table') continue
    const rows = rowsOf(node)
    checkScopes(audit, rows, report)
    checkGrid(audit, { table: node, rows }, report)
  }
}

function rowsOf(table: StructureNode): readonly StructureNode[] {
  return table.kids.flatMap((kid) => (kid.standardType === 'TR' ? [kid] : rowsOf(kid)))
}

function checkScopes(audit: Audit, rows: readonly StructureNode[], report: Report): void {
  const cells = rows.flatMap(({ kids }) => kids)
  const hasHeaders = cells.some((cell) => attribute(audit, cell, 'Headers') !== null)
  if (hasHeaders) return
  for (const cell of cells) {
    const scope = attribute(audit, cell, 'Scope')
    const isGood = isKind(scope, 'name') && ['Row', 'Column', 'Both'].includes(scope.name)
    if (cell.standardType === 'TH' && !isGood)
      report('Matterhorn 15-003', 'a header cell has no /Scope', cell.where)
  }
}

/** An attribute of owner Table, from /A or from the classes of /C (ISO 32000-1, 14.7.5). */
function attribute({ file, tree }: Audit, node: StructureNode, key: string): PdfValue {
  const classes = tree.root === undefined ? undefined : dictIn(file, tree.root, 'ClassMap')
  const named = listOf(valueIn(file, node.dict, 'C')).map((name) =>
    isKind(name, 'name') && classes !== undefined ? valueIn(file, classes, name.name) : null,
  )
  const objects = [valueIn(file, node.dict, 'A'), ...named].flatMap(listOf)
  for (const object of objects) {
    const dict: PdfDict | undefined = dictOf(file.resolve(object))
    if (dict !== undefined && nameIn(file, dict, 'O') === 'Table' && dict.entries.has(key))
      return valueIn(file, dict, key)
  }
  return null
}

function listOf(value: PdfValue): readonly PdfValue[] {
  return isKind(value, 'array') ? value.items : [value]
}

/** A row is as wide as its cells, and the cells that reach down into it from above. */
function checkGrid(
  audit: Audit,
  { table, rows }: { readonly table: StructureNode; readonly rows: readonly StructureNode[] },
  report: Report,
): void {
  const widths = new Set<number>()
  let reaching: { columns: number; rows: number }[] = []
  for (const row of rows) {
    const cells = row.kids.map((cell) => ({
      columns: spanOf(audit, cell, 'ColSpan'),
      rows: spanOf(audit, cell, 'RowSpan'),
    }))
    widths.add([...cells, ...reaching].reduce((sum, { columns }) => sum + columns, 0))
    reaching = [...cells, ...reaching]
      .map(({ columns, rows: left }) => ({ columns, rows: left - 1 }))
      .filter(({ rows: left }) => left > 0)
  }
  if (widths.size > 1)
    report(
      'ISO 14289-1, 7.2',
      `rows have ${[...widths].sort((a, b) => a - b).join(', ')} columns`,
      table.where,
    )
}

function spanOf(audit: Audit, cell: StructureNode, key: string): number {
  const value = attribute(audit, cell, key)
  return typeof value === 'number' && value >= 1 ? Math.min(value, 1000) : 1
}
