/** `erDiagram`. Grammar: mermaid.js.org/syntax/entityRelationshipDiagram.html */
import type { EdgeMark, Graph } from './diagram.ts'
import { type Statement, SyntaxMistake } from './diagram-mistake.ts'
import { GraphDraft } from './graph-draft.ts'
import { labelText } from './label-text.ts'
import { guard, MERMAID_DIRECTIONS, type Report, readStress } from './parse-flow.ts'

const NAME = '("[^"]+"|[\\p{L}\\p{M}\\p{N}_.-]*[\\p{L}\\p{M}\\p{N}_])'
const ENTITY = new RegExp(`^${NAME}\\s*(?:\\[\\s*"?([^\\]"]+)"?\\s*\\])?\\s*(\\{)?\\s*(\\})?$`, 'u')
const RELATION = new RegExp(
  `^${NAME}\\s*(\\|o|\\|\\||\\}o|\\}\\|)(--|\\.\\.)(o\\||\\|\\||o\\{|\\|\\{)\\s*${NAME}\\s*(?::\\s*(.*))?$`,
  'u',
)
const ATTRIBUTE =
  /^([^\s"]+)\s+([^\s"]+)(?:\s+((?:PK|FK|UK)(?:\s*,\s*(?:PK|FK|UK))*))?(?:\s+"([^"]*)")?$/iu
const WITHOUT_MEANING = /^(?:classDef|accTitle|accDescr|title)\b/u

type ErDraft = { readonly graph: GraphDraft; openEntity: string }

export function parseEr([, ...statements]: readonly Statement[], report: Report): Graph {
  const draft: ErDraft = { graph: new GraphDraft('RIGHT'), openEntity: '' }
  for (const statement of statements) guard(report, () => readStatement(statement, draft))
  return draft.graph.finish()
}

function readStatement(statement: Statement, draft: ErDraft): void {
  const { text } = statement
  if (draft.openEntity !== '') {
    if (text === '}') draft.openEntity = ''
    else addAttribute(statement, draft)
    return
  }
  const direction = /^direction\s+(TD|TB|LR|BT|RL)$/iu.exec(text)?.[1]
  const relation = RELATION.exec(text)
  const entity = ENTITY.exec(text)
  if (direction !== undefined) draft.graph.turn(MERMAID_DIRECTIONS[direction.toUpperCase()])
  else if (relation !== null) addRelation(relation, draft.graph)
  else if (readStress(text, draft.graph) || WITHOUT_MEANING.test(text)) return
  else if (entity === null) throw unreadable(statement)
  else addEntity(entity, draft)
}

function addEntity([, raw = '', alias, open, close]: RegExpExecArray, draft: ErDraft): void {
  const id = labelText(raw)
  if (alias === undefined) draft.graph.node(id)
  else draft.graph.node(id, { label: labelText(alias) })
  if (open !== undefined && close === undefined) draft.openEntity = id
}

function addAttribute(statement: Statement, { graph, openEntity }: ErDraft): void {
  const found = ATTRIBUTE.exec(statement.text)
  if (found === null)
    throw new SyntaxMistake(statement, {
      message: 'This line of the entity cannot be read',
      hint: 'wanted is a type and a name, such as `string name` or `int id PK`',
    })
  const [, type = '', name = '', keys = ''] = found
  const [fields = []] = graph.get(openEntity)?.lists ?? []
  const field = `${name}: ${type}${keys === '' ? '' : ` (${keys.toUpperCase()})`}`
  graph.node(openEntity, { lists: [[...fields, labelText(field)]] })
}

const FROM_MARKS: Readonly<Record<string, EdgeMark>> = {
  '||': 'one',
  '|o': 'zero-one',
  '}|': 'many',
  '}o': 'zero-many',
}
const TO_MARKS: Readonly<Record<string, EdgeMark>> = {
  '||': 'one',
  'o|': 'zero-one',
  '|{': 'many',
  'o{': 'zero-many',
}

function addRelation(found: RegExpExecArray, graph: GraphDraft): void {
  const [, from = '', before = '', line, after = '', to = '', label = ''] = found
  const [source, target] = [labelText(from), labelText(to)]
  graph.node(source)
  graph.node(target)
  graph.edge({
    from: source,
    to: target,
    label: labelText(label),
    line: line === '..' ? 'dotted' : 'solid',
    fromMark: FROM_MARKS[before] ?? 'none',
    toMark: TO_MARKS[after] ?? 'none',
  })
}

function unreadable(statement: Statement): SyntaxMistake {
  return new SyntaxMistake(statement, {
    message: 'This line of the entity diagram cannot be read',
    hint: 'wanted is `A ||--o{ B : label` or `A {` with a type and a name on each line',
  })
}
