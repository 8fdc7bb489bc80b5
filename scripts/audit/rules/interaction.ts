/** Forms and actions (ISO 19005-2, 6.4 and 6.5; Matterhorn 25). */
import { Buffer } from 'node:buffer'
import type { Report } from '../finding.ts'
import { arrayIn, dictIn, nameIn, valueIn } from '../reader/entries.ts'
import { isKind, type PdfDict, type PdfValue } from '../reader/pdf-value.ts'
import type { Audit, Rule } from './rule.ts'

export const interaction: Rule = (audit, report) => {
  const { file, pages } = audit
  const form = dictIn(file, file.catalog, 'AcroForm')
  if (form !== undefined) checkForm(audit, form, report)
  if (valueIn(file, file.catalog, 'NeedsRendering') === true)
    report('ISO 19005-2, 6.4.2', 'the catalog has /NeedsRendering', 'catalog')
  for (const { dict, subtype, where } of pages.flatMap(({ annotations }) => annotations))
    if (subtype === 'Widget' && ['A', 'AA'].some((key) => dict.entries.has(key)))
      report('ISO 19005-2, 6.4.1', 'a widget has an action', where)
  if (file.catalog.entries.has('AA')) report('ISO 19005-2, 6.5.2', 'the catalog has /AA', 'catalog')
  for (const { dict, where } of pages)
    if (dict.entries.has('AA')) report('ISO 19005-2, 6.5.2', 'the page has /AA', where)
  checkActions(audit, report)
  checkSignatures(audit, report)
}

/** ISO 19005-2, 6.4.3 and Annex B ask for a look into PKCS #7. */
function checkSignatures({ file, everything }: Audit, report: Report): void {
  for (const { value, where } of everything.dicts)
    if (nameIn(file, value, 'Type') === 'Sig' || value.entries.has('ByteRange'))
      report('Lectern, not judged', 'a signature is not looked into', where)
}

function checkForm({ file }: Audit, form: PdfDict, report: Report): void {
  if (valueIn(file, form, 'NeedAppearances') === true)
    report('ISO 19005-2, 6.4.1', '/NeedAppearances is true', 'interactive form')
  for (const field of arrayIn(file, form, 'Fields'))
    if (isKind(field, 'dict') && field.entries.has('AA'))
      report('ISO 19005-2, 6.4.1', 'a field has /AA', 'interactive form')
  const xfa = valueIn(file, form, 'XFA')
  if (xfa === null) return
  report('ISO 19005-2, 6.4.2', 'the form has /XFA', 'interactive form')
  const packets = isKind(xfa, 'array') ? xfa.items : [xfa]
  if (packets.some((packet) => isDynamic(file, packet)))
    report('Matterhorn 25-001', 'dynamicRender is required', 'interactive form')
}

function isDynamic(file: Audit['file'], packet: PdfValue): boolean {
  const stream = file.resolve(packet)
  const data = isKind(stream, 'stream') ? file.decode(stream) : undefined
  if (data === undefined) return false
  return /<dynamicRender>\s*required\s*</u.test(Buffer.from(data).toString('utf8'))
}

const ACTIONS = ['GoTo', 'GoToR', 'GoToE', 'Thread', 'URI', 'Named', 'SubmitForm']
const NAMED = ['NextPage', 'PrevPage', 'FirstPage', 'LastPage']
/** Keys under which an action stands (ISO 32000-1, 12.6.2); those of /AA dictionaries have one letter or two. */
const ACTION_KEYS = ['A', 'OpenAction', 'Next']

function checkActions({ file, everything }: Audit, report: Report): void {
  const below = new Set<PdfValue>()
  for (const { value } of everything.dicts)
    for (const [key, inner] of value.entries)
      if (ACTION_KEYS.includes(key)) below.add(file.resolve(inner))
  const additional = everything.dicts.filter(({ key }) => key === 'AA').map(({ value }) => value)
  for (const dict of additional)
    for (const inner of dict.entries.values()) below.add(file.resolve(inner))
  for (const { value, where } of everything.dicts) {
    const kind = nameIn(file, value, 'S')
    if (kind === undefined) continue
    if (!below.has(value) && nameIn(file, value, 'Type') !== 'Action') continue
    if (!ACTIONS.includes(kind))
      report('ISO 19005-2, 6.5.1', `actions of the type \`${kind}\` are not permitted`, where)
    const name = nameIn(file, value, 'N')
    if (kind === 'Named' && !NAMED.includes(name ?? ''))
      report('ISO 19005-2, 6.5.1', `the named action \`${name ?? ''}\` is not permitted`, where)
  }
  const names = dictIn(file, file.catalog, 'Names')
  if (names?.entries.has('JavaScript') === true)
    report('ISO 19005-2, 6.5.1', 'the names of the document hold JavaScript', 'catalog')
}
