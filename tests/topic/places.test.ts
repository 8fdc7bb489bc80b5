import { expect, it } from 'vitest'
import { readFiles } from './one-topic.ts'

/** The text that the place of each diagnostic covers, cut out of the file. */
function marked(front: string): readonly string[] {
  const text = `---\n${front}\n---\n`
  const { diagnostics } = readFiles({ 'a.md': text })
  return diagnostics.map(({ code, place }) => {
    const line = [...(text.split('\n')[(place?.line ?? 0) - 1] ?? '')]
    const start = (place?.column ?? 0) - 1
    return `${code} ${place?.line}: ${line.slice(start, (place?.endColumn ?? start + 2) - 1).join('')}`
  })
}

function inPoint(value: string): readonly string[] {
  return marked(`title: T\nsections:\n  - title: One\n    points:\n      - ${value}`)
}

it.each([
  ['plain {nix} text', 'unknown-fact 6: {nix}'],
  ['भारत ने {कुछ} खरीदा', 'unknown-fact 6: {कुछ}'],
  ['😀? {nix}', 'unknown-fact 6: {nix}'],
  ['"double \\u2014 \\"q\\" \\x41 {nix}"', 'unknown-fact 6: {nix}'],
  ["'single '' {nix}'", 'unknown-fact 6: {nix}'],
  ['text [@none; @nope]', 'unknown-source 6: @none|unknown-source 6: @nope'],
  ['over\n        two {nix} lines', 'unknown-fact 7: {nix}'],
  ['"over\n\n        three {nix} lines"', 'unknown-fact 8: {nix}'],
  ['|\n        literal\n        {nix} here', 'unknown-fact 8: {nix}'],
  ['>\n        folded\n        text\n\n        {nix} here', 'unknown-fact 10: {nix}'],
  ['key {nix}:\n          - child {nux}', 'unknown-fact 6: {nix}|unknown-fact 7: {nux}'],
  ['[a](javascript:x)', ''],
])('marks the words meant in %j', (value, expected) => {
  const shown = inPoint(value).filter((mark) => /unknown-(?:fact|source)/u.test(mark))
  expect(shown.join('|')).toBe(expected)
})

it('marks the key for a problem of the key, the value for a problem of the value', () => {
  expect(marked('title: T\nsections:\n  - titel: One\n    minutes: many\n    points: [a]')).toEqual(
    ['unknown-key 4: titel', 'wrong-type 5: many'],
  )
})

it('counts characters, not bytes or halves of surrogate pairs', () => {
  const { diagnostics } = readFiles({
    'a.md': '---\ntitle: "😀𝒳 {nix}"\nsections: [{ title: One, points: [a] }]\n---\n',
  })
  expect(diagnostics.find(({ code }) => code === 'unknown-fact')?.place).toEqual({
    line: 2,
    column: 12,
    endColumn: 17,
  })
})

it('is not moved by a byte order mark or by CRLF', () => {
  const { diagnostics } = readFiles({
    'a.md': '\ufeff---\r\ntitle: a {nix}\r\nsections: [{ title: One, points: [a] }]\r\n---\r\n',
  })
  expect(diagnostics.map(({ code, place }) => [code, place?.line, place?.column])).toEqual([
    ['bom', 1, 1],
    ['unknown-fact', 2, 10],
  ])
})
