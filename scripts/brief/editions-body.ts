/** What stands between the head and the foot of a page of two editions, whatever its layout. */
import type { Pictures } from '../chart/picture.ts'
import type { Mark } from '../typeset/mark.ts'
import type { FitReport } from './fit-report.ts'
import type { Two } from './merge-editions.ts'
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
