/** A Mermaid source as statements: comments, directives and a front matter of its own left out. */
import type { Statement } from './diagram-mistake.ts'

export function statementsOf(source: string): readonly Statement[] {
  const statements: Statement[] = []
  let start = 0
  let hasMatter = false
  for (const line of source.split('\n')) {
    const text = line.trim()
    const isFence = /^-{3,}$/u.test(text)
    if (isFence && (hasMatter || statements.length === 0)) hasMatter = !hasMatter
    else if (!hasMatter && text !== '' && !text.startsWith('%%'))
      statements.push(...parted(text, start + line.indexOf(text)))
    start += line.length + 1
  }
  return statements
}

/** At semicolons outside quotes and brackets; `#quot;` is a character. */
function parted(text: string, start: number): readonly Statement[] {
  if (!text.includes(';')) return [{ text, start }]
  const parts: Statement[] = []
  let depth = 0
  let isQuoted = false
  let from = 0
  const push = (to: number): void => {
    const part = text.slice(from, to)
    const lead = part.length - part.trimStart().length
    if (part.trim() !== '') parts.push({ text: part.trim(), start: start + from + lead })
    from = to + 1
  }
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if ('[({'.includes(character)) depth++
    else if ('])}'.includes(character)) depth = Math.max(0, depth - 1)
    else if (character === ';' && depth === 0 && !isEntity(text, at)) push(at)
  }
  push(text.length)
  return parts
}

function isEntity(text: string, semicolon: number): boolean {
  return /[#&]\w{1,10}$/u.test(text.slice(Math.max(0, semicolon - 12), semicolon))
}
