/** Every code that is shown: its glyph, its width, its text (Matterhorn 10, 17-003, 31; ISO 19005-2, 6.2.11.4–8). */
import type { Report } from '../finding.ts'
import type { MarkedContent } from '../reader/content.ts'
import { streamIn, textIn } from '../reader/entries.ts'
import { type CodeUse, cidOfCode, encodingOf, type FontUse } from '../reader/font-use.ts'
import type { StructureNode } from '../reader/structure-tree.ts'
import type { TrueType } from '../reader/true-type.ts'
import { elementAround } from '../reading.ts'
import type { Audit, Rule } from './rule.ts'

export const glyphs: Rule = (audit, report) => {
  for (const font of audit.fonts) {
    const cidOf = cidOfCode(audit.file, font)
    for (const use of font.codes.values()) {
      const place = `${font.where}, code ${use.code}, ${use.where}`
      checkText(audit, { font, use, place }, report)
      if (font.subtype === 'Type0' && cidOf(use.code) === 0) reportNotdef(place, report)
      else checkGlyph(audit, { font, use, place }, report)
    }
    checkCidSet(audit, font, report)
  }
}

type Shown = { readonly font: FontUse; readonly use: CodeUse; readonly place: string }

function checkText(audit: Audit, { font, use, place }: Shown, report: Report): void {
  const text = textOf(audit, font, use.code)
  if (text === undefined || text === '') {
    report('Matterhorn 10-001', 'the code has no Unicode value', place)
    report('ISO 19005-2, 6.2.11.7.2', 'the code has no Unicode value', place)
    if (isInFormula(elementAround(audit, use.marks)))
      report('Matterhorn 17-003', 'a code in a formula has no Unicode value', place)
    return
  }
  if (/[\u0000\uFEFF\uFFFE]/u.test(text))
    report('ISO 19005-2, 6.2.11.7.2', 'the Unicode value of the code is not valid', place)
  if (/\p{Co}/u.test(text) && !hasActualText(audit, use.marks))
    report('ISO 19005-2, 6.2.11.7.3', 'a code of the private use area has no /ActualText', place)
}

function textOf({ file }: Audit, font: FontUse, code: number): string | undefined {
  const mapped = font.toUnicode?.text.get(code)
  if (mapped !== undefined || font.subtype === 'Type0') return mapped
  return encodingOf(file, font.dict)?.[code]
}

function isInFormula(node: StructureNode | undefined): boolean {
  for (let current = node; current !== undefined; current = current.parent)
    if (current.standardType === 'Formula') return true
  return false
}

function hasActualText(audit: Audit, marks: MarkedContent | undefined): boolean {
  for (let mark = marks; mark !== undefined; mark = mark.parent)
    if (
      mark.properties !== undefined &&
      textIn(audit.file, mark.properties, 'ActualText') !== undefined
    )
      return true
  for (let node = elementAround(audit, marks); node !== undefined; node = node.parent)
    if (textIn(audit.file, node.dict, 'ActualText') !== undefined) return true
  return false
}

function reportNotdef(place: string, report: Report): void {
  report('Matterhorn 31-030', 'the text refers to .notdef', place)
  report('ISO 19005-2, 6.2.11.8', 'the text refers to .notdef', place)
}

function checkGlyph(_audit: Audit, { font, use, place }: Shown, report: Report): void {
  const { program } = font
  const glyph = font.glyphOf(use.code)
  if (typeof program !== 'object' || glyph === undefined) return
  if (glyph === 0) {
    reportNotdef(place, report)
    return
  }
  // What is never painted needs no glyph and no width.
  if (!use.isRendered) return
  if (glyph >= program.glyphCount) {
    report('Matterhorn 31-011', `the font program has no glyph ${glyph}`, place)
    report('ISO 19005-2, 6.2.11.4.1', `the font program has no glyph ${glyph}`, place)
    return
  }
  const inProgram = (program.advanceOf(glyph) * 1000) / program.unitsPerEm
  const stated = font.widthOf(use.code)
  if (Math.abs(inProgram - stated) <= 1) return
  const message = `the width is ${stated} in the dictionary and ${Math.round(inProgram * 10) / 10} in the program`
  report('Matterhorn 31-016', message, place)
  report('ISO 19005-2, 6.2.11.5', message, place)
}

/** One bit a CID, highest bit first (ISO 32000-1, 9.8.3.2). */
function checkCidSet({ file }: Audit, font: FontUse, report: Report): void {
  const stream = streamIn(file, font.descriptor, 'CIDSet')
  const bits = stream === undefined ? undefined : file.decode(stream)
  if (bits === undefined || typeof font.program !== 'object' || font.subtype !== 'Type0') return
  const program: TrueType = font.program
  const isListed = (cid: number): boolean => ((bits[cid >> 3] ?? 0) & (0x80 >> (cid & 7))) !== 0
  const last = Math.max(bits.length * 8, program.glyphCount)
  for (let cid = 1; cid < Math.min(last, 65536); cid++) {
    const glyph = font.encoding === undefined ? (font.glyphOf(cid) ?? 0) : cid
    const where = `${font.where}, CID ${cid}`
    if (program.hasOutline(glyph) && glyph !== 0 && !isListed(cid)) {
      report('Matterhorn 31-014', 'a glyph of the program is not in the /CIDSet', where)
      report('ISO 19005-2, 6.2.11.4.2', 'a glyph of the program is not in the /CIDSet', where)
    }
    if (isListed(cid) && glyph >= program.glyphCount) {
      report('Matterhorn 31-015', 'a glyph of the /CIDSet is not in the program', where)
      report('ISO 19005-2, 6.2.11.4.2', 'a glyph of the /CIDSet is not in the program', where)
    }
  }
}
