import type { Scalar } from 'yaml'

/**
 * Offset in a scalar's source of character `index` of its value. Exact for plain and quoted text;
 * in folded block text the line is exact.
 *
 * Walks both texts together by the rules of YAML 1.2.2, chapters 7 (flow scalars) and 8 (block scalars).
 */
export function alignedOffset(
  scalar: Scalar,
  source: string,
  value: string,
  index: number,
): number {
  if (scalar.type === 'BLOCK_LITERAL' || scalar.type === 'BLOCK_FOLDED')
    return alignBlock(source, value, index)
  if (scalar.type === 'QUOTE_DOUBLE') return alignFlow(source, value, { index, quote: '"' })
  if (scalar.type === 'QUOTE_SINGLE') return alignFlow(source, value, { index, quote: "'" })
  return alignFlow(source, value, { index, quote: '' })
}

function alignFlow(
  source: string,
  value: string,
  target: { readonly index: number; readonly quote: '"' | "'" | '' },
): number {
  let at = target.quote === '' ? 0 : 1
  let done = 0
  while (done < target.index && at < source.length) {
    const fold = foldLength(source, at)
    if (fold > 0) {
      const breaks = source.slice(at, at + fold).split('\n').length - 1
      done += Math.max(1, breaks - 1)
      at += fold
      continue
    }
    if (target.quote === '"' && source[at] === '\\') {
      const length = escapeLength(source, at)
      const isContinuation = source[at + 1] === '\n'
      if (!isContinuation) done += (value.codePointAt(done) ?? 0) > 0xffff && length > 6 ? 2 : 1
      at += length
      continue
    }
    at += target.quote === "'" && source.startsWith("''", at) ? 2 : 1
    done += 1
  }
  // A fold before the target belongs to the line before it.
  return at
}

/** Length of white space at `at` that holds a line break, else 0. */
function foldLength(source: string, at: number): number {
  let end = at
  let hasBreak = false
  while (end < source.length) {
    const character = source[end]
    if (character === '\n') hasBreak = true
    else if (character !== ' ' && character !== '\t') break
    end++
  }
  return hasBreak ? end - at : 0
}

function escapeLength(source: string, at: number): number {
  const kind = source[at + 1]
  if (kind === 'x') return 4
  if (kind === 'u') return 6
  if (kind === 'U') return 10
  if (kind === '\n') return 1 + foldLength(source, at + 1)
  return 2
}

function alignBlock(source: string, value: string, index: number): number {
  let at = source.indexOf('\n') + 1
  const indent = blockIndent(source.slice(at))
  let done = 0
  at = skipIndent(source, at, indent)
  while (done < index && at < source.length) {
    if (source[at] !== '\n') {
      at++
      done++
      continue
    }
    let breaks = 0
    while (source[at] === '\n') {
      at = skipIndent(source, at + 1, indent)
      breaks++
    }
    for (let i = 0; i < breaks && (value[done] === '\n' || value[done] === ' '); i++) done++
  }
  return at
}

function blockIndent(lines: string): number {
  const first = lines.split('\n').find((line) => line.trim() !== '')
  return first === undefined ? 0 : first.length - first.trimStart().length
}

function skipIndent(source: string, at: number, indent: number): number {
  let end = at
  while (end < at + indent && source[end] === ' ') end++
  return end
}
