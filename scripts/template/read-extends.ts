/** `extends:` of a theme.yaml: the name of the set that this one changes. */
import { isScalar, parseDocument } from 'yaml'

const known = new Map<string, string>()

/** Empty when the set stands alone, and when the file is not YAML, which is reported where it is read for its tokens. */
export function readExtends(source: string): string {
  if (!source.includes('extends')) return ''
  const name = known.get(source) ?? parseExtends(source)
  known.set(source, name)
  return name
}

function parseExtends(source: string): string {
  const document = parseDocument(source, { prettyErrors: false })
  if (document.errors.length > 0) return ''
  const node = document.get('extends', true)
  return isScalar(node) && typeof node.value === 'string' ? node.value : ''
}
