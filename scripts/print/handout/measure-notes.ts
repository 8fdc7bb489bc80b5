/**
 * Where notes go on to a further page. The browser that prints breaks them: each flows through columns as wide and
 * high as the room on its pages, so that lines, rows, widows and orphans fall as they will on paper.
 */
import type { Printer } from '../printer.ts'
import { textLength } from './cut-notes.ts'

export type MeasuredNotes = {
  /** Offsets in the text at which a further page begins. */
  readonly cuts: readonly number[]
  /** From the top of the room on the last page to the foot of the last line, in mm. */
  readonly usedMm: number
}

/** In millimetres: the rooms of the page with the slide, and of those behind it. */
export type NotesRoom = {
  readonly widthMm: number
  readonly firstMm: number
  readonly furtherMm: number
}

/** Between the columns, in mm: what hangs over an edge is still nearer to its own column. */
const GAP_MM = 20

export function measureCss({ widthMm, firstMm, furtherMm }: NotesRoom): string {
  return `
.measure { width: ${widthMm}mm; height: ${furtherMm}mm; columns: 1; column-gap: ${GAP_MM}mm; column-fill: auto; position: relative; margin-bottom: 5mm; }
.measure > .taken { height: ${Math.max(0, furtherMm - firstMm)}mm; break-inside: avoid; }
`
}

/** @param documentOf the page for a body, with the style sheet of the handout */
export async function measureNotes(
  notes: readonly string[],
  room: NotesRoom,
  { documentOf, printer }: { documentOf(body: string): string; readonly printer: Printer },
): Promise<readonly MeasuredNotes[]> {
  const body = notes
    .map(
      (html) =>
        `<div class="measure"><div class="taken"></div><div class="notes">${html}</div></div>`,
    )
    .join('\n')
  const viewport = { widthPx: 1200, heightPx: 1200, scale: 1 }
  const task = {
    html: documentOf(body),
    media: 'print',
    viewport,
    inspect: inspection(room),
  } as const
  const { inspected } = await printer.run(task)
  // What the expression below gives back.
  const found = inspected as readonly (MeasuredNotes & { readonly length: number })[]
  return notes.map((html, index) => {
    const measured = found[index]
    if (measured === undefined || measured.length !== textLength(html))
      throw new Error(`the browser read other notes than were written: number ${index}`)
    return measured
  })
}

/** The column of a character is found by halving: in the order of reading it never falls. */
function inspection({ widthMm, firstMm, furtherMm }: NotesRoom): string {
  return `[...document.querySelectorAll('.measure')].map((measure) => {
  const MM = 96 / 25.4
  const origin = measure.getBoundingClientRect()
  const notes = measure.querySelector('.notes')
  const found = []
  let length = 0
  const walker = document.createTreeWalker(notes, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const node = walker.currentNode
    if (node.data.trim() !== '' && !node.parentElement.closest('.katex-mathml')) found.push({ node, start: length })
    length += node.data.length
  }
  const range = document.createRange()
  const columnOfRect = (rect) => Math.round((rect.left + rect.width / 2 - origin.left - ${widthMm / 2} * MM) / (${widthMm + GAP_MM} * MM))
  const columnAt = (node, offset) => {
    for (let at = offset; at < node.data.length; at += 1) {
      range.setStart(node, at)
      range.setEnd(node, at + 1)
      const rect = range.getClientRects()[0]
      if (rect !== undefined && rect.width > 0) return columnOfRect(rect)
    }
    return undefined
  }
  const firstAt = (column, low, high, columnOf) => {
    while (low < high) {
      const middle = (low + high) >> 1
      if (columnOf(middle) >= column) high = middle
      else low = middle + 1
    }
    return low
  }
  // What has no width, such as the struts of a formula, stands in no column.
  const nodes = found.flatMap((text) => {
    const column = columnAt(text.node, 0)
    return column === undefined ? [] : [{ ...text, column }]
  })
  const count = Math.round((notes.getClientRects().length ? Math.max(...[...notes.getClientRects()].map(columnOfRect)) : 0)) + 1
  const cuts = []
  for (let column = 1; column < count; column += 1) {
    const next = firstAt(column, 0, nodes.length, (index) => nodes[index].column)
    const before = nodes[next - 1]
    if (before !== undefined) {
      const { data } = before.node
      const at = firstAt(column, 0, data.length, (offset) => columnAt(before.node, offset) ?? Infinity)
      if (data.slice(at).trim() !== '') {
        cuts.push(before.start + at)
        continue
      }
    }
    if (nodes[next] !== undefined) cuts.push(nodes[next].start)
  }
  const rects = [...notes.querySelectorAll('*')].flatMap((element) => [...element.getClientRects()])
  const last = rects.filter((rect) => columnOfRect(rect) === count - 1)
  const used = Math.max(0, ...last.map((rect) => rect.bottom - origin.top)) / MM
  return { length, cuts: [...new Set(cuts)], usedMm: count === 1 ? used - ${Math.max(0, furtherMm - firstMm)} : used }
})`
}
