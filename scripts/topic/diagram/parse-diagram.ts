/** Mermaid source → a diagram, or everything that is wrong with it. Own parsers: a slide cannot show a stack trace. */
import type { Diagram } from './diagram.ts'
import type { DiagramMistake, IgnoredPart, Statement } from './diagram-mistake.ts'
import { SyntaxMistake } from './diagram-mistake.ts'
import { withoutIgnored } from './ignored-parts.ts'
import { labelText } from './label-text.ts'
import { parseClass } from './parse-class.ts'
import { parseEr } from './parse-er.ts'
import { isFlowHeader, parseFlow, type Report } from './parse-flow.ts'
import { parsePlot } from './parse-plot.ts'
import { parseSequence } from './parse-sequence.ts'
import { parseState } from './parse-state.ts'
import { readSource } from './statements.ts'

type Parse = (statements: readonly Statement[], report: Report) => Diagram

const KINDS: readonly (readonly [(header: string) => boolean, Parse])[] = [
  [isFlowHeader, parseFlow],
  [(header) => /^stateDiagram(?:-v2)?$/iu.test(header), parseState],
  [(header) => /^sequenceDiagram$/iu.test(header), parseSequence],
  [(header) => /^classDiagram(?:-v2)?$/iu.test(header), parseClass],
  [(header) => /^erDiagram$/iu.test(header), parseEr],
  [(header) => /^xychart(?:-beta)?\b/iu.test(header), parsePlot],
]

export const SUPPORTED =
  '`flowchart`, `stateDiagram-v2`, `sequenceDiagram`, `classDiagram`, `erDiagram`, `xychart-beta`'

/** What other diagrams can be said with. */
const INSTEAD: Readonly<Record<string, string>> = {
  pie: 'for shares use `chart:`',
  gantt: 'for dates use `timeline:`',
  timeline: 'for dates use the section key `timeline:`',
  mindmap: 'for a hierarchy use `flowchart TD`',
  quadrantchart: 'use `table:` or `compare:`',
  journey: 'use `flowchart LR`',
}

/** Before any layout, which takes about a second for a graph of this size: a slide shows a third of it. */
export const MAX_SOURCE = 20_000
const MAX_PARTS = 50
const MAX_LINES = 100
/** Points of a line stand closer than boxes. */
const MAX_VALUES = 200
const MAX_MISTAKES = 5
/** No label is that long, and no pattern here takes long over it. */
const MAX_STATEMENT = 2000

export type ParsedDiagram =
  | {
      readonly diagram: Diagram
      /** Of its own front matter or `title` line, with its place. */
      readonly title: Statement | undefined
      /** `accDescr` or `accTitle`. */
      readonly description: string
      readonly ignored: readonly IgnoredPart[]
    }
  | { readonly mistakes: readonly DiagramMistake[] }

export function parseDiagram(source: string): ParsedDiagram {
  if (source.length > MAX_SOURCE)
    return tooLarge(source, `${source.length} characters, more than ${MAX_SOURCE}`)
  const read = readSource(source)
  const { statements, title } = withoutTitle(read.statements)
  const [header] = statements
  if (header === undefined) return one({ ...wholeOf(source), ...EMPTY })
  const long = statements.find(({ text }) => text.length > MAX_STATEMENT)
  if (long !== undefined)
    return tooLarge(source, `a line of ${long.text.length} characters, more than ${MAX_STATEMENT}`)
  const kind = KINDS.find(([matches]) => matches(header.text))
  if (isRunTogether(statements)) return runTogether(header)
  if (kind === undefined) return unknownKind(header)
  const mistakes: SyntaxMistake[] = []
  const { statements: drawn, ignored } = withoutIgnored(statements, read.settings)
  const diagram = parseSafely(kind[1], drawn, (mistake) => mistakes.push(mistake))
  if (mistakes.length > 0 || diagram === undefined)
    return { mistakes: mistakes.slice(0, MAX_MISTAKES).map(asMistake) }
  const mistake = checkSize(diagram, source)
  if (mistake !== undefined) return mistake
  return { diagram, title: title ?? read.title, description: read.description, ignored }
}

const TITLE = /^title(?:\s*:\s*|\s+)(?=\S)/u

/** A sequence and entities name their title on a line; a chart draws its own. */
function withoutTitle(statements: readonly Statement[]): {
  readonly statements: readonly Statement[]
  readonly title: Statement | undefined
} {
  if (!/^(?:sequence|er)Diagram/iu.test(statements[0]?.text ?? ''))
    return { statements, title: undefined }
  const line = statements.find(({ text }) => TITLE.test(text) && !/--|->|[|{]/u.test(text))
  if (line === undefined) return { statements, title: undefined }
  const title = { ...line, text: labelText(line.text.replace(TITLE, '')) }
  return { statements: statements.filter((each) => each !== line), title }
}

function parseSafely(
  parse: Parse,
  statements: readonly Statement[],
  report: Report,
): Diagram | undefined {
  try {
    return parse(statements, report)
  } catch (error) {
    if (!(error instanceof SyntaxMistake)) throw error
    report(error)
    return undefined
  }
}

function asMistake({ start, end, message, hint }: SyntaxMistake): DiagramMistake {
  return { kind: 'syntax', start, end, message, hint }
}

function checkSize(diagram: Diagram, source: string): ParsedDiagram | undefined {
  const { parts, lines, what } = sizeOf(diagram)
  if (parts === 0) return one({ ...wholeOf(source), ...EMPTY })
  const most = diagram.kind === 'plot' ? MAX_VALUES : MAX_PARTS
  if (parts > most) return tooLarge(source, `${parts} ${what}, more than ${most}`)
  if (lines > MAX_LINES) return tooLarge(source, `${lines} lines, more than ${MAX_LINES}`)
  return undefined
}

function sizeOf(diagram: Diagram): { parts: number; lines: number; what: string } {
  switch (diagram.kind) {
    case 'graph':
      return { parts: diagram.nodes.length, lines: diagram.edges.length, what: 'boxes' }
    case 'sequence': {
      const lines = diagram.steps.length
      return { parts: diagram.actors.length, lines, what: 'participants' }
    }
    case 'plot': {
      const parts = diagram.series.reduce((sum, { values }) => sum + values.length, 0)
      return { parts, lines: diagram.series.length, what: 'values' }
    }
  }
}

const EMPTY = {
  kind: 'syntax',
  message: 'The diagram is empty',
  hint: `begin with one of ${SUPPORTED} and write a line for each part`,
} as const

function tooLarge(source: string, size: string): ParsedDiagram {
  return one({
    ...wholeOf(source),
    kind: 'too-large',
    message: `The diagram has ${size}`,
    hint: 'nobody could read it on a slide: show the part you speak about, or make several sections',
  })
}

/** YAML has folded the lines: `mermaid: >`, or no mark at all. */
function isRunTogether([header, ...rest]: readonly Statement[]): boolean {
  const [word = '', second = '', ...more] = header?.text.split(/\s+/u) ?? []
  if (rest.length > 0 || second === '') return false
  return isFlowHeader(word) ? more.length > 0 : more.length > 0 && KINDS.some(([is]) => is(word))
}

function runTogether(header: Statement): ParsedDiagram {
  return one({
    ...placeOf(header),
    kind: 'syntax',
    message: 'The whole diagram stands on one line',
    hint: 'write `mermaid: |` and each statement on a line of its own, indented below it',
  })
}

function unknownKind(header: Statement): ParsedDiagram {
  const word = header.text.split(/[\s:{]/u)[0] ?? ''
  const instead = INSTEAD[word.toLowerCase()]
  return one({
    ...placeOf(header),
    kind: 'kind',
    message: `Lectern cannot draw the diagram \`${word.slice(0, 24)}\``,
    hint: `${instead === undefined ? '' : `${instead}; `}the first line is one of ${SUPPORTED}`,
  })
}

function one(mistake: DiagramMistake): ParsedDiagram {
  return { mistakes: [mistake] }
}

/** The first line stands for the whole. */
function wholeOf(source: string): { start: number; end: number } {
  const start = Math.max(0, source.search(/\S/u))
  const end = source.indexOf('\n', start)
  return { start, end: end === -1 ? source.length : end }
}

function placeOf({ start, text }: Statement): { start: number; end: number } {
  return { start, end: start + text.length }
}
