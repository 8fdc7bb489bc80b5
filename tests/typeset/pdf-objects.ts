/** The objects of a PDF as text, those in object streams among them. */
import { inflateSync } from 'node:zlib'

const OBJECT_STREAM = /\/Type\/ObjStm[^>]*\/Length (\d+)>>\nstream\n/gu

/** For looking whether something is there; streams stay as they are. */
export function textOfObjects(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  const packed = [...text.matchAll(OBJECT_STREAM)].map((match) => {
    const start = match.index + match[0].length
    return inflateSync(bytes.subarray(start, start + Number(match[1]))).toString('latin1')
  })
  return [text, ...packed].join('\n')
}

const STREAM = /\/Length (\d+)[^>]*>>\nstream\n/gu

/** The contents of all streams, unpacked. */
export function streamsOf(pdf: Uint8Array): readonly Uint8Array[] {
  const bytes = Buffer.from(pdf)
  return [...bytes.toString('latin1').matchAll(STREAM)].map((match) => {
    const start = match.index + match[0].length
    const content = bytes.subarray(start, start + Number(match[1]))
    return match[0].includes('/FlateDecode') ? inflateSync(content) : content
  })
}
