/** What a PDF says about a font beside its glyphs (ISO 32000-1, table 122), read from the font file. */
import { type FontFace, faceKey, readFontFile } from '../font/faces.ts'
import { type FontTables, readTables } from '../font/sfnt-tables.ts'

/** Lengths in thousandths of an em. */
export type FontFacts = {
  /** Of the whole face, with underscores for spaces. */
  readonly postscriptName: string
  readonly flags: number
  readonly box: readonly number[]
  readonly italicAngle: number
  readonly ascent: number
  readonly descent: number
  readonly capHeight: number
  readonly xHeight: number
}

const known = new Map<string, FontFacts>()

/** Read once per process. */
export function factsOf(face: FontFace): FontFacts {
  const key = faceKey(face)
  const facts = known.get(key) ?? readFacts(readTables(readFontFile(face)))
  known.set(key, facts)
  return facts
}

/** Bits of the flags, table 123. */
const FIXED_PITCH = 1 << 0
const SERIF = 1 << 1
const SYMBOLIC = 1 << 2
const SCRIPT = 1 << 3
const ITALIC = 1 << 6

function readFacts(tables: FontTables): FontFacts {
  const view = (tag: string): DataView => viewOf(tables, tag)
  const head = view('head')
  const os2 = view('OS/2')
  const post = view('post')
  const scale = 1000 / head.getUint16(18)
  const familyClass = os2.getInt16(30) >> 8
  const flags = [
    post.getUint32(12) === 0 ? 0 : FIXED_PITCH,
    familyClass >= 1 && familyClass <= 7 ? SERIF : 0,
    SYMBOLIC,
    familyClass === 10 ? SCRIPT : 0,
    (head.getUint16(44) & 2) === 0 ? 0 : ITALIC,
  ]
  const ascent = view('hhea').getInt16(4) * scale
  return {
    postscriptName: readPostscriptName(view('name')).replaceAll(' ', '_'),
    flags: flags.reduce((all, flag) => all | flag, 0),
    box: [36, 38, 40, 42].map((at) => head.getInt16(at) * scale),
    italicAngle: post.getInt32(4) / 65536,
    ascent,
    descent: view('hhea').getInt16(6) * scale,
    capHeight: os2.getInt16(88) * scale || ascent,
    xHeight: os2.getInt16(86) * scale,
  }
}

const POSTSCRIPT_NAME = 6
const WINDOWS = 3

/** OpenType 1.9.1, “name”: the record for Windows, which is in UTF-16. */
function readPostscriptName(view: DataView): string {
  const strings = view.getUint16(4)
  for (let index = 0; index < view.getUint16(2); index++) {
    const record = 6 + 12 * index
    if (view.getUint16(record) !== WINDOWS || view.getUint16(record + 6) !== POSTSCRIPT_NAME)
      continue
    const at = strings + view.getUint16(record + 10)
    const units = Array.from({ length: view.getUint16(record + 8) / 2 }, (_, unit) =>
      view.getUint16(at + 2 * unit),
    )
    return String.fromCharCode(...units)
  }
  throw new Error('font has no PostScript name')
}

function viewOf(tables: FontTables, tag: string): DataView {
  const table = tables.get(tag)
  if (table === undefined) throw new Error(`font has no ${tag} table`)
  return new DataView(table.buffer, table.byteOffset, table.byteLength)
}
