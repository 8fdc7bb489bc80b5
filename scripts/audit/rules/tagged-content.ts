/** Page content and the structure tree, seen from both sides (Matterhorn 01 and 30; ISO 32000-1, 14.7). */
import type { Report } from '../finding.ts'
import type { MarkedContent } from '../reader/content.ts'
import { numberIn, placeOf } from '../reader/entries.ts'
import { isKind, type PdfDict, type PdfValue } from '../reader/pdf-value.ts'
import { elementAround, isAppearance, isArtifact } from '../reading.ts'
import type { Audit, Rule } from './rule.ts'

export const taggedContent: Rule = (audit, report) => {
  for (const { marks, what, where } of audit.content.painted)
    if (!isArtifact(marks) && !isAppearance(marks) && elementAround(audit, marks) === undefined)
      report('Matterhorn 01-005', `${what} is painted outside tags and artifacts`, where)
  for (const mark of audit.content.marks) checkNesting(audit, mark, report)
  checkMarks(audit, report)
  checkParentTree(audit, report)
  checkForms(audit, report)
}

function checkNesting(audit: Audit, mark: MarkedContent, report: Report): void {
  if (mark.tag === 'Artifact' && elementAround(audit, mark.parent) !== undefined)
    report('Matterhorn 01-003', 'an artifact stands inside tagged content', mark.where)
  if (audit.elementOf(mark) !== undefined && isArtifact(mark.parent))
    report('Matterhorn 01-004', 'tagged content stands inside an artifact', mark.where)
}

/** Every content item of the tree exists, and belongs to one element. */
function checkMarks({ content, tree, file }: Audit, report: Report): void {
  const opened = new Map<PdfValue, Set<number>>()
  for (const { owner, mcid, where } of content.marks) {
    if (mcid === undefined) continue
    const ofOwner = opened.get(owner) ?? new Set<number>()
    opened.set(owner, ofOwner)
    if (ofOwner.has(mcid) && !isKind(owner, 'stream'))
      report('ISO 32000-1, 14.7', `MCID ${mcid} is used twice`, where)
    ofOwner.add(mcid)
  }
  const claimed = new Map<PdfValue, Set<number>>()
  for (const { contents, where } of tree.nodes)
    for (const item of contents) {
      if (item.kind !== 'marks') continue
      const ofOwner = claimed.get(item.owner) ?? new Set<number>()
      claimed.set(item.owner, ofOwner)
      if (ofOwner.has(item.mcid))
        report('ISO 32000-1, 14.7', `MCID ${item.mcid} belongs to two elements`, where)
      ofOwner.add(item.mcid)
      if (opened.get(item.owner)?.has(item.mcid) !== true)
        report(
          'ISO 32000-1, 14.7',
          `MCID ${item.mcid} is nowhere in ${placeOf(file, item.owner, 'its page')}`,
          where,
        )
    }
  for (const { message, where } of tree.faults) report('ISO 32000-1, 14.7', message, where)
}

const PARENTS = 'ISO 32000-1, 14.7.4.4'

function checkParentTree(audit: Audit, report: Report): void {
  const { file, tree, content } = audit
  for (const mark of content.marks) {
    const element = audit.elementOf(mark)
    if (element === undefined || mark.mcid === undefined) continue
    const owner = isKind(mark.owner, 'stream') ? mark.owner.dict : mark.owner
    const key = isKind(owner, 'dict') ? numberIn(file, owner, 'StructParents') : undefined
    const listed = key === undefined ? null : (tree.parents.get(key) ?? null)
    const parent = isKind(listed, 'array') ? file.resolve(listed.items[mark.mcid]) : null
    if (parent !== element.dict)
      report(
        PARENTS,
        `the parent tree does not lead from MCID ${mark.mcid} to its element`,
        mark.where,
      )
  }
  for (const node of tree.nodes)
    for (const item of node.contents)
      if (item.kind === 'object')
        checkObject(audit, { object: item.object, dict: node.dict, where: node.where }, report)
}

function checkObject(
  { file, tree }: Audit,
  found: { readonly object: PdfValue; readonly dict: PdfDict; readonly where: string },
  report: Report,
): void {
  const dict = isKind(found.object, 'stream') ? found.object.dict : found.object
  const key = isKind(dict, 'dict') ? numberIn(file, dict, 'StructParent') : undefined
  if (key === undefined || tree.parents.get(key) !== found.dict)
    report(PARENTS, 'the parent tree does not lead from the object to its element', found.where)
}

function checkForms({ file, content }: Audit, report: Report): void {
  const drawn = new Map<PdfValue, number>()
  for (const { form } of content.forms) drawn.set(form, (drawn.get(form) ?? 0) + 1)
  const marked = new Set(
    content.marks.filter(({ mcid }) => mcid !== undefined).map(({ owner }) => owner),
  )
  for (const [form, count] of drawn)
    if (count > 1 && marked.has(form))
      report(
        'Matterhorn 30-002',
        `a form with MCIDs is drawn ${count} times`,
        placeOf(file, form, 'form'),
      )
}
