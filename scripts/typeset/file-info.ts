/** What a file says about itself: the same words in its information dictionary and in its XMP. */

import type { PrintTurn } from './pdf-document.ts'

export type PdfInfo = {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly lang: string
  /** `YYYY-MM-DD`, or empty: then the file names no date. */
  readonly date: string
  /** The edge that a sheet with a back is turned over; left out: there is no back. */
  readonly turn?: PrintTurn
}

export type FileInfo = Omit<PdfInfo, 'turn'> & {
  readonly creator: string
  readonly producer: string
}

/** On one line, without characters that XML 1.0 (2.2) has no place for. */
export function makeFileInfo({ title, author, subject, lang, date }: PdfInfo): FileInfo {
  return {
    // PDF/UA-1, 7.1: a title is never missing.
    title: onOneLine(title) || 'Untitled',
    author: onOneLine(author),
    subject: onOneLine(subject),
    lang,
    date,
    creator: 'Lectern',
    producer: 'Lectern',
  }
}

function onOneLine(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/[\p{Cc}\ufffe\uffff\s]+/gu, ' ')
    .trim()
}

/** pdfkit puts today's date in where none is given, so one is always given. */
export function informationDictionary(info: FileInfo): { readonly [key: string]: string | Date } {
  const entries = { Title: info.title, Author: info.author, Subject: info.subject }
  return {
    ...Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== '')),
    Creator: info.creator,
    Producer: info.producer,
    CreationDate: info.date === '' ? new Date(0) : new Date(`${info.date}T00:00:00Z`),
  }
}
