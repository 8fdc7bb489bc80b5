/** Nodes and links of a flow chart, read at a cursor. */
import type { EdgeLine, EdgeMark, GraphEdge, NodeShape } from './diagram.ts'
import { type Statement, SyntaxMistake } from './diagram-mistake.ts'
import { BRACKETS, shapeNamed } from './flow-shapes.ts'
import { labelText } from './label-text.ts'

export type Cursor = { readonly statement: Statement; at: number }

export type FlowNode = {
  readonly id: string
  /** Undefined where the node is only mentioned. */
  readonly shape: NodeShape | undefined
  readonly label: string | undefined
  readonly isStressed: boolean
}

export type FlowLink = Pick<GraphEdge, 'label' | 'line' | 'fromMark' | 'toMark'>

/** Letters of any script and most signs; a hyphen inside, but not where a link may begin. */
const SIGNS = "\\p{L}\\p{M}\\p{N}_.!#$%'*+?`\\\\/"
const ID = new RegExp(`^\\s*([${SIGNS}]+(?:(?:-(?![-.>)])|=(?!=))[${SIGNS}]+)*)`, 'u')

export function readNode(cursor: Cursor): FlowNode {
  const { statement } = cursor
  const found = ID.exec(statement.text.slice(cursor.at))
  if (found?.[1] === undefined) throw unexpected(cursor, 'a name such as `A` or `A[Text]`')
  cursor.at += found[0].length
  const id = found[1]
  const shaped = readAttributes(cursor) ?? readShape(cursor)
  const isStressed = takeStyle(cursor)
  const later = shaped ?? readAttributes(cursor)
  return { id, shape: later?.shape, label: later?.label, isStressed }
}

type Shaped = {
  readonly shape: NodeShape | undefined
  readonly label: string | undefined
}

/** Longer openings first: `A[(text` may be a box whose label begins with a bracket. */
function readShape(cursor: Cursor): Shaped | undefined {
  const rest = cursor.statement.text.slice(cursor.at)
  const openings = BRACKETS.filter(([open]) => rest.startsWith(open))
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

/** `@{ shape: diamond, label: "Text" }`; `icon` and `img` come with a label and no shape. */
function readAttributes(cursor: Cursor): Shaped | undefined {
  const { statement, at } = cursor
  const found = /^@\{((?:"[^"]*"|[^"}])*)\}/u.exec(statement.text.slice(at))
  if (found?.[1] === undefined) return undefined
  cursor.at += found[0].length
  const name = /(?:^|[\s,])shape\s*:\s*"?([\w-]+)/u.exec(found[1])?.[1]
  const label = /(?:^|[\s,])label\s*:\s*("[^"]*"|[^,\n]+)/u.exec(found[1])?.[1]
  const shape = name === undefined ? undefined : shapeNamed(name)
  if (name !== undefined && shape === undefined) throw unknownShape(cursor, name, at)
  if (shape === undefined && label === undefined) return undefined
  return { shape, label: label === undefined ? undefined : labelText(label) }
}

function unknownShape({ statement }: Cursor, name: string, from: number): SyntaxMistake {
  return new SyntaxMistake(
    statement,
    {
      message: `There is no shape \`${name.slice(0, 24)}\``,
      hint: 'write one such as `rect`, `rounded`, `stadium`, `diam`, `circle`, `cyl`, `hex` or `doc`',
    },
    { at: statement.text.indexOf(name, from), length: name.length },
  )
}

function takeStyle(cursor: Cursor): boolean {
  const found = /^:::[\p{L}\p{N}_,-]+/u.exec(cursor.statement.text.slice(cursor.at))
  cursor.at += found?.[0].length ?? 0
  return found !== null
}

const MARKS: Readonly<Record<string, EdgeMark>> = {
  '<': 'arrow',
  '>': 'arrow',
  x: 'cross',
  o: 'circle',
}

/** `e1@-->`: a name for the line, that only looks refer to. */
const NAME_OF_LINK = '(?:[\\p{L}\\p{N}_-]+@)?'
/** An `x` or `o` belongs to the line also where a word begins with it, as in Mermaid: `A---oB` ends in a circle, `A--of-->B` does not. */
const START = `^\\s*${NAME_OF_LINK}(<|[xo](?=--|==|-\\.))?`
const LINK = new RegExp(
  `${START}(--+(?:[->]|[xo](?!\\p{L}[\\p{L}\\p{N}]*--))|-?\\.+-[xo>]?|==+[=xo>]|~~~+)\\s*(?:\\|("[^"]*"|[^|]*)\\|)?`,
  'u',
)
const LABELLED = new RegExp(
  `${START}(?:--|==|-\\.)\\s*("[^"]*"|[^"]+?)\\s*(--+[-xo>]|\\.+-[xo>]?|==+[=xo>])`,
  'u',
)

export function readLink(cursor: Cursor): FlowLink {
  const rest = cursor.statement.text.slice(cursor.at)
  const plain = LINK.exec(rest)
  const found = plain ?? LABELLED.exec(rest)
  if (found === null)
    throw unexpected(cursor, 'a link such as `-->`, `---`, `-.->`, `==>` or `-->|label|`')
  cursor.at += found[0].length
  const [, before = '', second = '', third = ''] = found
  const [line, label] = plain === null ? [third, second] : [second, third]
  return {
    label: labelText(label),
    line: lineOf(line),
    fromMark: MARKS[before] ?? 'none',
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
