/** Encodings of simple TrueType fonts (Matterhorn 31-017–026; ISO 19005-2, 6.2.11.6). */
import type { ClauseId } from '../clauses.ts'
import type { Report } from '../finding.ts'
import { nameIn, valueIn } from '../reader/entries.ts'
import { encodingOf, type FontUse, isSymbolic } from '../reader/font-use.ts'
import { isKind } from '../reader/pdf-value.ts'
import type { FontCmap } from '../reader/true-type.ts'
import type { Audit, Rule } from './rule.ts'

export const trueTypeFonts: Rule = (audit, report) => {
  for (const font of audit.fonts) {
    if (font.subtype !== 'TrueType') continue
    const fault: Fault = (clause, message) => {
      report(clause, message, font.where)
      report('ISO 19005-2, 6.2.11.6', message, font.where)
    }
    const cmaps = typeof font.program === 'object' ? font.program.cmaps : undefined
    if (isSymbolic(audit.file, font.descriptor)) checkSymbolic(font, cmaps, fault)
    else checkPlain(audit, { font, cmaps, report, fault })
  }
}

type Fault = (clause: ClauseId, message: string) => void

function checkSymbolic(font: FontUse, cmaps: readonly FontCmap[] | undefined, fault: Fault): void {
  if (font.dict.entries.has('Encoding'))
    fault('Matterhorn 31-024', 'a symbolic font has an /Encoding')
  if (cmaps?.length === 0) fault('Matterhorn 31-025', 'the program of a symbolic font has no cmap')
  const hasSymbol = cmaps?.some(({ platform, encoding }) => platform === 3 && encoding === 0)
  if (cmaps !== undefined && cmaps.length > 1 && hasSymbol === false)
    fault(
      'Matterhorn 31-026',
      'the program of a symbolic font has several cmaps, none of them (3,0)',
    )
}

type Plain = {
  readonly font: FontUse
  readonly cmaps: readonly FontCmap[] | undefined
  readonly report: Report
  readonly fault: Fault
}

function checkPlain(audit: Audit, { font, cmaps, report, fault }: Plain): void {
  const { file } = audit
  const isUnicode = ({ platform, encoding }: FontCmap): boolean => platform === 3 && encoding === 1
  const isRoman = ({ platform, encoding }: FontCmap): boolean => platform === 1 && encoding === 0
  if (cmaps !== undefined && font.isRendered) {
    if (!cmaps.some((cmap) => isUnicode(cmap) || isRoman(cmap)))
      fault('Matterhorn 31-017', 'the program has no cmap for letters')
    else if (encodingOf(file, font.dict) !== undefined && !findsAll(font))
      fault('Matterhorn 31-018', 'a code cannot be looked up in the cmap')
  }
  const encoding = valueIn(file, font.dict, 'Encoding')
  if (encoding === null) {
    fault('Matterhorn 31-019', 'there is no /Encoding')
    return
  }
  const base = isKind(encoding, 'dict')
    ? nameIn(file, encoding, 'BaseEncoding')
    : isKind(encoding, 'name')
      ? encoding.name
      : ''
  if (base === undefined) fault('Matterhorn 31-020', '/Encoding has no /BaseEncoding')
  else if (base !== 'MacRomanEncoding' && base !== 'WinAnsiEncoding')
    fault('Matterhorn 31-021', `the encoding is \`${base}\``)
  if (!isKind(encoding, 'dict') || !encoding.entries.has('Differences')) return
  if (cmaps !== undefined && !cmaps.some(isUnicode))
    fault('Matterhorn 31-023', '/Differences need a cmap for Unicode')
  // 31-022 asks whether each name is in the Adobe Glyph List, which Lectern has no use for.
  report('Lectern, not judged', 'names of /Differences are not looked up', font.where)
}

function findsAll(font: FontUse): boolean {
  return [...font.codes.values()].every(
    ({ code, isRendered }) => !isRendered || font.glyphOf(code) !== 0,
  )
}
