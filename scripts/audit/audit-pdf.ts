/**
 * Judges a PDF by PDF/UA-1 and PDF/A-2a (or 3a): the machine-checkable part, clause by clause. Written apart from
 * the writer of our PDFs, and reads nothing of it: what the writer believes is no evidence.
 */
import { CLAUSE_ORDER } from './clauses.ts'
import { type Finding, FindingList, type Report } from './finding.ts'
import { openPdf, type PdfFile } from './reader/open-pdf.ts'
import { PdfSyntaxError } from './reader/pdf-syntax-error.ts'
import { readAll } from './reading.ts'
import { annotations } from './rules/annotations.ts'
import { color, transparency } from './rules/color.ts'
import { checkEncryption, documentWide, embeddedFiles } from './rules/document.ts'
import { fileStructure } from './rules/file-structure.ts'
import { fonts } from './rules/fonts.ts'
import { glyphs } from './rules/glyphs.ts'
import { graphics } from './rules/graphics.ts'
import { interaction } from './rules/interaction.ts'
import { language } from './rules/language.ts'
import { metadata } from './rules/metadata.ts'
import { nesting } from './rules/nesting.ts'
import type { Rule } from './rules/rule.ts'
import { structure } from './rules/structure.ts'
import { tables } from './rules/tables.ts'
import { taggedContent } from './rules/tagged-content.ts'
import { trueTypeFonts } from './rules/true-type-fonts.ts'
import { meetEverything } from './rules/walk.ts'

export { CLAUSES, listClauses } from './clauses.ts'
export type { Finding } from './finding.ts'

const RULES: readonly Rule[] = [
  fileStructure,
  documentWide,
  metadata,
  language,
  structure,
  nesting,
  tables,
  taggedContent,
  fonts,
  glyphs,
  trueTypeFonts,
  color,
  transparency,
  graphics,
  annotations,
  interaction,
  embeddedFiles,
]

/** Nothing when the file conforms. Never throws for what bytes can hold: a file that cannot be read is a finding. */
export function auditPdf(bytes: Uint8Array): readonly Finding[] {
  const list = new FindingList()
  const file = tryOpen(bytes, list.report)
  if (file !== undefined) judge(file, list.report)
  return list.take(CLAUSE_ORDER)
}

function tryOpen(bytes: Uint8Array, report: Report): PdfFile | undefined {
  try {
    return openPdf(bytes)
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
    report('ISO 32000-1, 7.5', `this is not a readable PDF: ${error.message}`, 'file')
    return undefined
  }
}

function judge(file: PdfFile, report: Report): void {
  if (file.trailer.entries.has('Encrypt')) {
    // Its strings and streams say nothing without the key.
    checkEncryption(file.resolve(file.trailer.entries.get('Encrypt')), report)
    return
  }
  const audit = { ...readAll(file), everything: meetEverything(file) }
  for (const rule of RULES) rule(audit, report)
}
