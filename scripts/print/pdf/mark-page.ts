/** The content stream of a page, unpacked, marked anew and packed again. */
import { inflateSync } from 'node:zlib'
import { packStream } from '../../typeset/pack-stream.ts'
import { type MarkedPage, markContent, type Owners } from './mark-content.ts'
import { readPageContent } from './page-content.ts'
import { type PrintedFile, refIn } from './printed-file.ts'
import type { PrintedPage } from './read-pages.ts'
import { UnexpectedPdf } from './unexpected-pdf.ts'

export function markPage(file: PrintedFile, page: PrintedPage, owners: Owners): MarkedPage {
  return markContent(readPageContent(unpackText(file, refIn(page.entries, 'Contents'))), owners)
}

/** Its characters are bytes. */
function unpackText(file: PrintedFile, id: number): string {
  const data = file.stream(id)
  const filter = file.entries(id).get('Filter')
  if (data === undefined || filter !== '/FlateDecode')
    throw new UnexpectedPdf(`the stream ${id} is not packed as expected`)
  try {
    return inflateSync(data).toString('latin1')
  } catch (cause) {
    throw new UnexpectedPdf(`the stream ${id} cannot be unpacked`, { cause })
  }
}

type PackedStream = { readonly dictionary: string; readonly data: Uint8Array }

export function packText(text: string): PackedStream {
  const data = packStream(Buffer.from(text, 'latin1'))
  return { dictionary: `<</Filter/FlateDecode/Length ${data.length}>>`, data }
}
