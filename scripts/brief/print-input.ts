/** What a printed file needs besides its pages, of one edition or of two. */
import type { PrintProfile } from '../theme/print-profile.ts'
import type { Theme } from '../theme/theme.ts'
import type { Preset } from '../topic/topic.ts'
import type { Attachment } from '../typeset/write-pdf.ts'

export type PrintInput = {
  readonly theme: Theme
  /** Plain strings for the file's own properties. */
  readonly title: string
  readonly author: string
  readonly subject: string
  /** `YYYY-MM-DD`, or empty: the file then names no date. */
  readonly date: string
  readonly preset: Preset
  readonly profile: PrintProfile
  /** Printed across each page; empty for none. */
  readonly watermark: string
  /** The file of the topic, put into the PDF for whoever edits it one day. */
  readonly source: Attachment | undefined
}
