/** `erDiagram`. Grammar: mermaid.js.org/syntax/entityRelationshipDiagram.html */
import type { EdgeMark, Graph } from './diagram.ts'
import { type Statement, SyntaxMistake } from './diagram-mistake.ts'
import { GraphDraft } from './graph-draft.ts'
import { labelText, withoutEmphasis } from './label-text.ts'
import { guard, type Report, readDirection, readStress, unclosed } from './parse-flow.ts'

const NAME = '("[^"]+"|[\\p{L}\\p{M}\\p{N}_.*$-]*[\\p{L}\\p{M}\\p{N}_])'
const STYLE = '(\\s*:::[\\w,-]+)?'
const ENTITY = new RegExp(
  `^${NAME}\\s*(?:\\[\\s*("[^"]*"|[^\\]"]+?)\\s*\\])?${STYLE}\\s*(?:(\\{)\\s*([^}]*?)\\s*(\\})?)?$`,
  'u',
)
const COUNT_WORDS =
  'one or zero|zero or one|one or more|one or many|many\\(1\\)|1\\+|zero or more|zero or many|many\\(0\\)|0\\+|only one|1'
/** Either way round: `o{` may also stand on the left. */
const COUNT_SIGNS = '\\|\\||\\|o|o\\||\\}\\||\\|\\{|\\}o|o\\{'
const RELATION = new RegExp(
  `^${NAME}${STYLE}(?:\\s*(${COUNT_SIGNS})|\\s+(${COUNT_WORDS}))(?:\\s*(--|\\.\\.|-\\.|\\.-)\\s*|\\s+(to|optionally to)\\s+)(?:(${COUNT_SIGNS})|(${COUNT_WORDS})\\s)\\s*${NAME}${STYLE}\\s*(?::\\s*(.*))?$`,
  'u',
)
const ATTRIBUTE =
  /^([^\s"]+)\s+("[^"]+"|[^\s"]+)(?:\s+((?:PK|FK|UK)(?:\s*,\s*(?:PK|FK|UK))*))?(?:\s+"([^"]*)")?$/iu
const LOOKS = /^classDef\s/u

type ErDraft = { readonly graph: GraphDraft; openEntity: string }

export function parseEr([, ...statements]: readonly Statement[], report: Report): Graph {
  const draft: ErDraft = { graph: new GraphDraft('RIGHT'), openEntity: '' }
  for (const statement of statements) guard(report, () => readStatement(statement, draft))
  if (draft.openEntity !== '') report(unclosed(statements, 'An entity', '}'))
  return draft.graph.finish()
}

function readStatement(statement: Statement, draft: ErDraft): void {
  const { text } = statement
  const { graph } = draft
  if (draft.openEntity !== '') {
    if (text === '}') draft.openEntity = ''
    else addAttribute(statement, draft)
    return
  }
  const relation = RELATION.exec(text)
  const entity = ENTITY.exec(text)
  if (relation !== null) addRelation(relation, graph)
  else if (readDirection(text, graph) || readStress(text, graph) || LOOKS.test(text)) return
  else if (entity === null) throw unreadable(statement)
  else addEntity(entity, statement, draft)
}

function addEntity(found: RegExpExecArray, statement: Statement, draft: ErDraft): void {
  const [, raw = '', alias, style, open, inside = '', close] = found
  const id = entityOf(raw, style, draft.graph)
  if (alias !== undefined) draft.graph.node(id, { label: labelText(alias) })
  draft.openEntity = open === undefined ? '' : id
  // On one line nothing but a space parts the attributes.
  if (inside !== '') addAttribute({ ...statement, text: inside }, draft)
  if (close !== undefined) draft.openEntity = ''
}

/** Stars in a quoted name are emphasis. */
function entityOf(raw: string, style: string | undefined, graph: GraphDraft): string {
  const id = labelText(raw)
  if (graph.get(id) === undefined)
    graph.node(id, { label: raw.startsWith('"') ? withoutEmphasis(id) : id })
  else graph.node(id)
  if (style !== undefined) graph.stress(id)
  return id
}

function addAttribute(statement: Statement, { graph, openEntity }: ErDraft): void {
  const found = ATTRIBUTE.exec(statement.text)
  if (found === null)
    throw new SyntaxMistake(statement, {
      message: 'This line of the entity cannot be read',
      hint: 'wanted is a type and a name, such as `string name` or `int id PK "comment"`',
    })
  const [, type = '', name = '', keys = '', comment = ''] = found
  const [fields = []] = graph.get(openEntity)?.lists ?? []
  const key = keys === '' ? '' : ` (${keys.toUpperCase().replace(/\s*,\s*/gu, ', ')})`
  const field = `${labelText(name)}: ${type}${key}${comment === '' ? '' : ` – ${comment}`}`
  graph.node(openEntity, { lists: [[...fields, labelText(field)]] })
}

const SIGNS: Readonly<Record<string, EdgeMark>> = {
  '||': 'one',
  '|o': 'zero-one',
  'o|': 'zero-one',
  '}|': 'many',
  '|{': 'many',
  '}o': 'zero-many',
  'o{': 'zero-many',
}

function markOf(sign: string | undefined, words = ''): EdgeMark | undefined {
  if (sign !== undefined) return SIGNS[sign]
  if (words === '1' || words === 'only one') return 'one'
  if (/^(?:one or zero|zero or one)$/u.test(words)) return 'zero-one'
  return /^(?:zero|0|many\(0\))/u.test(words) ? 'zero-many' : 'many'
}

function addRelation(found: RegExpExecArray, graph: GraphDraft): void {
  const [, from = '', fromStyle, before, beforeWords, line, lineWords, after, afterWords] = found
  const [to = '', toStyle, label = ''] = found.slice(9)
  graph.edge({
    from: entityOf(from, fromStyle, graph),
    to: entityOf(to, toStyle, graph),
    label: labelText(label),
    line: line === '--' || lineWords === 'to' ? 'solid' : 'dotted',
    fromMark: markOf(before, beforeWords) ?? 'none',
    toMark: markOf(after, afterWords) ?? 'none',
  })
}

function unreadable(statement: Statement): SyntaxMistake {
  return new SyntaxMistake(statement, {
    message: 'This line of the entity diagram cannot be read',
    hint: 'wanted is `A ||--o{ B : label` or `A {` with a type and a name on each line',
  })
}
