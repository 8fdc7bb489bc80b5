/** What the catalog says of the document as a whole (Matterhorn 01-007, 07, 26; ISO 19005-2, 6.7, 6.9–6.11). */
import { Buffer } from 'node:buffer'
import type { Report } from '../finding.ts'
import { arrayIn, dictIn, nameIn, numberIn, textIn, valueIn } from '../reader/entries.ts'
import { isKind, type PdfDict, type PdfValue } from '../reader/pdf-value.ts'
import type { Audit, Rule } from './rule.ts'

export const documentWide: Rule = (audit, report) => {
  const { file } = audit
  const marking = dictIn(file, file.catalog, 'MarkInfo')
  if (marking === undefined || valueIn(file, marking, 'Marked') !== true)
    report('ISO 19005-2, 6.7.2.2', '/MarkInfo does not say /Marked true', 'catalog')
  if (marking !== undefined && valueIn(file, marking, 'Suspects') === true)
    report('Matterhorn 01-007', '/MarkInfo says /Suspects true', 'catalog')
  const preferences = dictIn(file, file.catalog, 'ViewerPreferences')
  const showsTitle =
    preferences === undefined ? null : valueIn(file, preferences, 'DisplayDocTitle')
  if (showsTitle === null)
    report('Matterhorn 07-001', '/ViewerPreferences has no /DisplayDocTitle', 'catalog')
  else if (showsTitle !== true)
    report('Matterhorn 07-002', '/DisplayDocTitle is not true', 'catalog')
  if (file.catalog.entries.has('Requirements'))
    report('ISO 19005-2, 6.11', 'the catalog has /Requirements', 'catalog')
  checkAlternates(audit, report)
  checkOptionalContent(audit, report)
}

/** All that is said of an encrypted file, whose text cannot be read. */
export function checkEncryption(encrypt: PdfValue, report: Report): void {
  report('ISO 19005-2, 6.1.3', 'the file is encrypted', 'trailer')
  const permissions = isKind(encrypt, 'dict') ? encrypt.entries.get('P') : undefined
  if (typeof permissions !== 'number')
    report('Matterhorn 26-001', 'the encryption dictionary has no /P', 'trailer')
  // Bit 10: extraction in support of accessibility (ISO 32000-1, Table 22).
  else if ((permissions & 0x200) === 0)
    report('Matterhorn 26-002', 'bit 10 of /P is not set', 'trailer')
}

function checkAlternates({ file, pages }: Audit, report: Report): void {
  const names = dictIn(file, file.catalog, 'Names')
  if (names?.entries.has('AlternatePresentations') === true)
    report('ISO 19005-2, 6.10', '/Names has /AlternatePresentations', 'catalog')
  for (const { dict, where } of pages)
    if (dict.entries.has('PresSteps')) report('ISO 19005-2, 6.10', 'the page has /PresSteps', where)
}

function checkOptionalContent(audit: Audit, report: Report): void {
  const { file } = audit
  const properties = dictIn(file, file.catalog, 'OCProperties')
  if (properties === undefined) return
  const standard = dictIn(file, properties, 'D')
  const others = arrayIn(file, properties, 'Configs').filter((config) => isKind(config, 'dict'))
  const groups = arrayIn(file, properties, 'OCGs')
  const names = new Set<string>()
  for (const config of [...(standard === undefined ? [] : [standard]), ...others]) {
    const where =
      config === standard
        ? 'default configuration of optional content'
        : 'configuration of optional content'
    const name = textIn(file, config, 'Name') ?? ''
    if (name === '') {
      report(
        config === standard ? 'Matterhorn 20-002' : 'Matterhorn 20-001',
        'it has no /Name',
        where,
      )
      report('ISO 19005-2, 6.9', 'it has no /Name', where)
    } else if (names.has(name))
      report('ISO 19005-2, 6.9', `the name \`${name}\` is used twice`, where)
    names.add(name)
    if (config.entries.has('AS')) {
      report('Matterhorn 20-003', 'it has /AS', where)
      report('ISO 19005-2, 6.9', 'it has /AS', where)
    }
    if (config.entries.has('Order') && !isWholeOrder(audit, config, groups))
      report('ISO 19005-2, 6.9', '/Order does not list every group', where)
  }
}

function isWholeOrder({ file }: Audit, config: PdfDict, groups: readonly PdfValue[]): boolean {
  const listed = new Set<PdfValue>()
  const seen = new Set<PdfValue>()
  const visit = (value: PdfValue): void => {
    listed.add(value)
    if (!isKind(value, 'array') || seen.has(value)) return
    seen.add(value)
    for (const item of value.items) visit(file.resolve(item))
  }
  visit(valueIn(file, config, 'Order'))
  return groups.every((group) => listed.has(group))
}

/** Files inside the file (Matterhorn 21-001; ISO 19005-2 and -3, 6.8). */
export const embeddedFiles: Rule = (audit, report) => {
  const { file } = audit
  const associated = associatedFiles(audit)
  for (const { value, where } of audit.everything.dicts) {
    const embedded = dictIn(file, value, 'EF')
    if (embedded === undefined) continue
    const hasNames = ['F', 'UF'].every((key) => (textIn(file, value, key) ?? '') !== '')
    if (!hasNames) report('Matterhorn 21-001', 'an embedded file has no /F and /UF', where)
    if (partOf(audit) === '3')
      checkAttachment(
        audit,
        { specification: value, embedded, where, associated, hasNames },
        report,
      )
    else {
      if (!hasNames) report('ISO 19005-2, 6.8', 'an embedded file has no /F and /UF', where)
      if (!isPdfA(audit, embedded))
        report(
          'ISO 19005-2, 6.8',
          'an embedded file is not known to be PDF/A; part 3 allows any file',
          where,
        )
    }
  }
}

/** Part of PDF/A the metadata name, as written. */
function partOf({ xmp }: Audit): string {
  if (typeof xmp !== 'object') return ''
  const part = xmp.properties.find(({ prefix, name }) => prefix === 'pdfaid' && name === 'part')
  return part?.value.kind === 'text' ? part.value.text.trim() : ''
}

function associatedFiles({ file, everything }: Audit): ReadonlySet<PdfValue> {
  const found = new Set<PdfValue>()
  for (const { value } of everything.dicts) {
    const listed = valueIn(file, value, 'AF')
    if (isKind(listed, 'dict')) found.add(listed)
    if (isKind(listed, 'array')) for (const item of listed.items) found.add(file.resolve(item))
  }
  return found
}

type Attachment = {
  readonly specification: PdfDict
  readonly embedded: PdfDict
  readonly where: string
  readonly associated: ReadonlySet<PdfValue>
  readonly hasNames: boolean
}

function checkAttachment({ file }: Audit, attachment: Attachment, report: Report): void {
  const { specification, embedded, where, associated, hasNames } = attachment
  const fault = (message: string): void => report('ISO 19005-3, 6.8', message, where)
  if (!hasNames) fault('an embedded file has no /F and /UF')
  if (nameIn(file, specification, 'AFRelationship') === undefined)
    fault('an embedded file has no /AFRelationship')
  if (!associated.has(specification)) fault('an embedded file is in no /AF entry')
  const stream = valueIn(file, embedded, 'F')
  if (!isKind(stream, 'stream')) {
    fault('an embedded file has no data')
    return
  }
  if (!/^[-\w+.]+\/[-\w+.]+$/u.test(nameIn(file, stream.dict, 'Subtype') ?? ''))
    fault('the /Subtype of an embedded file is no MIME type')
  const parameters = dictIn(file, stream.dict, 'Params')
  if (parameters === undefined || textIn(file, parameters, 'ModDate') === undefined)
    fault('the /Params of an embedded file have no /ModDate')
  const size = parameters === undefined ? undefined : numberIn(file, parameters, 'Size')
  if (size !== undefined && size !== file.decode(stream)?.length)
    fault('the /Size of an embedded file is not its size')
}

/** Says so itself: an audit inside the audit would be another document's concern. */
function isPdfA({ file }: Audit, embedded: PdfDict): boolean {
  const stream = valueIn(file, embedded, 'F')
  const data = isKind(stream, 'stream') ? file.decode(stream) : undefined
  return (
    data !== undefined &&
    /pdfaid:part\s*(?:=\s*["']|>)\s*[12]/u.test(Buffer.from(data).toString('latin1'))
  )
}
