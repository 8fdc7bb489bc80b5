/** `stateDiagram-v2`. Grammar: mermaid.js.org/syntax/stateDiagram.html */
import type { Graph, NodeShape } from './diagram.ts'
import { type Statement, SyntaxMistake } from './diagram-mistake.ts'
import { GraphDraft } from './graph-draft.ts'
import { labelText } from './label-text.ts'
import { guard, MERMAID_DIRECTIONS, type Report, readStress } from './parse-flow.ts'

const NAME = '[\\p{L}\\p{M}\\p{N}_][\\p{L}\\p{M}\\p{N}_.-]*'
const STYLE = '(?::::[\\w-]+)?'
const TRANSITION = new RegExp(
  `^(\\[\\*\\]|${NAME})${STYLE}\\s*-->\\s*(\\[\\*\\]|${NAME})${STYLE}\\s*(?::\\s*(.*))?$`,
  'u',
)
const DESCRIPTION = new RegExp(`^(${NAME})${STYLE}\\s*:\\s*(.+)$`, 'u')
const MENTION = new RegExp(`^(?:state\\s+)?(${NAME})${STYLE}$`, 'u')
const ALIAS = new RegExp(`^state\\s+"([^"]*)"\\s+as\\s+(${NAME})${STYLE}\\s*(\\{)?$`, 'u')
const COMPOSITE = new RegExp(`^state\\s+(${NAME})\\s*\\{$`, 'u')
const STEREOTYPE = new RegExp(`^state\\s+(${NAME})\\s*<<(choice|fork|join)>>$`, 'u')
const WITHOUT_MEANING = /^(?:classDef|accTitle|accDescr|hide empty description|scale)\b|^--$/u

const STEREOTYPES: Readonly<Record<string, NodeShape>> = {
  choice: 'diamond',
  fork: 'bar',
  join: 'bar',
}

export function parseState([, ...statements]: readonly Statement[], report: Report): Graph {
  const draft = new GraphDraft('DOWN')
  for (const statement of statements) guard(report, () => readStatement(statement, draft))
  return draft.finish()
}

function readStatement(statement: Statement, draft: GraphDraft): void {
  const { text } = statement
  const direction = /^direction\s+(TD|TB|LR|BT|RL)$/iu.exec(text)?.[1]
  if (direction !== undefined) {
    if (draft.depth === 0) draft.turn(MERMAID_DIRECTIONS[direction.toUpperCase()])
    return
  }
  if (text === '}') draft.closeGroup()
  else if (!readStress(text, draft) && !WITHOUT_MEANING.test(text) && !readState(text, draft))
    throw unreadable(statement)
}

function readState(text: string, draft: GraphDraft): boolean {
  const transition = TRANSITION.exec(text)
  if (transition !== null) {
    const [, from = '', to = '', label = ''] = transition
    draft.edge({
      from: stateOf(from, 'start', draft),
      to: stateOf(to, 'end', draft),
      label: labelText(label),
      toMark: 'arrow',
    })
    return true
  }
  return readDeclaration(text, draft)
}

function readDeclaration(text: string, draft: GraphDraft): boolean {
  const stereotype = STEREOTYPE.exec(text)
  const alias = ALIAS.exec(text)
  const composite = COMPOSITE.exec(text)?.[1]
  const described = DESCRIPTION.exec(text)
  const mentioned = MENTION.exec(text)?.[1]
  if (stereotype !== null) {
    const shape = STEREOTYPES[stereotype[2] ?? ''] ?? 'diamond'
    draft.node(stereotype[1] ?? '', { shape, label: '' })
  } else if (alias !== null) {
    const [, label = '', id = '', brace] = alias
    if (brace === undefined) draft.node(id, { shape: 'rounded', label: labelText(label) })
    else draft.openGroup(id, labelText(label))
  } else if (composite !== undefined) draft.openGroup(composite, composite)
  else if (described !== null)
    draft.node(described[1] ?? '', { shape: 'rounded', label: labelText(described[2] ?? '') })
  else if (mentioned !== undefined) mention(mentioned, draft)
  else return false
  return true
}

function mention(id: string, draft: GraphDraft): void {
  if (draft.get(id) === undefined) draft.node(id, { shape: 'rounded', label: id })
  else draft.node(id)
}

/** One start and one end for each composite state, as Mermaid draws them. */
function stateOf(id: string, role: 'start' | 'end', draft: GraphDraft): string {
  if (id !== '[*]') {
    mention(id, draft)
    return id
  }
  const own = `[*] ${role} ${draft.groupName}`
  draft.node(own, { shape: role, label: '' })
  return own
}

function unreadable(statement: Statement): SyntaxMistake {
  const isNote = /^note\b|^end note$/iu.test(statement.text)
  return new SyntaxMistake(statement, {
    message: isNote
      ? 'A note in a state diagram cannot be drawn here'
      : 'This line of the state diagram cannot be read',
    hint: isNote
      ? 'say it in `caption:`, or make it a state'
      : 'wanted is `A --> B : label`, `A : text`, `state "Text" as A` or `state A {`',
  })
}
