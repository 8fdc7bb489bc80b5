/** Which elements may stand in which (Matterhorn 09; ISO 32000-1, Tables 333 and 336–338). */
import type { ClauseId } from '../clauses.ts'
import type { Report } from '../finding.ts'
import type { StructureNode } from '../reader/structure-tree.ts'
import type { Rule } from './rule.ts'

type Syntax = {
  readonly clause: ClauseId
  /** What the kids of the element must be, as types joined by spaces. */
  readonly kids?: RegExp
  readonly parents?: readonly string[]
}

const TABLE: ClauseId = 'Matterhorn 09-004'
const LIST: ClauseId = 'Matterhorn 09-005'
const CONTENTS: ClauseId = 'Matterhorn 09-006'
const RUBY: ClauseId = 'Matterhorn 09-007'
const WARICHU: ClauseId = 'Matterhorn 09-008'
const ROWS = /^(?:TR(?: TR)*)?$/u

const SYNTAX: Readonly<Record<string, Syntax>> = {
  Table: {
    clause: TABLE,
    kids: /^(?:Caption ?)?(?:TR(?: TR)*|(?:THead )?TBody(?: TBody)*(?: TFoot)?)(?: Caption)?$/u,
  },
  THead: { clause: TABLE, kids: ROWS, parents: ['Table'] },
  TBody: { clause: TABLE, kids: ROWS, parents: ['Table'] },
  TFoot: { clause: TABLE, kids: ROWS, parents: ['Table'] },
  TR: {
    clause: TABLE,
    kids: /^(?:T[HD](?: T[HD])*)?$/u,
    parents: ['Table', 'THead', 'TBody', 'TFoot'],
  },
  TH: { clause: TABLE, parents: ['TR'] },
  TD: { clause: TABLE, parents: ['TR'] },
  L: { clause: LIST, kids: /^(?:Caption ?)?(?:LI?(?: LI?)*)?$/u },
  LI: { clause: LIST, kids: /^(?:Lbl|LBody)(?: (?:Lbl|LBody))*$/u, parents: ['L'] },
  LBody: { clause: LIST, parents: ['LI'] },
  TOC: { clause: CONTENTS, kids: /^(?:Caption ?)?(?:TOCI?(?: TOCI?)*)?$/u },
  TOCI: {
    clause: CONTENTS,
    kids: /^(?:(?:Lbl|Reference|NonStruct|P|TOC)(?: (?:Lbl|Reference|NonStruct|P|TOC))*)?$/u,
    parents: ['TOC'],
  },
  Ruby: { clause: RUBY, kids: /^RB (?:RT|RP RT RP)$/u },
  RB: { clause: RUBY, parents: ['Ruby'] },
  RT: { clause: RUBY, parents: ['Ruby'] },
  RP: { clause: RUBY, parents: ['Ruby'] },
  Warichu: { clause: WARICHU, kids: /^WP WT WP$/u },
  WT: { clause: WARICHU, parents: ['Warichu'] },
  WP: { clause: WARICHU, parents: ['Warichu'] },
}

export const nesting: Rule = ({ tree }, report) => {
  for (const node of tree.nodes) {
    const syntax = SYNTAX[node.standardType ?? '']
    if (syntax === undefined) continue
    const kids = node.kids.map(({ standardType }) => standardType ?? '?').join(' ')
    if (syntax.kids?.test(kids) === false)
      report(syntax.clause, `${node.standardType} holds ${shorten(kids) || 'nothing'}`, node.where)
    const parent = node.parent?.standardType ?? 'the root'
    if (syntax.parents?.includes(parent) === false)
      report(syntax.clause, `${node.standardType} stands in ${parent}`, node.where)
    checkLooseContent(node, syntax, report)
  }
}

/** Elements whose kids are prescribed have no text of their own. */
function checkLooseContent(node: StructureNode, { clause, kids }: Syntax, report: Report): void {
  if (
    kids !== undefined &&
    node.contents.some(({ kind }) => kind === 'marks') &&
    node.standardType !== 'TOCI'
  )
    report(clause, `${node.standardType} holds text outside its parts`, node.where)
}

function shorten(kids: string): string {
  return kids.length > 60 ? `${kids.slice(0, 60)} …` : kids
}
