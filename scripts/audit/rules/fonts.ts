/** Font dictionaries (Matterhorn 31-001–009, 31-027; ISO 19005-2, 6.2.11.2–4). */
import type { Report } from '../finding.ts'
import { arrayIn, dictIn, nameIn, numberIn, streamIn, textIn, valueIn } from '../reader/entries.ts'
import { encodingOf, type FontUse, isSymbolic } from '../reader/font-use.ts'
import { isKind, type PdfDict } from '../reader/pdf-value.ts'
import type { Audit, Rule } from './rule.ts'

export const fonts: Rule = (audit, report) => {
  for (const font of audit.fonts) {
    checkDictionary(audit, font, report)
    checkProgram(audit, font, report)
    checkUnicode(audit, font, report)
    if (font.subtype !== 'Type0') continue
    checkDescendant(audit, font, report)
    checkEncoding(audit, font, report)
  }
}

const SUBTYPES = ['Type0', 'Type1', 'MMType1', 'Type3', 'TrueType']

function checkDictionary({ file }: Audit, font: FontUse, report: Report): void {
  const fault = (message: string): void => report('ISO 19005-2, 6.2.11.2', message, font.where)
  if (nameIn(file, font.dict, 'Type') !== 'Font') fault('/Type is not Font')
  if (!SUBTYPES.includes(font.subtype)) fault(`\`${font.subtype}\` is no type of font`)
  if (font.subtype !== 'Type3' && nameIn(file, font.dict, 'BaseFont') === undefined)
    fault('there is no /BaseFont')
  if (font.subtype === 'Type0') {
    const inner = nameIn(file, font.inner, 'Subtype')
    if (font.inner === font.dict || (inner !== 'CIDFontType0' && inner !== 'CIDFontType2'))
      fault('/DescendantFonts holds no CIDFont')
    if (nameIn(file, font.inner, 'BaseFont') === undefined) fault('the CIDFont has no /BaseFont')
    return
  }
  const first = numberIn(file, font.dict, 'FirstChar')
  const last = numberIn(file, font.dict, 'LastChar')
  const widths = arrayIn(file, font.dict, 'Widths')
  if (first === undefined || last === undefined || widths.length !== last - first + 1)
    fault('/Widths does not go from /FirstChar to /LastChar')
}

function checkProgram(audit: Audit, font: FontUse, report: Report): void {
  if (font.subtype === 'Type3') {
    report('Lectern, not judged', 'the glyphs of a Type 3 font are not looked into', font.where)
    return
  }
  if (font.fontFile === undefined) {
    if (font.isRendered) report('Matterhorn 31-009', 'the font is not embedded', font.where)
    report('ISO 19005-2, 6.2.11.4.1', 'the font is not embedded', font.where)
    return
  }
  const kind = nameIn(audit.file, font.inner, 'Subtype') ?? ''
  const isTrueType = font.fontFileKey === 'FontFile2'
  if (isTrueType !== (kind === 'TrueType' || kind === 'CIDFontType2'))
    report(
      'ISO 19005-2, 6.2.11.2',
      `a font program as /${font.fontFileKey} is not one of ${kind}`,
      font.where,
    )
  if (font.program === undefined)
    report('Lectern, not judged', 'the font program is not TrueType', font.where)
  if (typeof font.program === 'string') report('ISO 32000-1, 9.6.3', font.program, font.where)
}

const CJK = ['Adobe-GB1', 'Adobe-CNS1', 'Adobe-Japan1', 'Adobe-Korea1']

function checkUnicode({ file }: Audit, font: FontUse, report: Report): void {
  if (font.toUnicode !== undefined) {
    checkValues(font, report)
    return
  }
  const hasKnownEncoding = font.subtype !== 'Type0' && encodingOf(file, font.dict) !== undefined
  const isPlain = font.subtype === 'TrueType' && !isSymbolic(file, font.descriptor)
  const info = dictIn(file, font.inner, 'CIDSystemInfo')
  const collection =
    info === undefined ? '' : `${textIn(file, info, 'Registry')}-${textIn(file, info, 'Ordering')}`
  const isCjk = font.subtype === 'Type0' && CJK.includes(collection)
  if (!hasKnownEncoding && !isPlain && !isCjk)
    report('Matterhorn 31-027', 'the font has no /ToUnicode that can be read', font.where)
}

/** The protocol speaks of the values in the CMap, shown or not. */
function checkValues({ toUnicode, where }: FontUse, report: Report): void {
  for (const [code, text] of toUnicode?.text ?? []) {
    const at = `${where}, code ${code}`
    if (text.includes('\u0000')) report('Matterhorn 31-028', 'the code stands for U+0000', at)
    if (/[\uFEFF\uFFFE]/u.test(text))
      report('Matterhorn 31-029', 'the code stands for U+FEFF or U+FFFE', at)
  }
}

function checkDescendant({ file }: Audit, font: FontUse, report: Report): void {
  if (nameIn(file, font.inner, 'Subtype') !== 'CIDFontType2') return
  const map = valueIn(file, font.inner, 'CIDToGIDMap')
  const isGood = isKind(map, 'stream') || (isKind(map, 'name') && map.name === 'Identity')
  if (isGood) return
  const message =
    map === null ? 'there is no /CIDToGIDMap' : '/CIDToGIDMap is neither a stream nor Identity'
  report(map === null ? 'Matterhorn 31-005' : 'Matterhorn 31-004', message, font.where)
  report('ISO 19005-2, 6.2.11.3.2', message, font.where)
}

/** ISO 32000-1, Table 118. */
const PREDEFINED = new Set(
  (
    'GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16 B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC ' +
    'UniCNS-UCS2 UniCNS-UTF16 90ms-RKSJ 90msp-RKSJ Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 UniJIS-UCS2-HW ' +
    'UniJIS-UTF16 KSC-EUC KSCms-UHC KSCms-UHC-HW UniKS-UCS2 UniKS-UTF16 Identity'
  )
    .split(' ')
    .flatMap((name) => [`${name}-H`, `${name}-V`])
    .concat(['83pv-RKSJ-H', '90pv-RKSJ-H', 'KSCpc-EUC-H', 'H', 'V']),
)

function checkEncoding({ file }: Audit, font: FontUse, report: Report): void {
  const name = nameIn(file, font.dict, 'Encoding')
  const stream = streamIn(file, font.dict, 'Encoding')
  if (stream === undefined) {
    if (name !== undefined && PREDEFINED.has(name)) {
      if (!name.startsWith('Identity'))
        report('Lectern, not judged', `codes of the CMap ${name} are not followed`, font.where)
      return
    }
    report(
      'Matterhorn 31-006',
      `the CMap \`${name ?? ''}\` is neither predefined nor embedded`,
      font.where,
    )
    report('ISO 19005-2, 6.2.11.3.3', `the CMap \`${name ?? ''}\` is not embedded`, font.where)
    return
  }
  checkWritingMode(font, numberIn(file, stream.dict, 'WMode') ?? 0, report)
  const used = [
    ...(font.encoding?.uses ?? []),
    nameIn(file, stream.dict, 'UseCMap') ?? 'Identity-H',
  ]
  for (const other of used)
    if (!PREDEFINED.has(other)) {
      report('Matterhorn 31-008', `the CMap uses \`${other}\``, font.where)
      report('ISO 19005-2, 6.2.11.3.3', `the CMap uses \`${other}\``, font.where)
    }
  checkSystemInfo({ file }, font, stream.dict, report)
}

function checkWritingMode(font: FontUse, stated: number, report: Report): void {
  if (font.encoding === undefined || font.encoding.writingMode === stated) return
  report('Matterhorn 31-007', 'the WMode of the CMap and of its dictionary differ', font.where)
  report(
    'ISO 19005-2, 6.2.11.3.3',
    'the WMode of the CMap and of its dictionary differ',
    font.where,
  )
}

function checkSystemInfo(
  { file }: Pick<Audit, 'file'>,
  font: FontUse,
  map: PdfDict,
  report: Report,
): void {
  const ofFont = dictIn(file, font.inner, 'CIDSystemInfo') ?? map
  const ofMap = dictIn(file, map, 'CIDSystemInfo') ?? map
  const fault = (
    clause: 'Matterhorn 31-001' | 'Matterhorn 31-002' | 'Matterhorn 31-003',
    key: string,
  ) => {
    report(clause, `/${key} of the CIDFont and of its CMap do not agree`, font.where)
    report(
      'ISO 19005-2, 6.2.11.3.1',
      `/${key} of the CIDFont and of its CMap do not agree`,
      font.where,
    )
  }
  if (textIn(file, ofFont, 'Registry') !== textIn(file, ofMap, 'Registry'))
    fault('Matterhorn 31-001', 'Registry')
  if (textIn(file, ofFont, 'Ordering') !== textIn(file, ofMap, 'Ordering'))
    fault('Matterhorn 31-002', 'Ordering')
  if ((numberIn(file, ofFont, 'Supplement') ?? 0) < (numberIn(file, ofMap, 'Supplement') ?? 0))
    fault('Matterhorn 31-003', 'Supplement')
}
