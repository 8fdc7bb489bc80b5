/** What a printed file says about itself: the same words in its information dictionary and in its XMP. */
import { makeFileInfo } from '../../typeset/file-info.ts'
import { pdfText } from '../../typeset/pdf-text-string.ts'
import { writeXmp } from '../../typeset/xmp.ts'

export type PrintedInfo = {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly keywords: readonly string[]
  readonly lang: string
  /** `YYYY-MM-DD`, or empty: then the file names no date. */
  readonly date: string
}

export type FileFacts = {
  /** The information dictionary (ISO 32000-1, 14.3.3). */
  readonly dictionary: string
  readonly metadata: string
}

/** @param producer of the file that was printed: names the version of the browser's PDF writer */
export function writeFacts(
  info: PrintedInfo,
  { producer, isAccessible }: { readonly producer: string; readonly isAccessible: boolean },
): FileFacts {
  const facts = makeFileInfo(info)
  const keywords = makeFileInfo({ ...info, title: info.keywords.join(', ') || '-' }).title
  const all = { ...facts, producer, keywords: info.keywords.length === 0 ? '' : keywords }
  const stamp = facts.date === '' ? '' : `D:${facts.date.replaceAll('-', '')}000000Z`
  const entries = {
    Title: all.title,
    Author: all.author,
    Subject: all.subject,
    Keywords: all.keywords,
    Creator: all.creator,
    Producer: all.producer,
    CreationDate: stamp,
    ModDate: stamp,
  }
  const written = Object.entries(entries).filter(([, value]) => value !== '')
  return {
    dictionary: `<<${written.map(([key, value]) => `/${key}${pdfText(value)}`).join('\n')}>>`,
    metadata: writeXmp(all, { archivePart: undefined, isAccessible }),
  }
}
