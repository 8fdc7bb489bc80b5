/** Whatever a file holds: a topic with the sections it wrote, or diagnostics; never an exception. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { reportHuman } from '../../scripts/diagnostics/report-human.ts'
import { inlineText } from '../../scripts/topic/inline-text.ts'
import { readFiles, topicText } from './one-topic.ts'
import type { ReadFolder } from './read-folder.ts'

const CORPORA = join(import.meta.dirname, '../../../shared/corpora')

function codes(text: string | Uint8Array): readonly string[] {
  return readFiles({ 'a.md': text }).diagnostics.map(({ code }) => code)
}

describe('language tags of front matter never run', () => {
  const canary = join(mkdtempSync(join(tmpdir(), 'lectern-canary-')), 'ran')
  const tags = [
    'js',
    'JS',
    ' js',
    '  js',
    '\tjs',
    'js ',
    'Js',
    'javascript',
    'JavaScript',
    ' javascript ',
    'coffee',
    'coffeescript',
    'cson',
    'json',
    'JSON',
    ' json',
    'toml',
    'yml',
    'YAML',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'js yaml',
    'yaml js',
    'js\u00a0',
    '\u200bjs',
    'ts',
    'eval',
    '#js',
    'js # yaml',
  ]
  it.each(tags)('---%s', (tag) => {
    const code = `{ title: (require('node:fs').writeFileSync(${JSON.stringify(canary)}, ''), 'x') }`
    for (const eol of ['\n', '\r\n'])
      for (const mark of ['', '\ufeff']) {
        const found = codes(`${mark}---${tag}${eol}${code}${eol}---${eol}`)
        expect(found).toContain('front-matter-language')
      }
    expect(existsSync(canary)).toBe(false)
  })
})

it.each([
  [
    'aliases that multiply',
    `a0: &a0 [x, x]\n${Array.from({ length: 9 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]`).join('\n')}`,
  ],
  ['a circle of aliases', 'a: &a [*a]'],
  ['20,000 brackets', `title: ${'['.repeat(20_000)}`],
  ['15,000 braces', `title: ${'{a: '.repeat(15_000)}`],
  ['20,000 dashes', `title:\n${'- '.repeat(20_000)}x`],
  ['deep block nesting', Array.from({ length: 150 }, (_, i) => `${' '.repeat(i)}k:`).join('\n')],
  ['a merge key', '<<: { title: x }'],
  ['a second document', 'title: a\n...\ntitle: b'],
  ['a directive', '%YAML 1.1'],
])('refuses %s', (_, front) => {
  expect(codes(`---\n${front}\n---\n`).length).toBeGreaterThan(0)
})

it('no key reaches a prototype', () => {
  for (const key of [
    '__proto__',
    'constructor',
    'prototype',
    '"__proto__"',
    'toString',
    'hasOwnProperty',
    'valueOf',
  ]) {
    codes(
      topicText(
        `${key}: { polluted: yes }\nfacts: { ${key}: { label: a, value: 1 } }\nsections: [{ title: One, points: ["{toString} {constructor} [@valueOf]"] }]`,
      ),
    )
    codes(
      topicText(
        `glossary: { ${key}: x }\nbrand: { ${key}: x }\nsections: [{ title: One, points: [{ ${key}: [a] }] }]`,
      ),
    )
  }
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  expect('polluted' in {}).toBe(false)
})

function expectWhole(read: ReadFolder, sections: number, points: number): void {
  const [result] = read.results
  const report = reportHuman(read.diagnostics, read.texts, { isColored: true })
  expect(report).not.toMatch(/[\u0000-\u0009\u000b-\u001a\u001c-\u001f\u007f-\u009f\u202a-\u202e]/u)
  if (result?.topic === undefined) {
    expect(read.diagnostics.some(({ severity }) => severity === 'error')).toBe(true)
    return
  }
  expect(result.topic.sections).toHaveLength(sections)
  const shown = result.topic.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'points' ? block.items : [])),
  )
  expect(shown).toHaveLength(points)
}

const strings: readonly string[] = existsSync(CORPORA)
  ? JSON.parse(readFileSync(join(CORPORA, 'naughty-strings/blns.json'), 'utf8'))
  : []

describe.skipIf(strings.length === 0)(
  'naughty strings (skipped when ../shared is not there)',
  () => {
    it('quoted, at every place', () => {
      for (const string of strings) {
        const value = JSON.stringify(string)
        const front = `---
title: ${value}
sources: { s: { title: ${value} } }
sections:
  - id: one
    title: ${value}
    points: [${value}, [@s] second]
  - id: two
    title: Two
    points: [x]
    table: { columns: [${value}, b], rows: [[${value}, c]] }
---
`.replace('[@s] second', '"[@s] second"')
        expectWhole(readFiles({ 'a.md': `${front}## one\n${string}\n` }), 2, 3)
      }
    })

    it('unquoted, as somebody would type them', () => {
      for (const string of strings) {
        const text = `---\ntitle: ${string}\nsections:\n  - title: One\n    points:\n      - ${string}\n      - x\n---\n`
        expectWhole(readFiles({ 'a.md': text }), 1, 2)
      }
    })

    it('text that every font has comes through unchanged', () => {
      const plain = strings.filter((string) => /^[ -~]+$/u.test(string) && !/[\\{[*]/u.test(string))
      expect(plain.length).toBeGreaterThan(100)
      for (const string of plain) {
        const { results } = readFiles({
          'a.md': `---\ntitle: ${JSON.stringify(string)}\nsections: [{ title: One, points: [a] }]\n---\n`,
        })
        const topic = results[0]?.topic
        if (topic !== undefined)
          expect(inlineText(topic.title)).toBe(string.trim().replace(/ +/gu, ' '))
      }
    })
  },
)

const SUITE = join(CORPORA, 'yaml-test-suite/src')

describe.skipIf(!existsSync(SUITE))('yaml-test-suite (skipped when ../shared is not there)', () => {
  it('no case throws as front matter or as defaults', () => {
    let count = 0
    for (const name of readdirSync(SUITE)) {
      for (const test of parse(readFileSync(join(SUITE, name), 'utf8'))) {
        const yaml = String(test.yaml ?? '')
          .replace(/␣/gu, ' ')
          .replace(/—*»/gu, '\t')
          .replace(/←/gu, '\r')
          .replace(/⇔/gu, '\ufeff')
          .replace(/↵/gu, '')
          .replace(/∎\n$/u, '')
        const read = readFiles({
          'a.md': `---\n${yaml}\n---\n`,
          '_defaults.yaml': yaml,
          '_facts.yaml': yaml,
        })
        expect(read.diagnostics.length).toBeGreaterThan(0)
        count++
      }
    }
    expect(count).toBeGreaterThan(300)
  })
})

it('random bytes are refused or read, never thrown at', () => {
  let seed = 1
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return seed
  }
  const base = Buffer.from(
    topicText(
      'facts: { a: { label: "A: b", value: [1, 2], unit: "%" } }\nsections:\n  - title: One\n    points:\n      - "{a} **b** [@c]"\n      - x:\n          - y',
      '## One\nnotes\n',
    ),
  )
  const folder = mkdtempSync(join(tmpdir(), 'lectern-random-'))
  for (let round = 0; round < 1500; round++) {
    const bytes = Buffer.from(base)
    for (let i = 0; i < 1 + (random() % 4); i++) {
      const signs = '\n\t -:[]{}"\'|>&*!#%@`,?\\'
      bytes[random() % bytes.length] = signs.charCodeAt(random() % signs.length)
    }
    try {
      readFiles({ 'a.md': bytes })
    } catch (cause) {
      writeFileSync(join(folder, 'a.md'), bytes)
      throw new Error(`threw on ${join(folder, 'a.md')}`, { cause })
    }
  }
  rmSync(folder, { recursive: true })
})
