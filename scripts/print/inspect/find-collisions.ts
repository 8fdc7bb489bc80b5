/** Lines of text that stand on one another, and what runs into the foot line. */

import { nameOf } from './find-cut.ts'
import type { Box, Fault } from './measured.ts'
import { rounded, shared } from './slide-box.ts'
import { isPicture, type SolidThing } from './solid-things.ts'
import type { TextLine } from './visible-text.ts'

/** Boxes of lines may touch: ascents reach into the line above. Their middles may not. */
const LEAST_PX = 2

export function findCollisions(
  texts: readonly TextLine[],
  things: readonly SolidThing[],
): readonly Fault[] {
  const lines = texts.filter(({ role }) => role !== 'mark')
  return [...overlaps(lines), ...pictureOnFoot(lines, things)]
}

function overlaps(lines: readonly TextLine[]): readonly Fault[] {
  const middles = lines.map((line) => ({ line, middle: middleOf(line) }))
  middles.sort((a, b) => a.middle.y - b.middle.y)
  const faults = new Map<Node, Fault>()
  for (const [index, { line, middle }] of middles.entries())
    for (const other of middles.slice(index + 1)) {
      if (other.middle.y > middle.y + middle.height) break
      if (other.line.node === line.node || faults.has(other.line.node)) continue
      const area = shared(middle, other.middle, LEAST_PX)
      if (area !== undefined) faults.set(other.line.node, overlap(line, other.line, area))
    }
  return [...faults.values()]
}

/** A formula is as high as its box says; a line of text reaches less far than its own. */
function middleOf({ box, isFormula }: TextLine): Box {
  if (isFormula) return box
  return { ...box, y: box.y + box.height / 4, height: box.height / 2 }
}

function overlap(first: TextLine, second: TextLine, area: Box): Fault {
  const box = rounded(area)
  const isFoot = first.role === 'foot' || second.role === 'foot'
  if (!isFoot) return { kind: 'overlap', words: second.words, other: first.words, box }
  const [content, foot] = first.role === 'foot' ? [second, first] : [first, second]
  const what = content.isFormula ? 'formula' : 'text'
  return { kind: 'foot', words: content.words, other: foot.words, what, box }
}

function pictureOnFoot(
  lines: readonly TextLine[],
  things: readonly SolidThing[],
): readonly Fault[] {
  const feet = lines.filter(({ role }) => role === 'foot')
  return things.filter(isPicture).flatMap(({ element, what, box }) => {
    const foot = feet.find((line) => shared(middleOf(line), box, LEAST_PX))
    const area = foot && shared(middleOf(foot), box, LEAST_PX)
    if (foot === undefined || area === undefined) return []
    return [
      {
        kind: 'foot',
        words: nameOf(element),
        other: foot.words,
        what,
        box: rounded(area),
      } as const,
    ]
  })
}
