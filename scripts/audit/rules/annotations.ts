/** Annotations (Matterhorn 28; ISO 19005-2, 6.3). */
import type { Report } from '../finding.ts'
import { arrayIn, dictIn, nameIn, numberIn, textIn, valueIn } from '../reader/entries.ts'
import { isKind, type PdfDict } from '../reader/pdf-value.ts'
import { type Annotation, isArtifact, type Page } from '../reading.ts'
import type { Audit, Rule } from './rule.ts'

export const annotations: Rule = (audit, report) => {
  for (const page of audit.pages) {
    if (page.annotations.length > 0) checkTabs(audit, page, report)
    for (const annotation of page.annotations) {
      checkType(annotation, report)
      checkElement(annotation, report)
      checkDescription(audit, annotation, report)
      checkFlags(audit, annotation, report)
      checkAppearance(audit, annotation, report)
      if (annotation.subtype === 'FileAttachment') checkAttachment(audit, annotation, report)
      if (annotation.subtype === 'PrinterMark') checkPrinterMark(audit, annotation, report)
    }
  }
  checkMediaClips(audit, report)
}

function checkTabs({ file }: Audit, page: Page, report: Report): void {
  const tabs = nameIn(file, page.dict, 'Tabs')
  if (tabs === undefined) report('Matterhorn 28-008', 'the page has no /Tabs', page.where)
  else if (tabs !== 'S') report('Matterhorn 28-009', `/Tabs is ${tabs}, not S`, page.where)
}

/** ISO 32000-1, Table 169. */
const SUBTYPES = (
  'Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret ' +
  'Ink Popup FileAttachment Widget PrinterMark TrapNet Watermark Redact Sound Movie Screen 3D'
).split(' ')

const REFUSED = ['Sound', 'Movie', 'Screen', '3D']

function checkType({ subtype, where }: Annotation, report: Report): void {
  if (subtype === 'TrapNet') report('Matterhorn 28-007', 'a TrapNet annotation is present', where)
  if (!SUBTYPES.includes(subtype) || REFUSED.includes(subtype))
    report('ISO 19005-2, 6.3.1', `annotations of the type \`${subtype}\` are not permitted`, where)
}

function checkElement({ subtype, element, where }: Annotation, report: Report): void {
  const type = element?.standardType ?? 'no element'
  switch (subtype) {
    case 'Link':
      if (type !== 'Link') report('Matterhorn 28-011', `the link stands in ${type}`, where)
      return
    case 'Widget':
      if (type !== 'Form') report('Matterhorn 28-010', `the widget stands in ${type}`, where)
      return
    case 'PrinterMark':
      if (element !== undefined) report('Matterhorn 28-017', `the mark stands in ${type}`, where)
      return
    case 'Popup':
      return
    default:
      if (type !== 'Annot') report('Matterhorn 28-002', `the annotation stands in ${type}`, where)
  }
}

function checkDescription({ file }: Audit, annotation: Annotation, report: Report): void {
  const { dict, subtype, element, where } = annotation
  const contents = textIn(file, dict, 'Contents') ?? ''
  const alt = element === undefined ? '' : (textIn(file, element.dict, 'Alt') ?? '')
  if (subtype === 'Link') {
    if (contents.trim() === '') report('Matterhorn 28-012', 'the link has no /Contents', where)
    return
  }
  if (subtype === 'Widget') {
    const name = textIn(file, dict, 'TU') ?? parentName(file, dict) ?? ''
    if (name === '' && alt === '') report('Matterhorn 28-005', 'the field has no /TU', where)
    return
  }
  const isHidden = ((numberIn(file, dict, 'F') ?? 0) & 2) !== 0
  const isUndescribed = contents === '' && alt === '' && !isHidden
  if (['Popup', 'PrinterMark'].includes(subtype)) return
  if (isUndescribed) report('Matterhorn 28-004', 'the annotation has no /Contents', where)
  const isUnknown = !SUBTYPES.includes(subtype)
  if (isUnknown && (isUndescribed || element?.standardType !== 'Annot'))
    report('Matterhorn 28-006', `the unknown type \`${subtype}\` has no Annot and /Contents`, where)
}

function parentName(file: Audit['file'], dict: PdfDict): string | undefined {
  const parent = dictIn(file, dict, 'Parent')
  return parent === undefined ? undefined : textIn(file, parent, 'TU')
}

/** Bits of /F (ISO 32000-1, Table 165). */
const FLAGS = {
  invisible: 1,
  hidden: 2,
  print: 4,
  noView: 32,
  toggleNoView: 256,
}

function checkFlags({ file }: Audit, { dict, subtype, where }: Annotation, report: Report): void {
  const flags = numberIn(file, dict, 'F')
  const fault = (message: string): void => report('ISO 19005-2, 6.3.2', message, where)
  if (flags === undefined) {
    if (subtype !== 'Popup') fault('the annotation has no /F')
    return
  }
  if ((flags & FLAGS.print) === 0) fault('the annotation is not printed')
  if ((flags & (FLAGS.invisible | FLAGS.hidden | FLAGS.noView | FLAGS.toggleNoView)) !== 0)
    fault('the annotation is hidden')
}

function checkAppearance(
  { file }: Audit,
  { dict, subtype, where }: Annotation,
  report: Report,
): void {
  const fault = (message: string): void => report('ISO 19005-2, 6.3.3', message, where)
  const [left, bottom, right, top] = arrayIn(file, dict, 'Rect')
  const isPoint = left === right && bottom === top
  const appearance = dictIn(file, dict, 'AP')
  if (appearance === undefined) {
    if (!isPoint && subtype !== 'Popup' && subtype !== 'Link') fault('there is no appearance')
    return
  }
  const normal = valueIn(file, appearance, 'N')
  const field = nameIn(file, dict, 'FT') ?? fieldTypeAbove(file, dict)
  const wanted = subtype === 'Widget' && field === 'Btn' ? 'dict' : 'stream'
  if ([...appearance.entries.keys()].some((key) => key !== 'N')) fault('/AP has other keys than /N')
  if (!isKind(normal, wanted)) fault(`/N of the appearance is no ${wanted}`)
}

function fieldTypeAbove(file: Audit['file'], dict: PdfDict): string | undefined {
  const parent = dictIn(file, dict, 'Parent')
  return parent === undefined ? undefined : nameIn(file, parent, 'FT')
}

function checkAttachment({ file }: Audit, { dict, where }: Annotation, report: Report): void {
  const specification = dictIn(file, dict, 'FS')
  const hasNames = ['F', 'UF'].every(
    (key) => specification !== undefined && (textIn(file, specification, key) ?? '') !== '',
  )
  if (!hasNames) report('Matterhorn 28-016', 'the attachment has no /F and /UF', where)
}

function checkPrinterMark(
  { file, content }: Audit,
  { dict, where }: Annotation,
  report: Report,
): void {
  const normal = valueIn(file, dictIn(file, dict, 'AP') ?? dict, 'N')
  if (!isKind(normal, 'stream')) return
  const own = content.painted.filter((painted) => painted.where.startsWith(`${where}, appearance`))
  if (own.some(({ marks }) => !isArtifact(marks)))
    report('Matterhorn 28-018', 'the appearance of a printer’s mark is no artifact', where)
}

/** Media clips of rendition actions (ISO 32000-1, 13.2.4.2). */
function checkMediaClips({ file, everything }: Audit, report: Report): void {
  for (const { value, where } of everything.dicts) {
    const isClip =
      nameIn(file, value, 'Type') === 'MediaClip' ||
      (nameIn(file, value, 'S') === 'MCD' && value.entries.has('D'))
    if (!isClip) continue
    if ((textIn(file, value, 'CT') ?? '') === '')
      report('Matterhorn 28-014', 'a media clip has no /CT', where)
    if (arrayIn(file, value, 'Alt').length === 0)
      report('Matterhorn 28-015', 'a media clip has no /Alt', where)
  }
}
