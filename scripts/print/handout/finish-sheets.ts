/** What every PDF of sheets says about itself. */
import type { PrintedInfo } from '../pdf/file-facts.ts'
import { finishPdf } from '../pdf/finish-pdf.ts'
import type { Bookmark } from '../pdf/outline.ts'
import { textOf } from '../read-slides.ts'

export type SheetFacts = {
  readonly info: PrintedInfo
  readonly outline: readonly Bookmark[]
  /** Markup of the sheets. */
  readonly body: string
}

/** Throws PrintError. */
export function finishSheets(pdf: Uint8Array, { info, outline, body }: SheetFacts): Uint8Array {
  const pageLabels = [{ page: 0, style: 'decimal', prefix: '', first: 1 }] as const
  const text = textOf(body)
  return finishPdf(pdf, { info, outline, pageLabels, notes: [], text, opensAs: 'sheets' })
}
