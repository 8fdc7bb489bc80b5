/** A YAML file of a template set (`theme.yaml`, `words.yaml`) as plain data, with the place of every key for messages about it. */
import { isNode, LineCounter, parseDocument } from 'yaml'

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
  const mistakes = document.errors.map((error) => ({
    message: `This is not YAML: ${error.message}`,
    place: placeAt(error.pos[0]),
  }))
  return {
    data: mistakes.length > 0 ? null : document.toJS(),
    mistakes,
    placeOf: (path) => {
      const node = document.getIn(path, true)
      return isNode(node) && node.range ? placeAt(node.range[0]) : undefined
    },
  }
}
