/** The mechanical repairs of `lectern check --fix`: what the reader reports as fixable, and nothing else. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { checkSchema } from './check-schema.ts'
import { FIXERS, type Fix, fixTabs } from './fix-line.ts'
import { splitFrontMatter } from './front-matter.ts'
import { parseYaml } from './parse-yaml.ts'
import { decodeSource } from './read-source.ts'
import { topicSchema } from './schema.ts'

export type FixedSource = {
  readonly bytes: Uint8Array
  /** 1-based line of each repair, in order. */
  readonly fixes: readonly Fix[]
}

/** Every round repairs one mistake a line, then looks again: one mistake often hides another. */
const MAX_ROUNDS = 50

/** Idempotent; every byte that is not part of a repair stays. Bytes that are not UTF-8 stay as they are. */
export function fixSource(bytes: Uint8Array): FixedSource {
  const { text, fixes } = fixBytes(bytes)
  const fixed = [...fixes]
  let current = text
  // A file with control characters or without text has nothing that could be repaired line by line.
  if (decodeSource(Buffer.from(text), '').text === undefined)
    return fixes.length === 0 ? { bytes, fixes } : { bytes: Buffer.from(text), fixes }
  const quoted = new Set<number>()
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const next = fixRound(current, quoted)
    if (next.fixes.length === 0) break
    current = next.text
    fixed.push(...next.fixes)
  }
  if (fixed.length === 0) return { bytes, fixes: [] }
  return { bytes: Buffer.from(current), fixes: fixed.toSorted((a, b) => a.line - b.line) }
}

function fixBytes(bytes: Uint8Array): { readonly text: string; readonly fixes: readonly Fix[] } {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  if (raw.includes('\ufffd') && !Buffer.from(raw).equals(bytes)) return { text: '', fixes: [] }
  const fixes: Fix[] = []
  const withoutBom = raw.replace(/^\ufeff+/u, '')
  if (withoutBom !== raw) fixes.push({ line: 1, what: 'removed the byte order mark' })
  const withLf = withoutBom.replace(/\r\n?/gu, '\n')
  if (withLf !== withoutBom) fixes.push({ line: 1, what: 'changed line ends to LF' })
  return { text: withLf, fixes }
}

function fixRound(
  text: string,
  quoted: Set<number>,
): { readonly text: string; readonly fixes: readonly Fix[] } {
  const lines = text.split('\n')
  const fixes: Fix[] = []
  const touched = new Set<number>()
  for (const diagnostic of fixableProblems(text)) {
    const line = diagnostic.place?.line
    if (line === undefined || touched.has(line)) continue
    touched.add(line)
    if (diagnostic.code === 'tab-indent') {
      fixes.push(...fixTabs(lines))
      break
    }
    const fix = FIXERS[diagnostic.code]?.({ lines, diagnostic, quoted })
    if (fix !== undefined) fixes.push(fix)
  }
  return { text: lines.join('\n'), fixes }
}

function fixableProblems(text: string): readonly Diagnostic[] {
  const split = splitFrontMatter(text, '')
  if ('code' in split) return []
  const found: Diagnostic[] = []
  const report = (diagnostic: Diagnostic) => found.push(diagnostic)
  const document = parseYaml(split.yaml, '', report)
  if (document !== undefined) checkSchema(topicSchema, document, report)
  return found.filter(({ isFixable }) => isFixable === true)
}
