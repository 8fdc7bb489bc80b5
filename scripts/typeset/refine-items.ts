/** What a compositor does to lines by hand: letters that give, no word left over, punctuation that hangs. */
import {
  type BoxItem,
  type Item,
  MAX_TRACKING_EM,
  makePenalty,
  NEVER,
  trackedLetters,
} from './item.ts'

/** A last line narrower than this reads as a left-over word. */
const RUNT_EM = 4.6
const RUNT_COST = 400
/** One as narrow as this is never left alone while the paragraph has any other solution. */
const SHORT_RUNT_EM = 3.8

/** Share of the last character that may stand outside the measure (Hochuli, “Detail in Typography”). */
const HANGING: Readonly<Record<string, number>> = {
  '-': 0.45,
  '‐': 0.45,
  '–': 0.25,
  '.': 0.45,
  ',': 0.45,
  ';': 0.25,
  ':': 0.25,
  '’': 0.45,
  '”': 0.4,
  '।': 0.25,
}

export function refineItems(items: readonly Item[]): readonly Item[] {
  return hangPunctuation(avoidRunts(lendLetters(items)))
}

export function hangingShare(character: string): number {
  return HANGING[character] ?? 0
}

function lendLetters(items: readonly Item[]): readonly Item[] {
  let letters = 0
  return items.map((item) => {
    if (item.type === 'box') letters += trackedLetters(item)
    if (item.type !== 'glue' || item.space === undefined) return item
    const lent = letters * MAX_TRACKING_EM
    letters = 0
    return { ...item, stretch: item.stretch + lent, shrink: item.shrink + lent }
  })
}

/** Makes it dear to leave one short word, or a part of one, on the last line. */
function avoidRunts(items: readonly Item[]): readonly Item[] {
  const result: Item[] = []
  let tail = 0
  for (const item of items.toReversed()) {
    if (item.type === 'penalty' && item.flagged && item.hyphen !== undefined && tail < RUNT_EM) {
      continue
    }
    const isBreak = item.type === 'glue' && item.space !== undefined
    result.push(item)
    if (isBreak && tail < RUNT_EM && tail > 0) {
      const isRunt = tail < SHORT_RUNT_EM
      result.push(makePenalty({ cost: isRunt ? NEVER : RUNT_COST, isRunt }))
    }
    tail += item.type === 'penalty' ? 0 : item.width
  }
  return result.toReversed()
}

/** A point or comma at the end of a line stands half outside, which makes the edge look straight. */
function hangPunctuation(items: readonly Item[]): readonly Item[] {
  const result: Item[] = []
  for (const [index, item] of items.entries()) {
    const next = items[index + 1]
    const after = next?.type === 'penalty' ? items[index + 2] : next
    result.push(item)
    if (item.type !== 'box' || item.span.riseEm !== 0) continue
    if (after?.type !== 'glue' || after.space === undefined) continue
    const hang = hangingWidth(item)
    if (hang === 0) continue
    if (next?.type !== 'penalty') result.push(makePenalty({ width: -hang }))
  }
  return result
}

function hangingWidth(box: BoxItem): number {
  const glyph = box.run.glyphs[box.to - 1]
  const share = HANGING[box.run.text.at(-1) ?? '']
  if (glyph === undefined || share === undefined || box.to !== box.run.glyphs.length) return 0
  return glyph.advance * share * box.span.scale
}
