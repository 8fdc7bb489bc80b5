/** Between the reader of all content streams and the run of one. */
import type { ContentReading, MarkedContent } from './content.ts'
import type { PdfDict, PdfStream, PdfValue } from './pdf-value.ts'

export type Collected = { -readonly [K in keyof ContentReading]: ContentReading[K][number][] }

/** What runs the streams that a stream draws. */
export type ContentHost = {
  readonly found: Collected
  readStream(stream: PdfStream, place: Place, inherited: PdfDict): void
  readPattern(pattern: PdfStream, place: Place): void
}

export type Place = {
  readonly where: string
  /** Marks that were open where the stream was drawn. */
  readonly outer: MarkedContent | undefined
}

/** A stream, and what differs between a page, a form and a pattern. */
export type Source = Place & {
  readonly owner: PdfValue
  readonly resources: PdfDict
  /** The resources are those of the stream that draws this one (ISO 32000-1, 7.8.3, allows it for old files). */
  readonly isBorrowing: boolean
}
