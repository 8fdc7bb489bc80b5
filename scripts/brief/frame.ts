/** Where flowing blocks are set: what they may use, how wide, at which size. */
import type { Pictures } from '../chart/picture.ts'
import type { Setting } from './setting.ts'

export type FlowContext = {
  readonly setting: Setting
  readonly pictures: Pictures
  readonly sizePt: number
  /** Of a column. */
  readonly widthPt: number
  readonly columnHeightPt: number
  /** Counts blocks in reading order, for tags. */
  readonly nextBlock: () => number
}

export type Frame = FlowContext & {
  readonly part: string
  /** Inside lists and boxes. */
  readonly indentPt: number
  readonly box: number
}
