/** Nodes and links of a flow chart, read at a cursor. */
import type { EdgeLine, EdgeMark, GraphEdge, NodeShape } from './diagram.ts'
import { type Statement, SyntaxMistake } from './diagram-mistake.ts'
import { labelText } from './label-text.ts'

export type Cursor = { readonly statement: Statement; at: number }

export type FlowNode = {
  readonly id: string
  /** Undefined where the node is only mentioned. */
  readonly shape: NodeShape | undefined
  readonly label: string
  readonly isStressed: boolean
}

export type FlowLink = Pick<GraphEdge, 'label' | 'line' | 'fromMark' | 'toMark'>

/** Letters of any script; a hyphen inside, but not where a link may begin. */
const ID = /^\s*([\p{L}\p{M}\p{N}_.]+(?:-(?![-.>])[\p{L}\p{M}\p{N}_.]+)*)/u

/** The longest opening first. */
const SHAPES: readonly (readonly [string, readonly string[], NodeShape])[] = [
  ['(((', [')))'], 'circle'],
  ['((', ['))'], 'circle'],
  ['([', ['])'], 'stadium'],
  ['[[', [']]'], 'subroutine'],
  ['[(', [')]'], 'cylinder'],
  ['[/', ['/]'], 'slanted'],
  ['[/', ['\\]'], 'trapezoid'],
  ['[\\', ['\\]'], 'slanted'],
  ['[\\', ['/]'], 'trapezoid'],
  ['{{', ['}}'], 'hexagon'],
  ['[', [']'], 'box'],
  ['(', [')'], 'rounded'],
  ['{', ['}'], 'diamond'],
  ['>', [']'], 'flag'],
]

/** Names of `A@{ shape: … }` that are not a plain box. */
const NAMED_SHAPES: Readonly<Record<string, NodeShape>> = {
  rounded: 'rounded',
  event: 'rounded',
  stadium: 'stadium',
  pill: 'stadium',
  terminal: 'stadium',
  circle: 'circle',
  circ: 'circle',
  'dbl-circ': 'circle',
  diam: 'diamond',
  diamond: 'diamond',
  decision: 'diamond',
  question: 'diamond',
  hex: 'hexagon',
  hexagon: 'hexagon',
  cyl: 'cylinder',
  cylinder: 'cylinder',
  db: 'cylinder',
  database: 'cylinder',
  subproc: 'subroutine',
  subroutine: 'subroutine',
  'lean-r': 'slanted',
  'lean-l': 'slanted',
  'trap-b': 'trapezoid',
  'trap-t': 'trapezoid',
  odd: 'flag',
}

export function readNode(cursor: Cursor): FlowNode {
  const { statement } = cursor
  const found = ID.exec(statement.text.slice(cursor.at))
  if (found?.[1] === undefined) throw unexpected(cursor, 'a name such as `A` or `A[Text]`')
  cursor.at += found[0].length
  const id = found[1]
  const shaped = readAttributes(cursor, id) ?? readShape(cursor)
  const isStressed = takeStyle(cursor)
  return { id, shape: shaped?.shape, label: shaped?.label ?? id, isStressed }
}

type Shaped = { readonly shape: NodeShape; readonly label: string }

/** Longer openings first: `A[(text` may be a box whose label begins with a bracket. */
function readShape(cursor: Cursor): Shaped | undefined {
  const rest = cursor.statement.text.slice(cursor.at)
  const openings = SHAPES.filter(([open]) => rest.startsWith(open))
  for (const length of [3, 2, 1]) {
    const [found] = openings
      .filter(([open]) => open.length === length)
      .flatMap(([, closes, shape]) => ({ shape, end: endOfLabel(rest, length, closes) }))
      .filter(({ end }) => end !== undefined)
      .sort((a, b) => (a.end?.at ?? 0) - (b.end?.at ?? 0))
    if (found?.end === undefined) continue
    cursor.at += found.end.after
    return { shape: found.shape, label: labelText(rest.slice(length, found.end.at)) }
  }
  const [first] = openings
  if (first !== undefined) throw unclosed(cursor, first[1][0] ?? ']')
  return undefined
}

/** A quoted label ends at its quote; another at the first closing mark. */
function endOfLabel(
  text: string,
  from: number,
  closes: readonly string[],
): { readonly at: number; readonly after: number } | undefined {
  const quoted = /^\s*"[^"]*"\s*/u.exec(text.slice(from))
  const start = from + (quoted?.[0].length ?? 0)
  for (const close of closes) {
    const at = text.indexOf(close, start)
    if (at === -1 || (quoted !== null && at !== start)) continue
    return { at, after: at + close.length }
  }
  return undefined
}

/** `@{ shape: diamond, label: "Text" }` */
function readAttributes(cursor: Cursor, id: string): Shaped | undefined {
  const found = /^@\{((?:"[^"]*"|[^"}])*)\}/u.exec(cursor.statement.text.slice(cursor.at))
  if (found?.[1] === undefined) return undefined
  cursor.at += found[0].length
  const shape = /\bshape\s*:\s*"?([\w-]+)/u.exec(found[1])?.[1] ?? ''
  const label = /\blabel\s*:\s*("[^"]*"|[^,]+)/u.exec(found[1])?.[1]
  return { shape: NAMED_SHAPES[shape] ?? 'box', label: labelText(label ?? id) }
}

function takeStyle(cursor: Cursor): boolean {
  const found = /^:::[\p{L}\p{N}_-]+/u.exec(cursor.statement.text.slice(cursor.at))
  cursor.at += found?.[0].length ?? 0
  return found !== null
}

const MARKS: Readonly<Record<string, EdgeMark>> = {
  '<': 'arrow',
  '>': 'arrow',
  x: 'cross',
  o: 'circle',
}

/** An `x` or `o` is an end of the line only where no word begins with it. */
const LINK =
  /^\s*(?:(<)|([xo])(?=--|==|-\.))?(--+(?:[->]|[xo](?=\s|$|\|))|-\.+-(?:>|[xo](?=\s|$|\|))?|==+(?:[=>]|[xo](?=\s|$|\|))|~~~+)\s*(?:\|("[^"]*"|[^|]*)\|)?/u
const LABELLED =
  /^\s*(?:(<)|([xo])(?=--|==|-\.))?(?:--|==|-\.)\s*("[^"]*"|[^"]+?)\s*(--+[->xo]|\.+-[>xo]?|==+[=>xo])/u

export function readLink(cursor: Cursor): FlowLink {
  const rest = cursor.statement.text.slice(cursor.at)
  const plain = LINK.exec(rest)
  const found = plain ?? LABELLED.exec(rest)
  if (found === null)
    throw unexpected(cursor, 'a link such as `-->`, `---`, `-.->`, `==>` or `-->|label|`')
  cursor.at += found[0].length
  const [, before = '', letter = ''] = found
  const line = (plain === null ? found[4] : found[3]) ?? ''
  const label = (plain === null ? found[3] : found[4]) ?? ''
  return {
    label: labelText(label),
    line: lineOf(line),
    fromMark: MARKS[before || letter] ?? 'none',
    toMark: MARKS[line.at(-1) ?? ''] ?? 'none',
  }
}

function lineOf(link: string): EdgeLine {
  if (link.startsWith('~')) return 'hidden'
  if (link.includes('.')) return 'dotted'
  return link.startsWith('=') ? 'thick' : 'solid'
}

const EXCERPT = 24

function unexpected({ statement, at }: Cursor, wanted: string): SyntaxMistake {
  const rest = statement.text.slice(at).trim()
  const shown = rest.length > EXCERPT ? `${rest.slice(0, EXCERPT)}…` : rest
  const lead = statement.text.length - at - statement.text.slice(at).trimStart().length
  return new SyntaxMistake(
    statement,
    {
      message: shown === '' ? 'The line ends too early' : `\`${shown}\` cannot be read here`,
      hint: `wanted is ${wanted}; a label with brackets or quotes goes into quotes: A["Text (more)"]`,
    },
    { at: at + lead, length: rest.length },
  )
}

function unclosed({ statement, at }: Cursor, close: string): SyntaxMistake {
  return new SyntaxMistake(
    statement,
    {
      message: `The label is not closed by \`${close}\``,
      hint: `close it, and put a label with brackets or quotes into quotes: A["Text (more)"]`,
    },
    { at, length: statement.text.length - at },
  )
}
