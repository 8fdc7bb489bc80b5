/**
 * What a mark is part of: an element of the document's structure (ISO 32000-1, 14.7 and 14.8.4) or an
 * artifact (14.8.2.2). Elements know their parents; the tree is built from those that have marks, in the
 * order of the marks, so nothing is listed that is not on the page.
 */

export type ElementType =
  | 'Sect'
  | 'Div'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Caption'
  | 'Link'
  | 'Formula'
  | 'Code'

/** Points; y downward from the top left corner of the sheet. */
export type PageRect = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** ISO 32000-1, 14.8.5: tables 347 (ListNumbering), 349 (Scope) and 343 (BBox). */
export type ElementAttribute =
  | { readonly name: 'ListNumbering'; readonly value: 'None' | 'Square' | 'Decimal' }
  | { readonly name: 'Scope'; readonly value: 'Row' | 'Column' }
  | { readonly name: 'BBox'; readonly value: PageRect }

/** Told apart by identity: two paragraphs are two objects. */
export type Element = {
  readonly kind: 'element'
  readonly type: ElementType
  /** Undefined: the document itself. */
  readonly parent: Element | undefined
  /** BCP 47; empty: the language around it. */
  readonly lang: string
  /** What a picture shows. */
  readonly alt: string
  /** What is read in place of a drawing that stands for characters. */
  readonly actualText: string
  readonly attribute: ElementAttribute | undefined
}

export type Artifact = {
  readonly kind: 'artifact'
  readonly type: 'Layout' | 'Page' | 'Header' | 'Footer' | 'Watermark' | 'Background'
}

export type Tag = Element | Artifact

/** A stretch inside a text: told apart by identity, like elements, and the same on all its lines. */
export type Inline = {
  readonly type: 'Link' | 'Reference'
  readonly parent: Inline | undefined
  /** The text of the whole stretch. */
  readonly text: string
}

export function makeElement(
  type: ElementType,
  parent: Element | undefined,
  given: Partial<Omit<Element, 'kind' | 'type' | 'parent'>> = {},
): Element {
  return {
    kind: 'element',
    type,
    parent,
    lang: '',
    alt: '',
    actualText: '',
    attribute: undefined,
    ...given,
  }
}

/** Rules, tints, bars, bullets of no meaning. */
export const LAYOUT: Artifact = { kind: 'artifact', type: 'Layout' }
/** The line at the head of the page. */
export const HEADER: Artifact = { kind: 'artifact', type: 'Header' }
/** Production aids: crop marks, cutting lines. */
export const PAGE_AID: Artifact = { kind: 'artifact', type: 'Page' }
export const WATERMARK: Artifact = { kind: 'artifact', type: 'Watermark' }
