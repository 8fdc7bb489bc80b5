/** The natural language of everything that can be read aloud (Matterhorn 11; ISO 19005-2, 6.7.4). */
import type { Report } from '../finding.ts'
import type { MarkedContent } from '../reader/content.ts'
import { dictIn, textIn, valueIn } from '../reader/entries.ts'
import type { FontUse } from '../reader/font-use.ts'
import { isKind, type PdfDict, textOf } from '../reader/pdf-value.ts'
import { elementAround, isArtifact } from '../reading.ts'
import type { Audit, Rule } from './rule.ts'

/** RFC 3066, 2.1. */
const LANGUAGE_TAG = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/u

const ALTERNATES = ['Alt', 'ActualText', 'E']

/** Languages written in Devanagari, by their codes of ISO 639. */
const DEVANAGARI = ['hi', 'mr', 'ne', 'sa', 'kok', 'mai', 'bho', 'brx', 'doi', 'sd', 'ks', 'new']

export const language: Rule = (audit, report) => {
  checkTags(audit, report)
  checkScripts(audit, report)
  const { file } = audit
  // With a language of the document, everything else has one.
  if ((textIn(file, file.catalog, 'Lang') ?? '') !== '') return
  if (audit.xmp !== undefined) report('Matterhorn 11-006', 'the catalog has no /Lang', 'catalog')
  if (dictIn(file, file.catalog, 'Outlines') !== undefined)
    report('Matterhorn 11-003', 'the catalog has no /Lang', 'outline')
  checkText(audit, report)
  checkAlternates(audit, report)
  checkAnnotations(audit, report)
}

function checkTags({ file, everything }: Audit, report: Report): void {
  const check = (dict: PdfDict, where: string): void => {
    const lang = valueIn(file, dict, 'Lang')
    if (!isKind(lang, 'string')) return
    const text = textOf(lang)
    if (text !== '' && !LANGUAGE_TAG.test(text))
      report('ISO 19005-2, 6.7.4', `\`${text.slice(0, 30)}\` is no language tag`, where)
  }
  for (const { value, where } of everything.dicts) check(value, where)
}

/** Read aloud by an English voice, Hindi is left out or spelt by the names of its letters. */
function checkScripts(audit: Audit, report: Report): void {
  const { file, fonts, content } = audit
  const indic = new Map(fonts.map((font) => [font.dict, { font, codes: devanagariCodes(font) }]))
  const ofDocument = textIn(file, file.catalog, 'Lang') ?? ''
  for (const { font, bytes, marks, where } of content.texts) {
    const use = indic.get(font)
    if (use === undefined || use.codes.size === 0 || isArtifact(marks)) continue
    if (!use.font.codesIn(bytes).some((code) => use.codes.has(code))) continue
    const lang = languageAround(audit, marks) ?? ofDocument
    if (!DEVANAGARI.includes(lang.split('-')[0]?.toLowerCase() ?? ''))
      report('Matterhorn 11-007', `Devanagari text has the language \`${lang}\``, where)
  }
}

function devanagariCodes({ codes, toUnicode }: FontUse): ReadonlySet<number> {
  const isDevanagari = (code: number): boolean =>
    /\p{Script=Devanagari}/u.test(toUnicode?.text.get(code) ?? '')
  return new Set([...codes.keys()].filter(isDevanagari))
}

function checkText(audit: Audit, report: Report): void {
  for (const { marks, where } of audit.content.texts)
    if (!isArtifact(marks) && languageAround(audit, marks) === undefined)
      report('Matterhorn 11-001', 'no /Lang covers the text', where)
}

function languageAround(audit: Audit, marks: MarkedContent | undefined): string | undefined {
  for (let mark = marks; mark !== undefined; mark = mark.parent) {
    const own =
      mark.properties === undefined ? undefined : textIn(audit.file, mark.properties, 'Lang')
    if (own !== undefined) return own
  }
  return elementAround(audit, marks)?.lang
}

function checkAlternates(audit: Audit, report: Report): void {
  const { file, tree, content } = audit
  for (const { dict, lang, where } of tree.nodes)
    if (lang === undefined && ALTERNATES.some((key) => textIn(file, dict, key) !== undefined))
      report('Matterhorn 11-002', 'no /Lang covers the alternative text', where)
  for (const mark of content.marks) {
    const { properties } = mark
    if (properties === undefined || isArtifact(mark) || languageAround(audit, mark) !== undefined)
      continue
    if (ALTERNATES.some((key) => textIn(file, properties, key) !== undefined))
      report('Matterhorn 11-002', 'no /Lang covers the replacement text', mark.where)
  }
}

function checkAnnotations({ file, pages }: Audit, report: Report): void {
  for (const { dict, element, subtype, where } of pages.flatMap(({ annotations }) => annotations)) {
    if (element?.lang !== undefined || textIn(file, dict, 'Lang') !== undefined) continue
    if (textIn(file, dict, 'Contents') !== undefined)
      report('Matterhorn 11-004', 'no /Lang covers /Contents', where)
    if (subtype === 'Widget' && textIn(file, dict, 'TU') !== undefined)
      report('Matterhorn 11-005', 'no /Lang covers /TU', where)
  }
}
