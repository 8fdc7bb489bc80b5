/** One page of two editions: heads in two columns, the body side by side or stacked, one foot. */
import type { Pictures } from '../chart/picture.ts'
import type { Bilingual } from '../topic/topic.ts'
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import type { Brief } from './brief-block.ts'
import type { Body, BodyOptions, LaidBody } from './editions-body.ts'
import { layFoot } from './lay-foot.ts'
import { RULE_GAP as HEADER_RULE_GAP, layHeader } from './lay-header.ts'
import { layMastheads } from './lay-mastheads.ts'
import { openRows } from './lay-rows.ts'
import { laySharedFigures } from './lay-shared-figures.ts'
import { openStacked } from './lay-stacked.ts'
import { type BlockPair, numberPairs, pairBlocks, type Two } from './merge-editions.ts'
import { mergeFeet, withoutDropped } from './merge-feet.ts'
import { type PageBox, type PagePart, stackParts } from './page-part.ts'
import type { Setting } from './setting.ts'
import { withoutRepeats } from './without-repeats.ts'

export type EditionsLayout = Exclude<Bilingual, 'none'>

export type EditionsOptions = {
  readonly settings: Two<Setting>
  readonly pictures: Two<Pictures>
  readonly box: PageBox
  readonly layout: EditionsLayout
  /** Which version is standard, said in each language; empty: not said. */
  readonly standard: Two<string>
  /** The sources and the key are the same in both editions: they are printed once. */
  readonly hasOneFoot: boolean
}

const BODIES: Readonly<Record<EditionsLayout, (options: BodyOptions) => Body>> = {
  'side-by-side': openRows,
  stacked: openStacked,
}

const COLUMNS_GAP_MM = 4
const FOOT_GAP_MM = 3.4

export type LaidEditions = LaidBody & {
  /** Ids of the sections and boxes left out in both languages to make room. */
  readonly dropped: readonly string[]
}

export function layEditions(given: Two<Brief>, options: EditionsOptions): LaidEditions {
  const { settings, box } = options
  const briefs = [given[0], withoutRepeats(given, options.pictures)] as const
  const columns = columnsOf(box, settings[0])
  const head = stackParts([
    layHeaders(briefs, settings, box),
    layMastheads([briefs[0].masthead, briefs[1].masthead], { settings, box, columns }),
    laySharedFigures([briefs[0].figures, briefs[1].figures], settings, box),
  ])
  const foot = layFeet(briefs, [], options)
  const top = box.top + head.heightPt + pointsOf(COLUMNS_GAP_MM)
  const heightPt = box.bottom - foot.heightPt - pointsOf(FOOT_GAP_MM) - top
  const body = layBody(pairBlocks(briefs), { ...options, top, heightPt, columns })
  if (body.marks === undefined) return body
  const own = body.dropped.length === 0 ? foot : layFeet(briefs, body.dropped, options)
  const marks = [...head.draw(box.top), ...body.marks, ...own.draw(box.bottom - own.heightPt)]
  return { ...body, marks }
}

function layFeet(
  briefs: Two<Brief>,
  dropped: readonly string[],
  options: EditionsOptions,
): PagePart {
  const kept = [keepFoot(briefs[0], dropped), keepFoot(briefs[1], dropped)] as const
  const { content, setting } = mergeFeet(kept, options)
  return layFoot(content, { setting, pictures: options.pictures[0], page: options.box })
}

function keepFoot(brief: Brief, dropped: readonly string[]): Brief {
  return { ...brief, foot: withoutDropped(brief.foot, dropped) }
}

/** Leaves out what matters least, in both languages at once, until the rest fits. */
function layBody(
  pairs: readonly BlockPair[],
  options: BodyOptions & Pick<EditionsOptions, 'layout'>,
): LaidEditions {
  const body = BODIES[options.layout](options)
  const kept = keepWhatFits(pairs, (some) => body.fits(some))
  if (kept === undefined) return { ...body.lay(pairs), dropped: [] }
  const dropped = pairs.filter((pair) => !kept.includes(pair)).map(({ id }) => id)
  const laid = body.lay(numberPairs(kept))
  const rung = dropped.length > 0 ? 'dropped' : laid.report.rung
  return { ...laid, report: { ...laid.report, rung }, dropped }
}

/**
 * Level by level, the highest priority number first and the last on the page first; priority 1 always
 * stays. Of the level that need not go as a whole, as much as there is room for comes back.
 */
function keepWhatFits(
  pairs: readonly BlockPair[],
  fits: (pairs: readonly BlockPair[]) => boolean,
): readonly BlockPair[] | undefined {
  let kept = pairs
  let level = 0
  while (!fits(kept)) {
    level = Math.max(...kept.map(({ priority }) => priority))
    const least = kept.findLast(({ priority }) => priority === level)
    if (level <= 1 || least === undefined) return undefined
    kept = kept.filter((pair) => pair !== least)
  }
  for (const pair of pairs) {
    if (pair.priority !== level || kept.includes(pair)) continue
    const more = pairs.filter((each) => each === pair || kept.includes(each))
    if (fits(more)) kept = more
  }
  return kept
}

function columnsOf(box: PageBox, { tokens }: Setting): Two<PageBox> {
  const gutter = pointsOf(tokens.gutterMm)
  const innerWidthPt = (box.innerWidthPt - gutter) / 2
  return [
    { ...box, innerWidthPt },
    { ...box, innerWidthPt, left: box.left + innerWidthPt + gutter },
  ]
}

/** One line each, across the page: a header is too wide for a column. Both stand over one rule. */
function layHeaders(briefs: Two<Brief>, settings: Two<Setting>, box: PageBox): PagePart {
  const first = layHeader(briefs[0].header, settings[0], box)
  const second = layHeader(briefs[1].header, settings[1], box)
  if (second.heightPt === 0) return first
  const texts = (y: number): readonly Mark[] => first.draw(y).filter(({ kind }) => kind === 'text')
  const heightPt = Math.max(0, first.heightPt - HEADER_RULE_GAP)
  return {
    heightPt: heightPt + second.heightPt,
    draw: (y) => [...texts(y), ...second.draw(y + heightPt)],
  }
}
