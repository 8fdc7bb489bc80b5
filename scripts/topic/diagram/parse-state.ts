/** `stateDiagram-v2`. Grammar: mermaid.js.org/syntax/stateDiagram.html */
import type { Graph, NodeShape } from './diagram.ts'
import { type Statement, SyntaxMistake } from './diagram-mistake.ts'
import { GraphDraft } from './graph-draft.ts'
import { labelText } from './label-text.ts'
import { guard, type Report, readDirection, readStress, unclosed } from './parse-flow.ts'

const NAME = '[\\p{L}\\p{M}\\p{N}_][\\p{L}\\p{M}\\p{N}_.-]*'
const STYLE = '(?:\\s*:::[\\w,-]+)?'
const END = `(\\[\\*\\]|${NAME})${STYLE}`
const TRANSITION = new RegExp(`^${END}\\s*-->\\s*${END}\\s*(?::\\s*(.*))?$`, 'u')
const DESCRIPTION = new RegExp(`^(${NAME})${STYLE}\\s*:(?!::)\\s*(.+)$`, 'u')
const MENTION = new RegExp(`^(?:state\\s+)?(${NAME})${STYLE}$`, 'u')
const ALIAS = new RegExp(`^state\\s+"([^"]*)"\\s+as\\s+(${NAME})${STYLE}\\s*(\\{)?$`, 'u')
const TITLED = /^state\s+"([^"]*)"\s*(\{)?$/u
const COMPOSITE = new RegExp(`^state\\s+(${NAME})${STYLE}\\s*(?::\\s*([^{]+?)\\s*)?\\{$`, 'u')
const STEREOTYPE = new RegExp(
  `^state\\s+(${NAME})\\s*(?:<<(choice|fork|join)>>|\\[\\[(choice|fork|join)\\]\\])$`,
  'u',
)
const STRESS = new RegExp(`(${NAME}):::[\\w,-]+`, 'gu')
const NOTE = new RegExp(`^note\\s+(?:left|right)\\s+of\\s+(${NAME})\\s*(?::\\s*(.+))?$`, 'iu')
const FLOATING = new RegExp(`^note\\s+"([^"]*)"\\s+as\\s+(${NAME})$`, 'iu')
/** Looks, and PlantUML's words for them. */
const LOOKS = /^(?:classDef\s|hide empty description$|scale\s)/u

const STEREOTYPES: Readonly<Record<string, NodeShape>> = {
  choice: 'diamond',
  fork: 'bar',
  join: 'bar',
}

type StateDraft = {
  readonly graph: GraphDraft
  /** A note over several lines is being read: of whom, and its lines so far. */
  note: { readonly of: string; readonly lines: string[] } | undefined
}

export function parseState([, ...statements]: readonly Statement[], report: Report): Graph {
  const draft: StateDraft = { graph: new GraphDraft('DOWN'), note: undefined }
  for (const statement of statements) guard(report, () => readStatement(statement, draft))
  if (draft.note !== undefined) report(unclosed(statements, 'A note', 'end note'))
  if (draft.graph.depth > 0) report(unclosed(statements, 'A state', '}'))
  return draft.graph.finish()
}

function readStatement(statement: Statement, draft: StateDraft): void {
  const { text } = statement
  const { graph } = draft
  if (draft.note !== undefined || NOTE.test(text) || FLOATING.test(text)) readNote(text, draft)
  else if (text === '}') closeState(statement, graph)
  else if (text === '--') partState(statement, graph)
  else if (!readDirection(text, graph) && !readStress(text, graph) && !LOOKS.test(text)) {
    for (const [, id = ''] of text.matchAll(STRESS)) graph.stress(id)
    if (!readState(text, graph)) throw unreadable(statement)
  }
}

function readNote(text: string, draft: StateDraft): void {
  const { note, graph } = draft
  if (note !== undefined) {
    if (!/^end note$/iu.test(text)) {
      note.lines.push(text)
      return
    }
    graph.note(labelText(note.lines.join('\n')), note.of)
    draft.note = undefined
    return
  }
  const floating = FLOATING.exec(text)
  const [, of = '', label] = NOTE.exec(text) ?? []
  if (floating !== null) graph.note(labelText(floating[1] ?? ''))
  else if (label === undefined) draft.note = { of, lines: [] }
  else {
    mention(of, graph)
    graph.note(labelText(label), of)
  }
}

function closeState(statement: Statement, graph: GraphDraft): void {
  if (graph.depth === 0)
    throw new SyntaxMistake(statement, { message: 'This `}` closes no state', hint: 'delete it' })
  graph.closeGroup()
}

function partState(statement: Statement, graph: GraphDraft): void {
  if (graph.partGroup()) return
  throw new SyntaxMistake(statement, {
    message: '`--` stands in no state',
    hint: 'write it inside `state A {` … `}`, between what runs at the same time',
  })
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
  return readStereotype(text, draft) || readGroup(text, draft) || readDeclaration(text, draft)
}

function readStereotype(text: string, draft: GraphDraft): boolean {
  const found = STEREOTYPE.exec(text)
  const shape = STEREOTYPES[found?.[2] ?? found?.[3] ?? '']
  if (found === null || shape === undefined) return false
  draft.node(found[1] ?? '', { shape, label: '' })
  return true
}

function readGroup(text: string, draft: GraphDraft): boolean {
  const alias = ALIAS.exec(text)
  const titled = TITLED.exec(text)
  const composite = COMPOSITE.exec(text)
  if (composite !== null) {
    const [, id = '', label] = composite
    draft.openGroup(id, labelText(label ?? draft.get(id)?.label ?? id))
  } else if (alias?.[3] !== undefined) draft.openGroup(alias[2] ?? '', labelText(alias[1] ?? ''))
  else if (titled?.[2] !== undefined)
    draft.openGroup(labelText(titled[1] ?? ''), labelText(titled[1] ?? ''))
  else return false
  return true
}

function readDeclaration(text: string, draft: GraphDraft): boolean {
  const [, title, name] = ALIAS.exec(text) ?? []
  const [, described, description] = DESCRIPTION.exec(text) ?? []
  const alone = TITLED.exec(text)?.[1]
  const mentioned = MENTION.exec(text)?.[1]
  if (name !== undefined) describe(name, labelText(title ?? ''), draft)
  else if (described !== undefined) describe(described, labelText(description ?? ''), draft)
  else if (alone !== undefined) describe(labelText(alone), labelText(alone), draft)
  else if (mentioned !== undefined) mention(mentioned, draft)
  else return false
  return true
}

/** A second description is a further line, as Mermaid draws it. */
function describe(id: string, label: string, draft: GraphDraft): void {
  const known = draft.get(id)
  const isFurther = known !== undefined && known.label !== id && known.label !== ''
  draft.describeGroup(id, label)
  draft.node(id, { shape: 'rounded', label: isFurther ? `${known.label}\n${label}` : label })
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
  return new SyntaxMistake(statement, {
    message: 'This line of the state diagram cannot be read',
    hint: 'wanted is `A --> B : label`, `A : text`, `state "Text" as A`, `state A {` or `note right of A : text`',
  })
}
