/**
 * Faces inside a document: glyphs with their texts, and the font file made of them. Written here and not by
 * pdfkit, whose fonts are fontkit's: reading those costs a cold process more than a page of English does.
 */
import { metricsOf } from '../font/coverage.ts'
import { type FontFace, readFontFile } from '../font/faces.ts'
import { type FontFacts, factsOf } from './font-facts.ts'
import { addObject } from './pdf-document.ts'
import { fieldsOf, type PdfDocument, type ReferenceFields } from './pdf-fields.ts'
import type { ShapedRun } from './shape-run.ts'
import type { ShapedGlyph } from './shaped-glyph.ts'
import { writeToUnicode } from './to-unicode.ts'
import { MISSING_GLYPH, type SubsetGlyph, writeSubset } from './write-subset.ts'

/** A face inside one document: its resource name and the CIDs its glyphs got. */
export type EmbeddedFace = {
  /** `/F1` as used by the Tf operator, without the slash. */
  readonly name: string
  /** Four hexadecimal digits. */
  cidOf(glyph: ShapedGlyph): string
  /** A whole run, made once per document: words of a page repeat. */
  stringsOf(run: ShapedRun): readonly GlyphString[]
  /** Puts the face among the resources of the document's last page. */
  useOnPage(): void
}

/** CIDs of glyphs that stand at their own advance, and by how many em the last one's differs from it. */
export type GlyphString = { readonly cids: string; readonly move: number }

/** By CID: what is drawn, how wide it is in thousandths of an em, what it is extracted as. */
type CidGlyphs = {
  readonly glyphs: SubsetGlyph[]
  readonly widths: number[]
  readonly texts: (readonly number[])[]
}

/** No text may hold U+0000 (ISO 19005-2, 6.2.11.7.2). */
const REPLACEMENT_CHARACTER = 0xfffd

/** Puts a face into the document. */
export function embedFace(document: PdfDocument, face: FontFace): EmbeddedFace {
  const fields = fieldsOf(document)
  const name = `F${Object.keys(fields._fontFamilies).length + 1}`
  const table: CidGlyphs = {
    glyphs: [MISSING_GLYPH],
    widths: [widthOfMissing(face)],
    texts: [[REPLACEMENT_CHARACTER]],
  }
  const dictionary = fields.ref({})
  // The document's end writes its fonts.
  fields._fontFamilies[name] = {
    finalize: () => writeFont(document, dictionary, { face, name, table }),
  }
  const cidOf = numberGlyphs(table)
  const strings = new Map<ShapedRun, readonly GlyphString[]>()
  return {
    name,
    useOnPage: () => {
      fields.page.fonts[name] = dictionary
    },
    cidOf,
    stringsOf: (run) => {
      const known = strings.get(run) ?? joinGlyphs(run.glyphs, cidOf)
      strings.set(run, known)
      return known
    },
  }
}

function widthOfMissing(face: FontFace): number {
  const { advanceOf, unitsPerEm } = metricsOf(face)
  return (advanceOf(MISSING_GLYPH.id) * 1000) / unitsPerEm
}

/**
 * A CID of its own for every pair of glyph and text: the same shape is extracted as `-` here and as `‐`
 * there (print.md §2.3).
 */
function numberGlyphs(table: CidGlyphs): (glyph: ShapedGlyph) => string {
  const cids = new Map<string, string>()
  const cidOfGlyph = new Map<ShapedGlyph, string>()
  return (glyph) => {
    let cid = cidOfGlyph.get(glyph)
    if (cid !== undefined) return cid
    const key = cidKeyOf(glyph)
    cid = cids.get(key)
    if (cid === undefined) {
      cid = hex(table.glyphs.push(glyph) - 1)
      table.widths.push(glyph.defaultAdvance * 1000)
      table.texts.push(glyph.codePoints)
      cids.set(key, cid)
    }
    cidOfGlyph.set(glyph, cid)
    return cid
  }
}

function joinGlyphs(
  glyphs: readonly ShapedGlyph[],
  cidOf: (glyph: ShapedGlyph) => string,
): readonly GlyphString[] {
  const strings: GlyphString[] = []
  let cids = ''
  for (const glyph of glyphs) {
    cids += cidOf(glyph)
    const move = glyph.advance - glyph.defaultAdvance
    if (move === 0) continue
    strings.push({ cids, move })
    cids = ''
  }
  if (cids !== '') strings.push({ cids, move: 0 })
  return strings
}

function hex(value: number): string {
  return value.toString(16).padStart(4, '0')
}

const cidKeys = new WeakMap<ShapedGlyph, string>()

function cidKeyOf(glyph: ShapedGlyph): string {
  let key = cidKeys.get(glyph)
  if (key === undefined) {
    const parts = glyph.parts.map((part) => `${part.id},${part.x},${part.y}`).join(' ')
    key = `${glyph.id}:${parts}:${glyph.codePoints.join()}`
    cidKeys.set(glyph, key)
  }
  return key
}

type Written = { readonly face: FontFace; readonly name: string; readonly table: CidGlyphs }

/** A composite font, its CIDs numbered as its glyphs (ISO 32000-1, 9.7.4 and 9.7.6). */
function writeFont(
  document: PdfDocument,
  dictionary: ReferenceFields,
  { face, name, table }: Written,
): void {
  const facts = factsOf(face)
  const fontName = `${subsetTag(name)}+${facts.postscriptName}`
  const file = writeSubset(readFontFile(face), table.glyphs)
  const fontFile = addObject(
    document,
    // A TrueType font names its length (table 127).
    { Length1: file.length },
    { bytes: file, isCompressed: true },
  )
  const descriptor = addObject(document, descriptorOf(facts, fontName, fontFile))
  const descendant = addObject(document, {
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: fontName,
    CIDSystemInfo: {
      Registry: new String('Adobe'),
      Ordering: new String('Identity'),
      Supplement: 0,
    },
    FontDescriptor: descriptor,
    W: [0, table.widths],
    CIDToGIDMap: 'Identity',
  })
  const toUnicode = addObject(
    document,
    {},
    { bytes: writeToUnicode(table.texts), isCompressed: true },
  )
  Object.assign(dictionary.data, {
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: fontName,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: toUnicode,
  })
  dictionary.end()
}

/** Six capitals, others for each font of the file (9.6.4): its number in letters. */
function subsetTag(name: string): string {
  const letters = name.slice(1).replace(/\d/gu, (digit) => 'ABCDEFGHIJ'.charAt(Number(digit)))
  return letters.padEnd(6, 'Z')
}

function descriptorOf(
  facts: FontFacts,
  fontName: string,
  fontFile: object,
): Readonly<Record<string, unknown>> {
  return {
    Type: 'FontDescriptor',
    FontName: fontName,
    Flags: facts.flags,
    FontBBox: facts.box,
    ItalicAngle: facts.italicAngle,
    Ascent: facts.ascent,
    Descent: facts.descent,
    CapHeight: facts.capHeight,
    XHeight: facts.xHeight,
    StemV: 0,
    FontFile2: fontFile,
  }
}
