/** `sequenceDiagram`. Grammar: mermaid.js.org/syntax/sequenceDiagram.html; keywords in any case. */
import type { EdgeMark, Sequence, SequenceStep } from './diagram.ts'
import { type Statement, SyntaxMistake } from './diagram-mistake.ts'
import { labelText } from './label-text.ts'
import { guard, type Report, unclosed } from './parse-flow.ts'
import {
  type Actors,
  actorNamed,
  actorsOf,
  noActors,
  readActor,
  readBox,
} from './sequence-actors.ts'

const NOTE = /^note\s+(left of|right of|over)\s+([^:]+?)\s*:\s*(.+)$/iu
const FRAME = /^(loop|alt|opt|par_over|par|critical|break|rect)\b\s*(.*)$/iu
const PART = /^(else|and|option)\b\s*(.*)$/iu
const WORK = /^(activate|deactivate|destroy)\s+(.+)$/iu
const NUMBERS = /^autonumber(?:\s+(off|\d+(?:\.\d+)?)(?:\s+(\d+(?:\.\d+)?))?)?$/iu
/** Names end where the arrow begins; the longest arrow first. */
const MESSAGE =
  /^(.+?)\s*(<<-->>|<<->>|-->>|->>|-->|->|--\)|-\)|--x|-x|--?\|[\\/]|[\\/]\|--?|--?\\\\|--?\/\/|\\\\--?|\/\/--?)\s*(\(\))?([+-])?\s*([^:]+?)\s*(?::\s*(?:(?:no)?wrap:)?\s*(.*))?$/iu

type Draft = {
  readonly actors: Actors
  readonly steps: SequenceStep[]
  readonly open: string[]
  readonly active: Map<string, number>
  /** Of the next message, and how far each is from the last; undefined without numbers. */
  numbers: { readonly next: number; readonly step: number } | undefined
}

export function parseSequence([, ...statements]: readonly Statement[], report: Report): Sequence {
  const draft: Draft = {
    actors: noActors(),
    steps: [],
    open: [],
    active: new Map(),
    numbers: undefined,
  }
  for (const statement of statements) guard(report, () => readStatement(statement, draft))
  const [open] = draft.open
  if (open !== undefined) report(unclosed(statements, `\`${open}\``, 'end'))
  return { kind: 'sequence', ...actorsOf(draft.actors), steps: draft.steps }
}

function readStatement(statement: Statement, draft: Draft): void {
  const { text } = statement
  const actor = readActor(text, draft.actors)
  if (actor !== undefined) {
    if (actor.isCreated) draft.steps.push({ kind: 'create', actor: actor.id })
    return
  }
  const message = MESSAGE.exec(text)
  if (readNote(text, draft) || readNumbers(text, draft)) return
  if (message !== null) addMessage(message, statement, draft)
  else if (!readFrame(statement, draft) && !readWork(statement, draft)) throw unreadable(statement)
}

function readFrame(statement: Statement, draft: Draft): boolean {
  const { text } = statement
  const frame = FRAME.exec(text)
  const part = PART.exec(text)
  if (readBox(text, draft.actors)) draft.open.push('box')
  else if (frame?.[1] !== undefined) {
    const word = frame[1].toLowerCase().replace('_over', '')
    draft.open.push(word)
    draft.steps.push({ kind: 'open', word, label: word === 'rect' ? '' : said(frame[2]) })
  } else if (part?.[1] !== undefined && draft.open.length > 0)
    draft.steps.push({ kind: 'part', word: part[1].toLowerCase(), label: said(part[2]) })
  else if (/^end$/iu.test(text)) closeFrame(statement, draft)
  else return false
  return true
}

function said(label = ''): string {
  return labelText(label.replace(/^(?:no)?wrap:/u, ''))
}

function closeFrame(statement: Statement, draft: Draft): void {
  const closed = draft.open.pop()
  if (closed === undefined)
    throw new SyntaxMistake(statement, {
      message: 'This `end` closes no `loop`, `alt` or `opt`',
      hint: 'delete it',
    })
  if (closed === 'box') draft.actors.isBoxOpen = false
  else draft.steps.push({ kind: 'close' })
}

function readNote(text: string, draft: Draft): boolean {
  const note = NOTE.exec(text)
  if (note === null) return false
  const [, place = '', names = '', label = ''] = note
  const actors = names.split(',').map((name) => actorNamed(name.trim(), draft.actors))
  const side = place.toLowerCase().split(' ')[0]
  draft.steps.push({
    kind: 'note',
    side: side === 'left' || side === 'right' ? side : 'over',
    actors,
    label: said(label),
  })
  return true
}

function readNumbers(text: string, draft: Draft): boolean {
  const found = NUMBERS.exec(text)
  if (found === null) return false
  const [, start = '1', step = '1'] = found
  draft.numbers =
    start.toLowerCase() === 'off' ? undefined : { next: Number(start), step: Number(step) }
  return true
}

function readWork(statement: Statement, draft: Draft): boolean {
  const found = WORK.exec(statement.text)
  if (found === null) return false
  const word = found[1]?.toLowerCase()
  const actor = actorNamed((found[2] ?? '').trim(), draft.actors)
  if (word === 'destroy') draft.steps.push({ kind: 'destroy', actor })
  else if (word === 'activate') activate(actor, draft)
  else deactivate(actor, statement, draft)
  return true
}

function activate(actor: string, { active, steps }: Draft): void {
  active.set(actor, (active.get(actor) ?? 0) + 1)
  steps.push({ kind: 'activate', actor })
}

function deactivate(actor: string, statement: Statement, { active, steps }: Draft): void {
  const depth = active.get(actor) ?? 0
  if (depth === 0)
    throw new SyntaxMistake(statement, {
      message: `\`${actor.slice(0, 24)}\` ends its work here and did not begin it`,
      hint: 'write `activate` or `->>+` before it, or delete `deactivate` and the `-` after the arrow',
    })
  active.set(actor, depth - 1)
  steps.push({ kind: 'deactivate', actor })
}

function addMessage(found: RegExpExecArray, statement: Statement, draft: Draft): void {
  const [, source = '', arrow = '', central, sign, target = '', label = ''] = found
  if (central !== undefined || source.endsWith('()'))
    throw new SyntaxMistake(statement, {
      message: 'The circle `()` of a message cannot be drawn',
      hint: 'delete the `()`: the message then ends at the line of its participant',
    })
  const from = actorNamed(source, draft.actors)
  const to = actorNamed(target, draft.actors)
  draft.steps.push({
    kind: 'message',
    from,
    to,
    label: numbered(labelText(label), draft),
    line: arrow.includes('--') ? 'dotted' : 'solid',
    ...marksOf(arrow.toLowerCase()),
  })
  if (sign === '+') activate(to, draft)
  if (sign === '-') deactivate(from, statement, draft)
}

function numbered(label: string, draft: Draft): string {
  if (draft.numbers === undefined) return label
  const { next, step } = draft.numbers
  draft.numbers = { next: Math.round((next + step) * 100) / 100, step }
  return `${next}. ${label}`.trimEnd()
}

/** Half arrows are drawn whole. */
function marksOf(arrow: string): { readonly fromMark: EdgeMark; readonly toMark: EdgeMark } {
  const isReverse = /^(?:[\\/]\||\\\\|\/\/)/u.test(arrow)
  if (isReverse) return { fromMark: 'open-arrow', toMark: 'none' }
  const fromMark = arrow.startsWith('<<') ? 'arrow' : 'none'
  if (arrow.endsWith('>>')) return { fromMark, toMark: 'arrow' }
  if (arrow.endsWith('x')) return { fromMark, toMark: 'cross' }
  return { fromMark, toMark: /[)\\/]$/u.test(arrow) ? 'open-arrow' : 'none' }
}

function unreadable(statement: Statement): SyntaxMistake {
  return new SyntaxMistake(statement, {
    message: 'This line of the sequence diagram cannot be read',
    hint: 'wanted is `participant A as Name`, `A->>B: message`, `Note over A: text`, `loop`, `alt` or `end`',
  })
}
