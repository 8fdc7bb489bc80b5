import type { BlockRead } from './note-block.ts'

const RULE = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?$/u

/** A pipe table (GFM §4.10); rows come out as long as the head. */
export function readTable(lines: readonly string[], at: number): BlockRead | undefined {
  const head = lines[at] ?? ''
  const rule = lines[at + 1] ?? ''
  if (!head.includes('|') || !rule.includes('|') || !RULE.test(rule)) return undefined
  let next = at + 2
  while (lines[next]?.includes('|')) next++
  const columns = cellsOf(head)
  const rows = lines.slice(at + 2, next).map((line) => fitRow(cellsOf(line), columns.length))
  if (rows.length === 0 || columns.length < 2) return undefined
  const source = lines.slice(at, next).join('\n').trim()
  return { block: { kind: 'table', columns, rows, source }, next }
}

function cellsOf(line: string): readonly string[] {
  return line
    .trim()
    .replace(/^\||(?<!\\)\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.replaceAll('\\|', '|').trim())
}

function fitRow(cells: readonly string[], width: number): readonly string[] {
  const missing = Array.from({ length: Math.max(0, width - cells.length) }, () => '')
  const last = cells.slice(width - 1).join(' ')
  return cells.length > width ? [...cells.slice(0, width - 1), last] : [...cells, ...missing]
}
