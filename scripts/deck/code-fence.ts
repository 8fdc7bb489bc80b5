/** A listing as Markdown: a fence, behind it the language, the lines to stress and the number of the first line. */
import type Token from 'markdown-it/lib/token.mjs'
import type { CodeBlock } from './slide.ts'

/** ```` ```python {2,5} start=13 ````: other tools read the language and pass over the rest. */
const INFO_RE = /^(\S*)(?:\s+\{([\d,]*)\})?(?:\s+start=(\d+))?/

export function readCode({ info, content }: Token): CodeBlock {
  const [, language = '', marked = '', start = '1'] = INFO_RE.exec(info.trim()) ?? []
  return {
    kind: 'code',
    language,
    start: Number(start),
    marked: marked === '' ? [] : marked.split(',').map(Number),
    lines: content.replace(/\n$/, '').split('\n'),
  }
}

export function writeCode({ language, start, marked, lines }: CodeBlock): string {
  const longest = Math.max(2, ...lines.map((line) => /^\s*(`+)/.exec(line)?.[1]?.length ?? 0))
  const fence = '`'.repeat(longest + 1)
  const words = [
    language,
    marked.length === 0 ? '' : `{${marked.join(',')}}`,
    start === 1 ? '' : `start=${start}`,
  ]
  const info = words.filter((word) => word !== '').join(' ')
  return [`${fence}${info}`, ...lines, fence].join('\n')
}
