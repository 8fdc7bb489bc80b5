/** All that can be read from a PDF by whoever opens the file itself: text, strings, descriptions, links, names. */
import { inflateSync } from 'node:zlib'
import { hasTool, readPdf, runTool } from '../typeset/pdf-text.ts'

/** In lower case, without white space: a word that a line breaks is found all the same. */
export async function wordsInFile(pdf: Uint8Array): Promise<string> {
  const bytes = Buffer.from(pdf)
  const source = bytes.toString('latin1')
  const streams = [...source.matchAll(/stream\r?\n/g)].map(({ index, 0: mark }) => {
    const start = index + mark.length
    return unpacked(bytes.subarray(start, source.indexOf('endstream', start)))
  })
  const { text, links } = await readPdf(pdf)
  const raw = [source, ...streams]
  // Of Devanagari pdf.js reads glyphs; poppler reads what is written for them.
  const read = hasTool('pdftotext') ? (runTool('pdftotext', ['FILE', '-'], pdf) ?? '') : ''
  return squeeze([...raw, ...raw.flatMap(stringsIn), text, read, ...links].join('\n'))
}

export function squeeze(text: string): string {
  return text.toLowerCase().replace(/[\s\0]+/g, '')
}

/** Readable without a reader of PDF: a stream that is not packed stands as it is. */
function unpacked(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1')
  } catch {
    return stream.toString('latin1')
  }
}

/** Of literal and hexadecimal strings: PDFDocEncoding, UTF-16 or UTF-8 (ISO 32000-2, 7.9.2). */
function stringsIn(source: string): readonly string[] {
  const hex = [...source.matchAll(/<([0-9a-f]{4,})>/gi)].map(([, digits = '']) =>
    Buffer.from(digits, 'hex'),
  )
  const literal = [...source.matchAll(/\(((?:[^()\\]|\\[\s\S])*)\)/g)].map(([, text = '']) =>
    Buffer.from(unescaped(text), 'latin1'),
  )
  return [...hex, ...literal].flatMap((bytes) => [
    bytes.toString('latin1'),
    bytes.toString('utf8'),
    bytes.length % 2 === 0 ? Buffer.from(bytes).swap16().toString('utf16le') : '',
  ])
}

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, mark: string) =>
    /^[0-7]/.test(mark) ? String.fromCharCode(Number.parseInt(mark, 8)) : (CONTROLS[mark] ?? mark),
  )
}
