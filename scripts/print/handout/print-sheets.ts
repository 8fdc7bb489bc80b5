/** A document of sheets as PDF, with what every such file says about itself. */
import type { PrintedInfo } from '../pdf/file-facts.ts'
import { finishPdf } from '../pdf/finish-pdf.ts'
import type { Bookmark } from '../pdf/outline.ts'
import { printPdf } from '../print-pdf.ts'
import type { Printer } from '../printer.ts'
import { textOf } from '../read-slides.ts'

/** About A4 at 96 pixels an inch; the sheets have their own measures. */
export const VIEWPORT = { widthPx: 794, heightPx: 1123, scale: 1 }

export type Sheets = {
  /** The whole document: what `writeHandout` returns. */
  readonly html: string
  /** Its markup of the sheets alone. */
  readonly body: string
  /** Evaluated in the page before it is printed: takes its grounds and colours away; undefined: they stay. */
  readonly inkCall: string | undefined
  readonly info: PrintedInfo
  readonly outline: readonly Bookmark[]
}

/** Throws PrintError. */
export async function printSheets(
  { html, body, inkCall, info, outline }: Sheets,
  printer: Printer,
): Promise<Uint8Array> {
  const task = { html, media: 'print', viewport: VIEWPORT } as const
  const pdf = await printPdf(inkCall === undefined ? task : { ...task, inspect: inkCall }, printer)
  const pageLabels = [{ page: 0, style: 'decimal', prefix: '', first: 1 }] as const
  return finishPdf(pdf, {
    info,
    outline,
    pageLabels,
    notes: [],
    text: textOf(body),
    opensAs: 'sheets',
  })
}
