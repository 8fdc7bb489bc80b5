/** What stands between the head and the foot of a page of two editions, whatever its layout. */
import type { Pictures } from '../chart/picture.ts'
import type { BriefTokens } from '../theme/brief-tokens.ts'
import type { Mark } from '../typeset/mark.ts'
import type { FitReport } from './fit-report.ts'
import type { FlowContext } from './frame.ts'
import type { BlockPair, Two } from './merge-editions.ts'
import type { PageBox } from './page-part.ts'
import type { Setting } from './setting.ts'

/** Where the body goes, and what it may use. */
export type BodyOptions = {
  readonly settings: Two<Setting>
  readonly pictures: Two<Pictures>
  readonly box: PageBox
  readonly top: number
  readonly heightPt: number
  readonly columns: Two<PageBox>
}

export type LaidBody = {
  readonly report: FitReport
  /** Undefined when not everything fits. */
  readonly marks: readonly Mark[] | undefined
}

export type Body = {
  /** At the smallest size allowed, as tight as allowed; each block is measured once. */
  fits(pairs: readonly BlockPair[]): boolean
  lay(pairs: readonly BlockPair[]): LaidBody
}

/** The tokens with the floor of the preset as the only size. */
export function atFloor(tokens: BriefTokens): BriefTokens {
  return { ...tokens, maxSize: 0, clearPrintMaxSize: 0 }
}

/** Keeps what was measured of a block of two editions: the numbers of headings do not change heights. */
export function rememberPairs<Measured>(
  measure: (pair: BlockPair) => readonly Measured[],
): (pairs: readonly BlockPair[]) => readonly Measured[] {
  const known = new Map<BlockPair['blocks'], readonly Measured[]>()
  return (pairs) =>
    pairs.flatMap((pair) => {
      const measured = known.get(pair.blocks) ?? measure(pair)
      known.set(pair.blocks, measured)
      return measured
    })
}

export function contextsOf(
  { settings, pictures, columns, heightPt }: BodyOptions,
  sizePt: number,
): Two<FlowContext> {
  const contextOf = (index: 0 | 1): FlowContext => ({
    setting: settings[index],
    pictures: pictures[index],
    sizePt,
    widthPt: columns[index].innerWidthPt,
    columnHeightPt: heightPt,
    headingLevel: 2,
  })
  return [contextOf(0), contextOf(1)]
}
