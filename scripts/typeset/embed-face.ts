/** Faces inside a document: glyphs with their texts, and the font file made of them. */
import type { FontFace } from '../font/faces.ts'
import { faceKey, readFontFile } from '../font/faces.ts'
import { openFace } from './open-face.ts'
import { type EmbeddedFontFields, fieldsOf, type PdfDocument } from './pdf-fields.ts'
import type { ShapedGlyph } from './shaped-glyph.ts'
import { MISSING_GLYPH, type SubsetGlyph, writeSubset } from './write-subset.ts'

/** A face inside one document: its resource name and the CIDs its glyphs got. */
export type EmbeddedFace = {
  /** `/F1` as used by the Tf operator, without the slash. */
  readonly name: string
  /** Four hexadecimal digits. */
  cidOf(glyph: ShapedGlyph): string
  /** Puts the face among the resources of the document's last page. */
  useOnPage(): void
}

/** Puts a face into the document. */
export function embedFace(document: PdfDocument, face: FontFace): EmbeddedFace {
  const key = faceKey(face)
  document.registerFont(key, openFace(face) as unknown as string)
  document.font(key)
  const { _font: font } = fieldsOf(document)
  const cids = new Map<string, string>()
  const glyphs: SubsetGlyph[] = [MISSING_GLYPH]
  // pdfkit maps it to U+0000, which no text may hold (ISO 19005-2, 6.2.11.7.2).
  font.unicode[0] = [REPLACEMENT_CHARACTER]
  font.embed = embedSubset(document, font, () => writeSubset(readFontFile(face), glyphs))
  return {
    name: font.id,
    useOnPage: () => {
      fieldsOf(document).page.fonts[font.id] = font.ref()
    },
    cidOf: (glyph) => {
      const cidKey = cidKeyOf(glyph)
      let cid = cids.get(cidKey)
      if (cid === undefined) {
        cid = addGlyph(font, glyph, glyphs).toString(16).padStart(4, '0')
        cids.set(cidKey, cid)
      }
      return cid
    },
  }
}

const REPLACEMENT_CHARACTER = 0xfffd

/**
 * pdfkit's own way of embedding, with our font file in it and its length, which a TrueType font must name
 * (ISO 32000-1, table 127): the stream of the file is the first object made.
 */
function embedSubset(
  document: PdfDocument,
  font: EmbeddedFontFields,
  write: () => Uint8Array,
): () => unknown {
  const embed = font.embed.bind(font)
  return () => {
    const file = write()
    const fields = fieldsOf(document)
    const makeReference = fields.ref.bind(fields)
    font.subset.encode = () => file
    fields.ref = (data) => {
      fields.ref = makeReference
      const stream = makeReference(data)
      stream.data['Length1'] = file.length
      return stream
    }
    return embed()
  }
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

/**
 * A CID of its own for every pair of glyph and text: the same shape is extracted as `-` here and as `‐`
 * there (print.md §2.3).
 */
function addGlyph(font: EmbeddedFontFields, glyph: ShapedGlyph, glyphs: SubsetGlyph[]): number {
  const cid = glyphs.push(glyph) - 1
  font.unicode[cid] = glyph.codePoints
  font.widths[cid] = glyph.defaultAdvance * 1000
  return cid
}
