import type { BlockRead, NoteItem } from './note-block.ts'

/** Bullets of Markdown and Word, numbers, letters and Roman numbers in brackets; `- 1.` is one marker. */
const BULLET = '[-*+•▪◦●‣–·]'
const NUMBER = '(?:\\(?[0-9०-९]{1,3}[.)]|\\(?[a-z][)]|\\([ivx]{1,5}\\))'
const ITEM = new RegExp(`^(\\s*)(?:(${BULLET})\\s+(?:${NUMBER}\\s+)?|(${NUMBER})\\s+)(\\S.*)$`, 'u')

const MAX_DEPTH = 3

type Line = { readonly depth: number; readonly isNumbered: boolean; readonly text: string }
type Branch = { readonly depth: number; readonly text: string; readonly items: Branch[] }

export function isItemLine(line: string): boolean {
  return ITEM.test(line)
}

/** Items may be parted by blank lines; what stands deeper, or bullets under a number, are sub-items. */
export function readList(lines: readonly string[], at: number): BlockRead | undefined {
  const first = itemOf(lines[at])
  if (first === undefined) return undefined
  const found: Line[] = []
  let next = at
  for (;;) {
    const item = itemOf(lines[next])
    if (item === undefined) break
    const end = endOfItem(lines, next)
    const rest = lines.slice(next + 1, end).map((line) => line.trim())
    found.push({ ...item, text: [item.text, ...rest].join(' ') })
    next = end
    const following = skipBlank(lines, next)
    if (itemOf(lines[following]) !== undefined) next = following
  }
  const items = treeOf(found).map(itemFromBranch)
  return { block: { kind: 'list', items, isNumbered: first.isNumbered }, next }
}

function itemOf(line: string | undefined): Line | undefined {
  const match = ITEM.exec(line ?? '')
  if (match === null) return undefined
  const text = match[4] ?? ''
  // A rule (`* * *`) and a bold line (`**…**`) are no items.
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined
  const depth = (match[1] ?? '').replace(/\t/gu, '    ').length
  return { depth, isNumbered: match[3] !== undefined, text: text.trim() }
}

/** A line runs on when it is indented, or when it begins small and the one before has no full stop. */
function endOfItem(lines: readonly string[], at: number): number {
  let end = at + 1
  while (end < lines.length) {
    const line = lines[end] ?? ''
    if (line.trim() === '' || isItemLine(line) || /^\s*(?:#|```|~~~|<|\|)/u.test(line)) break
    const before = lines[end - 1] ?? ''
    if (!/^\s{2,}/u.test(line) && (!/^\p{Ll}/u.test(line) || /[.!?।:]$/u.test(before))) break
    end++
  }
  return end
}

function skipBlank(lines: readonly string[], at: number): number {
  let next = at
  while (next < lines.length && lines[next]?.trim() === '') next++
  return next
}

function treeOf(lines: readonly Line[]): readonly Branch[] {
  const roots: Branch[] = []
  const open: Branch[] = []
  const hasNumbers = lines[0]?.isNumbered === true
  for (const { depth, isNumbered, text } of lines) {
    const effective = hasNumbers && !isNumbered ? depth + 1 : depth
    const branch: Branch = { depth: effective, text, items: [] }
    while ((open.at(-1)?.depth ?? -1) >= effective || open.length >= MAX_DEPTH) open.pop()
    const siblings = open.at(-1)?.items ?? roots
    siblings.push(branch)
    open.push(branch)
  }
  return roots
}

function itemFromBranch({ text, items }: Branch): NoteItem {
  return { text, items: items.map(itemFromBranch) }
}
