/** `classDiagram`. Grammar: mermaid.js.org/syntax/classDiagram.html */
import type { EdgeMark, Graph } from './diagram.ts'
import { type Statement, SyntaxMistake } from './diagram-mistake.ts'
import { GraphDraft } from './graph-draft.ts'
import { labelText } from './label-text.ts'
import { guard, MERMAID_DIRECTIONS, type Report, readStress } from './parse-flow.ts'

const NAME = '(`[^`]+`|[\\p{L}\\p{M}\\p{N}_.-]*[\\p{L}\\p{M}\\p{N}_])'
const RELATION = new RegExp(
  `^${NAME}\\s*(?:"([^"]*)"\\s*)?(<\\|--|<\\|\\.\\.|\\*--|o--|<--|<\\.\\.|--\\|>|\\.\\.\\|>|--\\*|--o|-->|\\.\\.>|--|\\.\\.)\\s*(?:"([^"]*)"\\s*)?${NAME}\\s*(?::\\s*(.*))?$`,
  'u',
)
const DECLARATION = new RegExp(
  `^class\\s+${NAME}(?:~([^~]+)~)?\\s*(?:\\["([^"]*)"\\])?(?::::[\\w-]+)?\\s*(\\{)?\\s*(.*?)(\\})?$`,
  'u',
)
const MEMBER = new RegExp(`^${NAME}\\s*:\\s*(.+)$`, 'u')
const ANNOTATION = new RegExp(`^<<(.+)>>\\s+${NAME}$`, 'u')
const WITHOUT_MEANING = /^(?:classDef|cssClass|click|link|callback|note|accTitle|accDescr|style)\b/u

type ClassDraft = { readonly graph: GraphDraft; openClass: string; depth: number }

export function parseClass([, ...statements]: readonly Statement[], report: Report): Graph {
  const draft: ClassDraft = { graph: new GraphDraft('DOWN'), openClass: '', depth: 0 }
  for (const statement of statements) guard(report, () => readStatement(statement, draft))
  return draft.graph.finish()
}

function readStatement(statement: Statement, draft: ClassDraft): void {
  const { text } = statement
  if (draft.openClass !== '') {
    if (text === '}') draft.openClass = ''
    else addMember(draft.openClass, text, draft.graph)
    return
  }
  const direction = /^direction\s+(TD|TB|LR|BT|RL)$/iu.exec(text)?.[1]
  if (direction !== undefined) draft.graph.turn(MERMAID_DIRECTIONS[direction.toUpperCase()])
  else if (!readPart(text, draft) && !isWithoutMeaning(text, draft)) throw unreadable(statement)
}

function isWithoutMeaning(text: string, { graph }: ClassDraft): boolean {
  return readStress(text, graph) || WITHOUT_MEANING.test(text)
}

function readPart(text: string, draft: ClassDraft): boolean {
  const space = /^namespace\s+(\S+?)\s*\{$/u.exec(text)?.[1]
  const relation = RELATION.exec(text)
  const member = MEMBER.exec(text)
  const annotation = ANNOTATION.exec(text)
  if (space !== undefined) draft.graph.openGroup(space, space)
  else if (text === '}') draft.graph.closeGroup()
  else if (readDeclaration(text, draft)) return true
  else if (relation !== null) addRelation(relation, draft.graph)
  else if (annotation !== null)
    draft.graph.node(nameOf(annotation[2]), { tag: annotation[1] ?? '' })
  else if (member !== null) addMember(nameOf(member[1]), member[2] ?? '', draft.graph)
  else return false
  return true
}

function readDeclaration(text: string, draft: ClassDraft): boolean {
  const found = DECLARATION.exec(text)
  if (found === null) return false
  const [, raw, generic, label, brace, inside = '', closed] = found
  if (brace === undefined && (inside !== '' || closed !== undefined)) return false
  const id = nameOf(raw)
  const shown = label ?? (generic === undefined ? undefined : `${id}<${generic}>`)
  if (shown === undefined) draft.graph.node(id)
  else draft.graph.node(id, { label: labelText(shown) })
  if (inside.trim() !== '') addMember(id, inside.trim(), draft.graph)
  if (brace !== undefined && closed === undefined) draft.openClass = id
  return true
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
  // `~T~` is how Mermaid writes `<T>`; `$` and `*` at the end say static and abstract.
  const text = labelText(written.replace(/~([^~]+)~/gu, '<$1>').replace(/[$*]$/u, ''))
  const [attributes = [], methods = []] = graph.get(id)?.lists ?? []
  const isMethod = text.includes('(')
  const lists = isMethod ? [attributes, [...methods, text]] : [[...attributes, text], methods]
  graph.node(id, { lists })
}

const ENDS: Readonly<Record<string, EdgeMark>> = {
  '<|': 'triangle',
  '|>': 'triangle',
  '*': 'filled-diamond',
  o: 'diamond',
  '<': 'arrow',
  '>': 'arrow',
}

function addRelation(found: RegExpExecArray, graph: GraphDraft): void {
  const [, from, fromLabel = '', arrow = '', toLabel = '', to, label = ''] = found
  const [before = '', after = ''] = arrow.split(/--|\.\./u)
  for (const id of [from, to]) graph.node(nameOf(id))
  graph.edge({
    from: nameOf(from),
    to: nameOf(to),
    label: labelText(label),
    line: arrow.includes('..') ? 'dotted' : 'solid',
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
