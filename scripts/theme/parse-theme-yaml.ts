/** A YAML file of a template set (`theme.yaml`, `words.yaml`) as plain data, with the place of every key for messages about it. */
import { type Document, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { type Span, unquotedColorAfter } from '../color/unquoted-color.ts'

export type ThemePlace = { readonly line: number; readonly column: number }

export type ThemeYaml = {
  /** A plain object, or null for an empty or unreadable file. */
  readonly data: unknown
  readonly mistakes: readonly { readonly message: string; readonly place: ThemePlace }[]
  placeOf(path: readonly string[]): ThemePlace | undefined
}

const known = new Map<string, ThemeYaml>()

/** A file that several sets extend, or several stages ask about, is read once. */
export function parseThemeYaml(source: string): ThemeYaml {
  const parsed = known.get(source) ?? parse(source)
  known.set(source, parsed)
  return parsed
}

function parse(source: string): ThemeYaml {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const placeAt = (offset: number): ThemePlace => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const colors = unquotedColors(document, source).map(({ start, end }) => ({
    message: `The colour \`${source.slice(start, end)}\` is not read, as \`#\` begins a comment in YAML: put it in quotes`,
    place: placeAt(start),
  }))
  const errors = document.errors.map((error) => ({
    message: `This is not YAML: ${error.message}`,
    place: placeAt(error.pos[0]),
  }))
  return {
    data: errors.length > 0 ? null : document.toJS(),
    // What such a colour breaks is its echo.
    mistakes: colors.length > 0 ? colors : errors,
    placeOf: (path) => {
      const node = document.getIn(path, true)
      return isNode(node) && node.range ? placeAt(node.range[0]) : undefined
    },
  }
}

/** `ink: #123456`; in brackets the comment has eaten what closes them, so that the file is no YAML at all. */
function unquotedColors(document: Document, source: string): readonly Span[] {
  const spans: Span[] = []
  visit(document, {
    Pair: (_, { key, value }) => {
      const isEmpty = value === null || (isScalar(value) && value.value === null)
      const keyEnd = isScalar(key) ? key.range?.[1] : undefined
      const span = isEmpty && keyEnd !== undefined && unquotedColorAfter(source, keyEnd)
      if (span) spans.push(span)
    },
  })
  return spans
}
