/** A Mermaid source as statements: comments, directives and a front matter of its own taken out. */
import type { Statement } from './diagram-mistake.ts'
import { labelText } from './label-text.ts'

export type DiagramSource = {
  readonly statements: readonly Statement[]
  /** Of its own front matter. */
  readonly title: Statement | undefined
  /** `accDescr`, or else `accTitle`: the diagram in words. */
  readonly description: string
  /** `%%{init: …}%%` and the other keys of the front matter: settings of Mermaid's own page. */
  readonly settings: readonly Statement[]
}

const DIRECTIVE = /%%\{[\s\S]*?\}%%/gu
const DESCRIPTION = /^[ \t]*acc(Title|Descr)(?:[ \t]*:[ \t]*(.*)|\s*\{([^}]*)\})[ \t;]*$/gmu
const MATTER = /^\s*---[ \t]*\n([\s\S]*?)\n?[ \t]*---[ \t]*(?=\n|$)/u

export function readSource(source: string): DiagramSource {
  const settings: Statement[] = []
  let title: Statement | undefined
  let rest = source.replace(MATTER, (whole, matter: string) => {
    for (const key of statementsIn(matter, whole.indexOf(matter)).filter(isOutermost(source)))
      if (key.text.startsWith('title:')) title = titleIn(key)
      else settings.push(key)
    return blank(whole)
  })
  rest = rest.replace(DIRECTIVE, (text, start: number) => {
    settings.push({ text, start })
    return blank(text)
  })
  const said = { Title: '', Descr: '' }
  rest = rest.replace(
    DESCRIPTION,
    (whole, kind: 'Title' | 'Descr', line?: string, block?: string) => {
      said[kind] = labelText(line ?? block ?? '').replaceAll('\n', ' ')
      return blank(whole)
    },
  )
  return {
    statements: statementsIn(rest, 0),
    title,
    description: said.Descr || said.Title,
    settings,
  }
}

/** Places in what is left are places in the source. */
function blank(text: string): string {
  return text.replace(/[^\n]/gu, ' ')
}

function isOutermost(source: string): (statement: Statement) => boolean {
  return ({ text, start }) =>
    /^[\w-]+:/u.test(text) && (start === 0 || /^[ \t]{0,1}$/u.test(lineBefore(source, start)))
}

function lineBefore(source: string, at: number): string {
  return source.slice(source.lastIndexOf('\n', at - 1) + 1, at)
}

function titleIn({ text, start }: Statement): Statement {
  const value = text.replace(/^title:\s*/u, '').replace(/^(["'])(.*)\1$/u, '$2')
  return { text: value, start }
}

function statementsIn(source: string, offset: number): readonly Statement[] {
  const statements: Statement[] = []
  const lines = source.split('\n')
  let start = offset
  for (let at = 0; at < lines.length; at++) {
    let line = withoutComment(lines[at] ?? '')
    let length = (lines[at] ?? '').length + 1
    const further = isFlow(statements[0]) ? countFurther(lines, at) : 0
    for (let more = 0; more < further; more++) {
      at += 1
      length += (lines[at] ?? '').length + 1
      line += `\n${lines[at]}`
    }
    const text = line.trim()
    if (text !== '') statements.push(...parted(text, start + line.indexOf(text)))
    start += length
  }
  return statements
}

function isFlow(header: Statement | undefined): boolean {
  return /^(?:graph|flowchart)\b/iu.test(header?.text ?? '')
}

/** A label in quotes and the braces of `A@{ … }` may go on for so many lines. */
const MOST_FURTHER = 12

function countFurther(lines: readonly string[], at: number): number {
  let text = withoutComment(lines[at] ?? '')
  if (!isUnfinished(text)) return 0
  for (let further = 1; further <= MOST_FURTHER && at + further < lines.length; further++) {
    text += `\n${lines[at + further]}`
    if (!isUnfinished(text)) return further
  }
  return 0
}

function isUnfinished(text: string): boolean {
  return text.split('"').length % 2 === 0 || /@\{[^}]*$/u.test(text)
}

/** `%%` outside quotes, at the beginning of a line or after a space. */
function withoutComment(line: string): string {
  for (const { index } of line.matchAll(/(?<=^|\s)%%/gu))
    if (line.slice(0, index).split('"').length % 2 === 1) return line.slice(0, index).trimEnd()
  return line
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
