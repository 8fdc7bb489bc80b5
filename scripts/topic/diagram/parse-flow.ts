/** `flowchart` and `graph`. Grammar: mermaid.js.org/syntax/flowchart.html */
import type { Direction, Graph } from './diagram.ts'
import { type Statement, SyntaxMistake } from './diagram-mistake.ts'
import { type FlowLink, readLink, readNode } from './flow-parts.ts'
import { GraphDraft } from './graph-draft.ts'
import { labelText } from './label-text.ts'

const HEADER = /^(?:graph|flowchart)(?:-elk)?(?:\s+(TD|TB|LR|BT|RL|BR|[<>^v]))?$/iu

export const MERMAID_DIRECTIONS: Readonly<Record<string, Direction>> = {
  TD: 'DOWN',
  TB: 'DOWN',
  LR: 'RIGHT',
  BT: 'UP',
  RL: 'LEFT',
  BR: 'DOWN',
  V: 'DOWN',
  '>': 'RIGHT',
  '^': 'UP',
  '<': 'LEFT',
}

export function isFlowHeader(text: string): boolean {
  return /^(?:graph|flowchart)\b/iu.test(text)
}

export function parseFlow([header, ...statements]: readonly Statement[], report: Report): Graph {
  const direction = HEADER.exec(header?.text ?? '')
  if (direction === null && header !== undefined)
    throw new SyntaxMistake(header, {
      message: 'The first line of the diagram names no direction that exists',
      hint: 'write `flowchart LR` (left to right) or `flowchart TD` (top down)',
    })
  const draft = new GraphDraft('DOWN')
  draft.turn(MERMAID_DIRECTIONS[direction?.[1]?.toUpperCase() ?? ''])
  for (const statement of statements) guard(report, () => readStatement(statement, draft))
  if (draft.depth > 0) report(unclosed(statements, 'A `subgraph`', 'end'))
  return draft.finish()
}

export type Report = (mistake: SyntaxMistake) => void

/** One mistake is one line: the others are read all the same. */
export function guard(report: Report, read: () => void): void {
  try {
    read()
  } catch (error) {
    if (!(error instanceof SyntaxMistake)) throw error
    report(error)
  }
}

/** Told at the last line: nobody can know where it should have been. */
export function unclosed(
  statements: readonly Statement[],
  what: string,
  close: string,
): SyntaxMistake {
  return new SyntaxMistake(statements.at(-1) ?? { text: ' ', start: 0 }, {
    message: `${what} is not closed by \`${close}\``,
    hint: `write \`${close}\` on a line of its own where it should end`,
  })
}

/** Looks alone: those of a slide are the template set's. */
const LOOKS = /^(?:classDef|linkStyle)\s|^[\w-]+@\{\s*(?:animat|curve)/u

function readStatement(statement: Statement, draft: GraphDraft): void {
  const { text } = statement
  if (readStress(text, draft) || LOOKS.test(text) || readDirection(text, draft)) return
  const group = /^subgraph(?:\s+([\s\S]*))?$/u.exec(text)
  if (group !== null) openGroup(group[1] ?? '', draft)
  else if (text === 'end') closeGroup(statement, draft)
  else readChain(statement, draft)
}

/** `direction LR` on a line of its own: of the group it stands in, else of all. */
export function readDirection(text: string, draft: GraphDraft): boolean {
  const direction = /^direction\s+(TD|TB|LR|BT|RL)$/iu.exec(text)?.[1]
  draft.turn(MERMAID_DIRECTIONS[direction?.toUpperCase() ?? ''])
  return direction !== undefined
}

/** `style A …` and `class A,B name`: the author wants these to be noticed. */
export function readStress(text: string, draft: GraphDraft): boolean {
  const names =
    /^(?:style|class|cssClass)\s+("[^"]+"|[^\s{"]+(?:\s*,\s*[^\s{]+)*)\s+[^\s{<[-]/u.exec(text)?.[1]
  for (const id of names?.replaceAll('"', '').split(',') ?? []) draft.stress(id.trim())
  return names !== undefined
}

function openGroup(rest: string, draft: GraphDraft): void {
  const named = /^([^\s["]+)\s*\[([\s\S]+)\]$/u.exec(rest)
  const label = labelText(named?.[2] ?? rest)
  draft.openGroup(named?.[1] ?? (label || `group ${draft.depth}`), label)
}

function closeGroup(statement: Statement, draft: GraphDraft): void {
  if (draft.depth === 0)
    throw new SyntaxMistake(statement, {
      message: 'This `end` closes no `subgraph`',
      hint: 'delete it, or write the word in quotes if it is a label',
    })
  draft.closeGroup()
}

/** `A & B -->|label| C --> D` */
function readChain(statement: Statement, draft: GraphDraft): void {
  const cursor = { statement, at: 0 }
  let from = readNodes(cursor, draft)
  while (cursor.at < statement.text.length) {
    const link = readLink(cursor)
    const to = readNodes(cursor, draft)
    for (const source of from) for (const target of to) addEdge({ source, target, link }, draft)
    from = to
  }
}

function readNodes(cursor: Parameters<typeof readNode>[0], draft: GraphDraft): readonly string[] {
  const ids: string[] = []
  do {
    const { id, shape, label, isStressed } = readNode(cursor)
    draft.node(id, {
      ...(shape === undefined ? {} : { shape }),
      ...(label === undefined ? {} : { label }),
    })
    if (isStressed) draft.stress(id)
    ids.push(id)
  } while (takeAmpersand(cursor))
  return ids
}

function takeAmpersand(cursor: { readonly statement: Statement; at: number }): boolean {
  const found = /^\s*&\s*/u.exec(cursor.statement.text.slice(cursor.at))
  cursor.at += found?.[0].length ?? 0
  return found !== null
}

function addEdge(
  { source, target, link }: { source: string; target: string; link: FlowLink },
  draft: GraphDraft,
): void {
  draft.edge({ from: source, to: target, ...link })
}
