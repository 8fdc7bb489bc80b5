/** What makes a file accessible and archival besides its pages: structure, metadata, colour, attachment. */
import { Buffer } from 'node:buffer'
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { FileInfo } from './file-info.ts'
import { addObject, addWritten, extendCatalog, nameAttachment } from './pdf-document.ts'
import type { PdfDocument } from './pdf-fields.ts'
import { srgbProfile } from './srgb-profile.ts'
import type { StructureTree } from './structure-tree.ts'
import { writeXmp } from './xmp.ts'

/** The text that the file was made from. */
export type Attachment = {
  /** File name without folders. */
  readonly name: string
  readonly bytes: Uint8Array
}

type Parts = {
  readonly tree: StructureTree
  readonly info: FileInfo
  readonly attachment: Attachment | undefined
}

export function archive(document: PdfDocument, { tree, info, attachment }: Parts): void {
  if (attachment !== undefined) attach(document, attachment, info.date)
  extendCatalog(document, {
    MarkInfo: { Marked: true },
    Metadata: metadata(
      document,
      writeXmp(info, { archivePart: attachment === undefined ? 2 : 3, isAccessible: true }),
    ),
    OutputIntents: [outputIntent(document)],
    StructTreeRoot: addWritten(document, (firstId) => tree.write(firstId)),
  })
}

/**
 * ISO 19005-3, 6.8. A file without a date of its own still needs one here: the first day of the count of
 * seconds, as tools of reproducible builds write it.
 */
function attach(document: PdfDocument, { name, bytes }: Attachment, date: string): void {
  const params = {
    Size: bytes.length,
    ModDate: new Date(`${date || '1970-01-01'}T00:00:00Z`),
    CheckSum: createHash('md5').update(bytes).digest(),
  }
  const content = { bytes, isCompressed: true }
  const stream = { Type: 'EmbeddedFile', Subtype: 'text#2Fmarkdown', Params: params }
  const file = addObject(document, stream, content)
  const specification = addObject(document, {
    Type: 'Filespec',
    F: new String(asciiName(name)),
    UF: new String(name),
    Desc: new String('Source'),
    AFRelationship: 'Source',
    EF: { F: file, UF: file },
  })
  extendCatalog(document, { AF: [specification] })
  nameAttachment(document, asciiName(name), specification)
}

/** The older entry for names knows no other letters (ISO 32000-1, table 44). */
function asciiName(name: string): string {
  return name.replace(/[^\w.-]/gu, '_')
}

/** Never compressed, so that programs which know no PDF find it. */
function metadata(document: PdfDocument, xmp: string): object {
  const bytes = Buffer.from(xmp, 'utf8')
  return addObject(document, { Type: 'Metadata', Subtype: 'XML' }, { bytes, isCompressed: false })
}

/** The same in every file of a process. */
let packedProfile: Uint8Array | undefined

/** Colours are meant as sRGB (ISO 19005-2, 6.2.3). */
function outputIntent(document: PdfDocument): object {
  packedProfile ??= deflateSync(srgbProfile())
  const profile = { bytes: packedProfile, isCompressed: false }
  return addObject(document, {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: new String('sRGB'),
    Info: new String('sRGB IEC61966-2.1'),
    DestOutputProfile: addObject(document, { N: 3, Filter: 'FlateDecode' }, profile),
  })
}
