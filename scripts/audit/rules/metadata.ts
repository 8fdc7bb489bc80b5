/** The XMP packet and the Info dictionary (Matterhorn 06; ISO 19005-2, 6.6). */
import type { Report } from '../finding.ts'
import { dictIn, nameIn, textIn, valueIn } from '../reader/entries.ts'
import { isKind } from '../reader/pdf-value.ts'
import { findProperty, plainText, readXmp, type Xmp } from '../reader/xmp.ts'
import { checkSchemas } from './extension-schemas.ts'
import type { Audit, Rule } from './rule.ts'

export const DC = 'http://purl.org/dc/elements/1.1/'
export const XMP = 'http://ns.adobe.com/xap/1.0/'
export const PDF = 'http://ns.adobe.com/pdf/1.3/'
export const PDFA_ID = 'http://www.aiim.org/pdfa/ns/id/'
export const PDFUA_ID = 'http://www.aiim.org/pdfua/ns/id/'

const WHERE = 'XMP metadata'

export const metadata: Rule = (audit, report) => {
  const { xmp } = audit
  checkOtherPackets(audit, report)
  if (xmp === undefined) {
    report('Matterhorn 06-001', 'the catalog has no /Metadata', 'catalog')
    report('ISO 19005-2, 6.6.2.1', 'the catalog has no /Metadata', 'catalog')
    return
  }
  if (typeof xmp === 'string') {
    report('ISO 19005-2, 6.6.2.1', xmp, WHERE)
    return
  }
  for (const attribute of ['bytes', 'encoding'])
    if (new RegExp(`\\b${attribute}\\s*=`, 'u').test(xmp.packetHeader))
      report('ISO 19005-2, 6.6.2.1', `the packet header has \`${attribute}\``, WHERE)
  checkIdentifiers(xmp, report)
  checkSchemas(xmp, report)
  checkInfo(audit, xmp, report)
}

/** Objects may have metadata of their own; those too must be well-formed. */
function checkOtherPackets({ file }: Audit, report: Report): void {
  const main = valueIn(file, file.catalog, 'Metadata')
  for (const [number, value] of file.objects) {
    if (!isKind(value, 'stream') || value === main) continue
    if (nameIn(file, value.dict, 'Type') !== 'Metadata') continue
    const data = file.decode(value)
    const read = data === undefined ? 'it cannot be decoded' : readXmp(data)
    if (typeof read === 'string') report('ISO 19005-2, 6.6.2.1', read, `metadata, object ${number}`)
  }
}

function checkIdentifiers({ properties }: Xmp, report: Report): void {
  const accessible = plainText(findProperty(properties, PDFUA_ID, 'part')?.value)
  if (accessible?.trim() !== '1') report('Matterhorn 06-002', 'pdfuaid:part is not 1', WHERE)
  const title = plainText(findProperty(properties, DC, 'title')?.value) ?? ''
  if (title.trim() === '') report('Matterhorn 06-003', 'dc:title is missing or empty', WHERE)
  const part = findProperty(properties, PDFA_ID, 'part')
  const level = findProperty(properties, PDFA_ID, 'conformance')
  if (!['2', '3'].includes(plainText(part?.value)?.trim() ?? ''))
    report('ISO 19005-2, 6.6.4', 'pdfaid:part is neither 2 nor 3', WHERE)
  if (plainText(level?.value)?.trim() !== 'A')
    report('ISO 19005-2, 6.6.4', 'pdfaid:conformance is not A', WHERE)
  for (const property of properties)
    if (property.namespace === PDFA_ID && property.prefix !== 'pdfaid')
      report('ISO 19005-2, 6.6.4', `the prefix of ${property.name} is not pdfaid`, WHERE)
}

/** ISO 19005-1, Table 1. Part 2 lets readers ignore the Info dictionary; viewers still show it, so it must not differ. */
const COUNTERPARTS: readonly (readonly [string, string, string])[] = [
  ['Title', DC, 'title'],
  ['Author', DC, 'creator'],
  ['Subject', DC, 'description'],
  ['Keywords', PDF, 'Keywords'],
  ['Creator', XMP, 'CreatorTool'],
  ['Producer', PDF, 'Producer'],
  ['CreationDate', XMP, 'CreateDate'],
  ['ModDate', XMP, 'ModifyDate'],
]

function checkInfo({ file }: Audit, { properties }: Xmp, report: Report): void {
  const info = dictIn(file, file.trailer, 'Info')
  if (info === undefined) return
  for (const [key, namespace, name] of COUNTERPARTS) {
    const written = textIn(file, info, key)
    if (written === undefined) continue
    const stated = plainText(findProperty(properties, namespace, name)?.value)
    const isSame = key.endsWith('Date')
      ? stated !== undefined && instantOfPdf(written) === Date.parse(stated)
      : stated === written
    if (!isSame)
      report(
        'ISO 19005-1, 6.7.3',
        `/${key} of the Info dictionary and ${name} of the metadata differ`,
        'Info dictionary',
      )
  }
}

/** `D:YYYYMMDDHHmmSSOHH'mm'` (ISO 32000-1, 7.9.4) in milliseconds; NaN when it is none. */
function instantOfPdf(text: string): number {
  const match =
    /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z(?:00'?00'?)?|([+-])(\d\d)'?(\d\d)?'?)?$/u.exec(
      text,
    )
  if (match === null) return Number.NaN
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00'] = match
  const zone = match[7] === undefined ? 'Z' : `${match[7]}${match[8]}:${match[9] ?? '00'}`
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
}
