/** `classDiagram`. Grammar: mermaid.js.org/syntax/classDiagram.html */
import type { EdgeMark, Graph } from './diagram.ts'
import { type Statement, SyntaxMistake } from './diagram-mistake.ts'
import { GraphDraft } from './graph-draft.ts'
import { labelText } from './label-text.ts'
import { guard, type Report, readDirection, readStress, unclosed } from './parse-flow.ts'

const NAME = '(`[^`]+`|[\\p{L}\\p{M}\\p{N}_.-]*[\\p{L}\\p{M}\\p{N}_])'
const GENERIC = '(?:~(.+?)~(?=[\\s:{["<*.|-]|$))?'
const STYLE = '(?:\\s*:::[\\w,-]+)?'
/** Ends of a relation: the longest first; `()` is a lollipop. */
const BEFORE = '<\\||\\*|o|<|\\(\\)'
const AFTER = '\\|>|\\*|o|>|\\(\\)'
const RELATION = new RegExp(
  `^${NAME}${GENERIC}${STYLE}\\s*(?:"([^"]*)"\\s*)?(${BEFORE})?(--|\\.\\.)(${AFTER})?\\s*(?:"([^"]*)"\\s*)?${NAME}${GENERIC}${STYLE}\\s*(?::\\s*(.*))?$`,
  'u',
)
const DECLARATION = new RegExp(
  `^class\\s+${NAME}${GENERIC}\\s*(?:\\["([^"]*)"\\])?${STYLE}\\s*(?:<<(.+?)>>)?\\s*(\\{)?\\s*(.*?)(\\})?$`,
  'u',
)
const MEMBER = new RegExp(`^${NAME}${GENERIC}\\s*:\\s*(.+)$`, 'u')
const ANNOTATION = new RegExp(`^<<(.+)>>\\s*${NAME}$`, 'u')
const NOTE = new RegExp(`^note\\s+(?:for\\s+${NAME}\\s+)?"([^"]*)"$`, 'iu')
const NAMESPACE = /^namespace\s+(\S+?)(?:\s*\["([^"]*)"\])?\s*\{$/u
const LOOKS = /^classDef\s/u

type ClassDraft = { readonly graph: GraphDraft; openClass: string }

export function parseClass([, ...statements]: readonly Statement[], report: Report): Graph {
  const draft: ClassDraft = { graph: new GraphDraft('DOWN'), openClass: '' }
  for (const statement of statements) guard(report, () => readStatement(statement, draft))
  if (draft.openClass !== '') report(unclosed(statements, 'A class', '}'))
  else if (draft.graph.depth > 0) report(unclosed(statements, 'A namespace', '}'))
  return draft.graph.finish()
}

function readStatement(statement: Statement, draft: ClassDraft): void {
  const { text } = statement
  const { graph } = draft
  if (draft.openClass !== '') {
    const last = /^(.*?)\s*\}$/u.exec(text)?.[1]
    if ((last ?? text) !== '') addMember(draft.openClass, last ?? text, graph)
    if (last !== undefined) draft.openClass = ''
    return
  }
  if (text === '}') closeNamespace(statement, graph)
  else if (
    !readDirection(text, graph) &&
    !readPart(text, draft) &&
    !readStress(text, graph) &&
    !LOOKS.test(text)
  )
    throw unreadable(statement)
}

function closeNamespace(statement: Statement, graph: GraphDraft): void {
  if (graph.depth === 0)
    throw new SyntaxMistake(statement, {
      message: 'This `}` closes no class and no namespace',
      hint: 'delete it',
    })
  graph.closeGroup()
}

function readPart(text: string, draft: ClassDraft): boolean {
  const { graph } = draft
  const [, space, title] = NAMESPACE.exec(text) ?? []
  const relation = RELATION.exec(text)
  const member = MEMBER.exec(text)
  const annotation = ANNOTATION.exec(text)
  const note = NOTE.exec(text)
  if (space !== undefined) graph.openGroup(space, labelText(title ?? space))
  else if (note !== null) addNote(note, graph)
  else if (readDeclaration(text, draft)) return true
  else if (relation !== null) addRelation(relation, graph)
  else if (annotation !== null) graph.node(nameOf(annotation[2]), { tag: annotation[1] ?? '' })
  else if (member !== null) {
    const [, name, generic, written = ''] = member
    declare(nameOf(name), generic, graph)
    addMember(nameOf(name), written, graph)
  } else return false
  return true
}

function addNote([, of, label = '']: RegExpExecArray, graph: GraphDraft): void {
  if (of !== undefined) graph.node(nameOf(of))
  graph.note(labelText(label), of === undefined ? undefined : nameOf(of))
}

function readDeclaration(text: string, draft: ClassDraft): boolean {
  const found = DECLARATION.exec(text)
  if (found === null) return false
  const [, raw, generic, label, tag, brace, inside = '', closed] = found
  if (brace === undefined && (inside !== '' || closed !== undefined)) return false
  const id = nameOf(raw)
  declare(id, generic, draft.graph)
  if (label !== undefined) draft.graph.node(id, { label: labelText(label) })
  if (tag !== undefined) draft.graph.node(id, { tag })
  if (/:::/u.test(text)) draft.graph.stress(id)
  for (const member of inside.split(';').map((each) => each.trim()))
    if (member !== '') addMember(id, member, draft.graph)
  if (brace !== undefined && closed === undefined) draft.openClass = id
  return true
}

function declare(id: string, generic: string | undefined, graph: GraphDraft): void {
  if (generic === undefined) graph.node(id)
  else graph.node(id, { label: labelText(`${id}<${angled(generic)}>`) })
}

/** `List~List~int~~` is how Mermaid writes `List<List<int>>`. */
function angled(text: string): string {
  let open = 0
  return text.replace(/~/gu, (_, at: number) => {
    const isOpening =
      /[\p{L}\p{N}_]/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}_(]/u.test(text.charAt(at + 1))
    if (isOpening && (open === 0 || isType(text, at))) {
      open += 1
      return '<'
    }
    if (open === 0) return '~'
    open -= 1
    return '>'
  })
}

/** Inside one type, a further `~` opens another if two close together later. */
function isType(text: string, at: number): boolean {
  return /~\s*~/u.test(text.slice(at + 1))
}

function nameOf(raw = ''): string {
  return raw.replaceAll('`', '')
}

function addMember(id: string, written: string, graph: GraphDraft): void {
  graph.node(id)
  const annotation = /^<<(.+)>>$/u.exec(written)?.[1]
  if (annotation !== undefined) {
    graph.node(id, { tag: annotation })
    return
  }
  const visibility = /^[+\-#~]/u.exec(written)?.[0] ?? ''
  const text = labelText(withClassifier(visibility + angled(written.slice(visibility.length))))
  const [attributes = [], methods = []] = graph.get(id)?.lists ?? []
  const isMethod = text.includes('(')
  const lists = isMethod ? [attributes, [...methods, text]] : [[...attributes, text], methods]
  graph.node(id, { lists })
}

/** UML writes what is static and what is abstract in braces where it cannot underline or slant (UML 2.5.1, 9.5.4, 9.6.4). */
function withClassifier(text: string): string {
  const found = /^(.*?\))([$*])(.*)$/u.exec(text) ?? /^(.*?)([$*])()$/u.exec(text)
  if (found === null) return text
  const [, before = '', sign, after = ''] = found
  return `${before}${after} ${sign === '$' ? '{static}' : '{abstract}'}`
}

const ENDS: Readonly<Record<string, EdgeMark>> = {
  '<|': 'triangle',
  '|>': 'triangle',
  '*': 'filled-diamond',
  o: 'diamond',
  '<': 'arrow',
  '>': 'arrow',
  '()': 'circle',
}

function addRelation(found: RegExpExecArray, graph: GraphDraft): void {
  const [, from, fromGeneric, fromLabel = '', before = '', line, after = '', toLabel = ''] = found
  const [to, toGeneric, label = ''] = found.slice(8)
  declare(nameOf(from), fromGeneric, graph)
  declare(nameOf(to), toGeneric, graph)
  graph.edge({
    from: nameOf(from),
    to: nameOf(to),
    label: labelText(label),
    line: line === '..' ? 'dotted' : 'solid',
    fromMark: ENDS[before] ?? 'none',
    toMark: ENDS[after] ?? 'none',
    fromLabel: labelText(fromLabel),
    toLabel: labelText(toLabel),
  })
}

function unreadable(statement: Statement): SyntaxMistake {
  return new SyntaxMistake(statement, {
    message: 'This line of the class diagram cannot be read',
    hint: 'wanted is `class A {`, `A : member`, `A <|-- B`, `A --> B : label` or `A "1" --> "*" B`',
  })
}
