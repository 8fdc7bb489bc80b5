/** `sequenceDiagram`. Grammar: mermaid.js.org/syntax/sequenceDiagram.html */
import type { EdgeMark, Sequence, SequenceStep } from './diagram.ts'
import { type Statement, SyntaxMistake } from './diagram-mistake.ts'
import { labelText } from './label-text.ts'
import { guard, type Report } from './parse-flow.ts'

const DECLARATION = /^(?:create\s+)?(?:participant|actor)\s+(.+?)(?:\s+as\s+(.+))?$/u
const NOTE = /^note\s+(left of|right of|over)\s+([^:]+?)\s*:\s*(.+)$/iu
const FRAME = /^(loop|alt|opt|par|critical|break|rect|box)\b\s*(.*)$/u
const PART = /^(else|and|option)\b\s*(.*)$/u
/** Names end where the arrow begins; the longest arrow first. */
const MESSAGE =
  /^(.+?)\s*(<<-->>|<<->>|-->>|->>|-->|->|--\)|-\)|--x|-x)\s*[+-]?\s*([^:]+?)\s*(?::\s*(.*))?$/u
const WITHOUT_MEANING =
  /^(?:autonumber|activate|deactivate|destroy|links?|properties|details|accTitle|accDescr|title)\b/u

type Draft = {
  readonly actors: Map<string, string>
  readonly steps: SequenceStep[]
  readonly open: string[]
}

export function parseSequence([, ...statements]: readonly Statement[], report: Report): Sequence {
  const draft: Draft = { actors: new Map(), steps: [], open: [] }
  for (const statement of statements) guard(report, () => readStatement(statement, draft))
  for (const word of draft.open) if (isDrawn(word)) draft.steps.push({ kind: 'close' })
  return {
    kind: 'sequence',
    actors: [...draft.actors].map(([id, label]) => ({ id, label })),
    steps: draft.steps,
  }
}

function readStatement(statement: Statement, draft: Draft): void {
  const { text } = statement
  const declared = DECLARATION.exec(text)
  if (declared !== null) {
    const [, id = '', label = id] = declared
    const known = draft.actors.get(id)
    if (known === undefined || known === id) draft.actors.set(id, labelText(label))
    return
  }
  if (readFrame(statement, draft) || readNote(text, draft)) return
  const message = MESSAGE.exec(text)
  if (message !== null) addMessage(message, draft)
  else if (!WITHOUT_MEANING.test(text)) throw unreadable(statement)
}

/** Boxes and coloured grounds group nothing that a lecture would miss. */
function isDrawn(word: string): boolean {
  return word !== 'rect' && word !== 'box'
}

function readFrame(statement: Statement, draft: Draft): boolean {
  const { text } = statement
  const frame = FRAME.exec(text)
  const part = PART.exec(text)
  if (frame?.[1] !== undefined && !MESSAGE.test(text)) {
    draft.open.push(frame[1])
    if (isDrawn(frame[1]))
      draft.steps.push({ kind: 'open', word: frame[1], label: labelText(frame[2] ?? '') })
    return true
  }
  if (part?.[1] !== undefined && draft.open.length > 0 && !MESSAGE.test(text)) {
    draft.steps.push({ kind: 'part', word: part[1], label: labelText(part[2] ?? '') })
    return true
  }
  if (text !== 'end') return false
  const closed = draft.open.pop()
  if (closed === undefined)
    throw new SyntaxMistake(statement, {
      message: 'This `end` closes no `loop`, `alt` or `opt`',
      hint: 'delete it',
    })
  if (isDrawn(closed)) draft.steps.push({ kind: 'close' })
  return true
}

function readNote(text: string, draft: Draft): boolean {
  const note = NOTE.exec(text)
  if (note === null) return false
  const [, place = '', names = '', label = ''] = note
  const actors = names.split(',').map((name) => actorOf(name.trim(), draft))
  const side = place.toLowerCase().split(' ')[0]
  draft.steps.push({
    kind: 'note',
    side: side === 'left' || side === 'right' ? side : 'over',
    actors,
    label: labelText(label),
  })
  return true
}

function addMessage([, from = '', arrow = '', to = '', label = '']: RegExpExecArray, draft: Draft) {
  draft.steps.push({
    kind: 'message',
    from: actorOf(from, draft),
    to: actorOf(to, draft),
    label: labelText(label),
    line: arrow.includes('--') ? 'dotted' : 'solid',
    mark: markOf(arrow),
  })
}

function markOf(arrow: string): EdgeMark {
  if (arrow.endsWith('>>')) return 'arrow'
  if (arrow.endsWith('x')) return 'cross'
  return arrow.endsWith(')') ? 'open-arrow' : 'none'
}

function actorOf(name: string, { actors }: Draft): string {
  if (!actors.has(name)) actors.set(name, labelText(name))
  return name
}

function unreadable(statement: Statement): SyntaxMistake {
  return new SyntaxMistake(statement, {
    message: 'This line of the sequence diagram cannot be read',
    hint: 'wanted is `participant A as Name`, `A->>B: message`, `Note over A: text`, `loop`, `alt` or `end`',
  })
}
