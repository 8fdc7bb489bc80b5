/** A table on several slides has the same columns on all of them, so that none jumps from slide to slide. */
import type { Block, Slide, TableBlock } from './slide.ts'

const MARK_RE = / <small>\((\d+)\/(\d+)\)<\/small>$/

/** Each table with the rows of its parts on the slides before and after. */
export function joinTables(slides: readonly Slide[]): readonly Slide[] {
  const runs: Slide[][] = []
  for (const slide of slides) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (last !== undefined && isContinued(last, slide)) run?.push(slide)
    else runs.push([slide])
  }
  return runs.flatMap((run) => (run.length === 1 ? run : run.map((slide) => widen(slide, run))))
}

function isContinued(before: Slide, slide: Slide): boolean {
  const [first, second] = [markOf(before), markOf(slide)]
  return (
    first.count > 0 &&
    first.count === second.count &&
    first.number + 1 === second.number &&
    first.title === second.title
  )
}

function markOf({ heading }: Slide): { title: string; number: number; count: number } {
  const text = heading?.text ?? ''
  const [mark = '', number = '0', count = '0'] = MARK_RE.exec(text) ?? []
  const title = text.slice(0, text.length - mark.length)
  return { title, number: Number(number), count: Number(count) }
}

function widen(slide: Slide, run: readonly Slide[]): Slide {
  const tables = run.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
  const blocks = slide.blocks.map((block): Block => {
    if (block.kind !== 'table') return block
    const wholeRows = tables.filter((table) => isSameHead(table, block)).flatMap(({ rows }) => rows)
    return { ...block, wholeRows }
  })
  return { ...slide, blocks }
}

/** Groups of columns of a wide table have heads of their own. */
function isSameHead(one: TableBlock, other: TableBlock): boolean {
  return JSON.stringify([one.head, one.rules]) === JSON.stringify([other.head, other.rules])
}
