/** Where flowing blocks are set: what they may use, how wide, at which size. */
import type { Pictures } from '../chart/picture.ts'
import type { Element } from '../typeset/structure.ts'
import type { Setting } from './setting.ts'

export type HeadingLevel = 1 | 2 | 3

export type FlowContext = {
  readonly setting: Setting
  readonly pictures: Pictures
  readonly sizePt: number
  /** Of a column. */
  readonly widthPt: number
  readonly columnHeightPt: number
  /** Of the headings of sections: 2 under a title. */
  readonly headingLevel: HeadingLevel
}

export type Frame = FlowContext & {
  readonly part: string
  /** What the blocks are tagged as parts of. */
  readonly parent: Element
  /** Inside lists and boxes. */
  readonly indentPt: number
  readonly box: number
}
