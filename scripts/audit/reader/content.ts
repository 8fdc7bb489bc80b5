/** What the content streams of a page do: what they paint, with which text, colours and marks (ISO 32000-1, 7.8). */

import type { PlacedNote } from './open-pdf.ts'
import type { PdfDict, PdfStream, PdfValue } from './pdf-value.ts'

/** A marked-content sequence that is open (ISO 32000-1, 14.6), with the ones it stands in. */
export type MarkedContent = {
  readonly tag: string
  readonly properties: PdfDict | undefined
  readonly mcid: number | undefined
  /** The page dictionary or form XObject whose stream holds the sequence. */
  readonly owner: PdfValue
  readonly parent: MarkedContent | undefined
  readonly where: string
}

/** Colour space as written: a name, or the array of a resource. */
export type ColorSpace = PdfValue

export type Painted = {
  readonly what: 'text' | 'path' | 'image' | 'shading'
  readonly marks: MarkedContent | undefined
  readonly spaces: readonly ColorSpace[]
  readonly state: PdfDict | undefined
  readonly resources: PdfDict
  readonly where: string
}

export type TextShown = {
  readonly font: PdfDict
  readonly bytes: Uint8Array
  /** Rendering mode 3: neither filled nor stroked (ISO 32000-1, Table 106). */
  readonly isInvisible: boolean
  readonly marks: MarkedContent | undefined
  readonly where: string
}

/** A form XObject drawn by `Do`. */
export type FormUse = { readonly form: PdfStream; readonly where: string }

/** Keys written out, `W` as `Width`. */
export type InlineImage = { readonly dict: PdfDict; readonly where: string }

export type ContentReading = {
  readonly painted: readonly Painted[]
  readonly texts: readonly TextShown[]
  readonly marks: readonly MarkedContent[]
  readonly forms: readonly FormUse[]
  readonly images: readonly PdfStream[]
  readonly inlineImages: readonly InlineImage[]
  readonly graphicsStates: readonly PdfDict[]
  readonly shadings: readonly PdfValue[]
  readonly intents: readonly { readonly name: string; readonly where: string }[]
  readonly notes: readonly PlacedNote[]
}
