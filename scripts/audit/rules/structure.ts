/** The structure tree by itself (Matterhorn 02, 13, 14, 17, 19; ISO 19005-2, 6.7.3). */
import type { Report } from '../finding.ts'
import { nameIn, textIn, valueIn } from '../reader/entries.ts'
import { isKind, latin1 } from '../reader/pdf-value.ts'
import { STANDARD_TYPES, type StructureNode, standardTypeOf } from '../reader/structure-tree.ts'
import type { Audit, Rule } from './rule.ts'

export const structure: Rule = (audit, report) => {
  const { tree, file } = audit
  if (tree.root === undefined || tree.nodes.length === 0)
    report('ISO 19005-2, 6.7.3.3', 'the catalog has no structure tree', 'catalog')
  checkRoleMap(audit, report)
  for (const node of tree.nodes) {
    if (nameIn(file, node.dict, 'Type') !== 'StructElem' && node.dict.entries.has('Type'))
      report('ISO 19005-2, 6.7.3.3', '/Type is not StructElem', node.where)
    if (node.standardType === undefined) {
      report('Matterhorn 02-001', `the type \`${node.type}\` ends at no standard type`, node.where)
      report(
        'ISO 19005-2, 6.7.3.4',
        `the type \`${node.type}\` ends at no standard type`,
        node.where,
      )
    }
    checkAlternatives(audit, node, report)
  }
  checkNotes(audit, report)
  checkHeadings(audit, report)
}

function checkRoleMap({ tree }: Audit, report: Report): void {
  for (const [type, target] of tree.roleMap) {
    const where = 'role map'
    if (STANDARD_TYPES.has(type) && target !== type)
      report('Matterhorn 02-004', `the standard type \`${type}\` is remapped`, where)
    else if (standardTypeOf(type, tree.roleMap) === undefined && isCircular(type, tree.roleMap))
      report('Matterhorn 02-003', `\`${type}\` is mapped in a circle`, where)
  }
}

function isCircular(type: string, roleMap: ReadonlyMap<string, string>): boolean {
  let current: string | undefined = type
  for (let hops = 0; current !== undefined; hops++) {
    if (hops > roleMap.size) return true
    current = roleMap.get(current)
  }
  return false
}

function checkAlternatives({ file }: Audit, node: StructureNode, report: Report): void {
  const alt = textIn(file, node.dict, 'Alt') ?? ''
  const actual = textIn(file, node.dict, 'ActualText') ?? ''
  if (node.standardType === 'Figure' && alt.trim() === '' && actual.trim() === '')
    report('Matterhorn 13-004', 'a figure has no /Alt and no /ActualText', node.where)
  if (node.standardType === 'Formula' && alt.trim() === '' && actual.trim() === '')
    report('Matterhorn 17-002', 'a formula has no /Alt', node.where)
}

function checkNotes({ file, tree }: Audit, report: Report): void {
  const ids = new Set<string>()
  for (const node of tree.nodes) {
    if (node.standardType !== 'Note') continue
    const value = valueIn(file, node.dict, 'ID')
    const id = isKind(value, 'string') ? latin1(value.bytes) : ''
    if (id === '') report('Matterhorn 19-003', 'a note has no /ID', node.where)
    else if (ids.has(id)) report('Matterhorn 19-004', `the /ID \`${id}\` is used twice`, node.where)
    ids.add(id)
  }
}

function checkHeadings({ tree }: Audit, report: Report): void {
  let last = 0
  let first = true
  for (const node of tree.nodes) {
    const level = /^H([1-6])$/u.exec(node.standardType ?? '')?.[1]
    if (level === undefined) continue
    if (first && level !== '1')
      report('Matterhorn 14-002', `the first heading is H${level}`, node.where)
    else if (Number(level) > last + 1)
      report('Matterhorn 14-003', `H${level} follows H${last}`, node.where)
    first = false
    last = Number(level)
  }
  const plain = tree.nodes.find(({ standardType }) => standardType === 'H')
  if (plain !== undefined && !first)
    report('Matterhorn 14-007', 'H and numbered headings are mixed', plain.where)
  for (const node of tree.nodes)
    if (node.kids.filter(({ standardType }) => standardType === 'H').length > 1)
      report('Matterhorn 14-006', 'a node contains more than one H', node.where)
}
