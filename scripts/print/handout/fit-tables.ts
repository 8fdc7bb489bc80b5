/** Tables of notes that no page could hold become lists: each row an item, each cell with the head of its column. */

const TABLE_RE = /<table>[\s\S]*?<\/table>/g
const ROW_RE = /<tr>([\s\S]*?)<\/tr>/g
const CELL_RE = /<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g

/** In the measure of notes: more columns break words, a longer cell could fill a page by itself. */
const MAX_COLUMNS = 7
const MAX_CELL_LENGTH = 500
/** Letters that stay on one line; a longer word of a cell is broken. */
const LONG_WORD_RE = /[^\s<>&;-]{19}/

/** @param html as markdown-it writes it: a cell holds no other table */
export function fitTables(html: string): string {
  return html.replace(TABLE_RE, (table) => {
    const rows = [...table.matchAll(ROW_RE)].map(([, row = '']) => cellsOf(row))
    const isFitting = rows.every(
      (cells) =>
        cells.length <= MAX_COLUMNS &&
        cells.every((cell) => textOf(cell).length <= MAX_CELL_LENGTH),
    )
    if (!isFitting) return asList(rows)
    return LONG_WORD_RE.test(textOf(table))
      ? table.replace('<table>', '<table class="broken">')
      : table
  })
}

function cellsOf(row: string): readonly string[] {
  return [...row.matchAll(CELL_RE)].map(([, cell = '']) => cell)
}

function textOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ')
}

function asList([head = [], ...rows]: readonly (readonly string[])[]): string {
  const items = rows.map((cells) => {
    const filled = cells.flatMap((cell, column) =>
      cell.trim() === '' ? [] : [`<strong>${head[column] ?? ''}:</strong> ${cell}`],
    )
    return `<li>${filled.join('; ')}</li>`
  })
  return items.length === 0 ? `<p>${head.join('; ')}</p>` : `<ul>\n${items.join('\n')}\n</ul>`
}
