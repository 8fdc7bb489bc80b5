/** Text strings in a PDF file (ISO 32000-1, 7.9.2). */

const PLAIN = /^[\x20-\x7e]*$/

/** A literal where the text is ASCII, else UTF-16 in hexadecimal digits behind a byte order mark. */
export function pdfText(text: string): string {
  if (PLAIN.test(text)) return `(${text.replace(/[()\\]/gu, '\\$&')})`
  return `<FEFF${utf16Hex(text)}>`
}

function utf16Hex(text: string): string {
  let hex = ''
  for (let i = 0; i < text.length; i++) hex += text.charCodeAt(i).toString(16).padStart(4, '0')
  return hex.toUpperCase()
}
