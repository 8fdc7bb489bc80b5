/** Notes as plain lines: what Word, a PDF or a scanner leaves between the visible characters is gone. */

/** Line ends of every system, and the breaks Word and PDF use for lines and pages. */
const LINE_BREAK = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/gu

/** Controls, soft hyphens, byte order marks, direction marks and code points that are no characters. */
const INVISIBLE =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Noncharacter_Code_Point}]/gu

const LONE_SURROGATE = /\p{Surrogate}/gu

/** Wider than any indent that means something; expressions below stay linear in what is left. */
const MAX_GAP = 80
const WIDE_GAP = /[^\S\n]{81,}/gu

export function cleanNotes(text: string): string {
  return text
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(LINE_BREAK, '\n')
    .replace(INVISIBLE, '')
    .replace(WIDE_GAP, ' '.repeat(MAX_GAP))
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
}
