import { expect, it } from 'vitest'
import { codeFrame } from '../../scripts/diagnostics/code-frame.ts'
import { CODES } from '../../scripts/diagnostics/codes.ts'
import type { Diagnostic } from '../../scripts/diagnostics/diagnostic.ts'
import { nearest } from '../../scripts/diagnostics/nearest.ts'
import { REPORTERS } from '../../scripts/diagnostics/report.ts'

const FOUND: Diagnostic = {
  severity: 'error',
  code: 'unquoted-colon',
  message: 'The title holds a colon',
  file: 'content/a,b:c.md',
  place: { line: 2, column: 8, endColumn: 10 },
  hint: '100 % quotes',
}
const SOURCES = new Map([[FOUND.file, '---\ntitle: भारत: एक\n']])
const PLAIN = { isColored: false }

it('human: head, line with caret, hint', () => {
  expect(REPORTERS.human([FOUND], SOURCES, PLAIN)).toBe(
    [
      'content/a,b:c.md:2:8: error[unquoted-colon]: The title holds a colon',
      '  2 | title: भारत: एक',
      '    |        ^',
      '  fix: 100 % quotes',
    ].join('\n'),
  )
})

it('short: one line each', () => {
  expect(
    REPORTERS.short([FOUND, { ...FOUND, severity: 'warning' }], SOURCES, PLAIN).split('\n'),
  ).toEqual([
    'content/a,b:c.md:2:8: error[unquoted-colon]: The title holds a colon',
    'content/a,b:c.md:2:8: warning[unquoted-colon]: The title holds a colon',
  ])
})

it('json: an array that a program can read', () => {
  expect(JSON.parse(REPORTERS.json([FOUND], SOURCES, PLAIN))).toEqual([
    {
      file: 'content/a,b:c.md',
      line: 2,
      column: 8,
      endColumn: 10,
      severity: 'error',
      code: 'unquoted-colon',
      message: 'The title holds a colon',
      hint: '100 % quotes',
      isFixable: false,
    },
  ])
})

it('github: escapes what ends a property or a line', () => {
  expect(REPORTERS.github([FOUND], SOURCES, PLAIN)).toBe(
    '::error file=content/a%2Cb%3Ac.md,line=2,col=8,endColumn=10,title=unquoted-colon::The title holds a colon (fix: 100 %25 quotes)',
  )
})

it('no report lets a name steer the terminal', () => {
  const evil = '\u001b]0;x\u0007\u009b31m\u202ea\r\nb\u2028'
  const found = { ...FOUND, file: evil, message: evil, hint: evil }
  for (const report of Object.values(REPORTERS)) {
    const text = report([found], new Map([[evil, `${evil}\n${evil}`]]), PLAIN)
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028]/u)
  }
})

it('colours only when asked', () => {
  expect(REPORTERS.human([FOUND], SOURCES, { isColored: true })).toContain('\u001b[31m')
})

it.each([
  ['title: भारत: एक', { line: 1, column: 12 }, '           ^', 10],
  ['title: 中国 x', { line: 1, column: 11 }, '     ^', 12],
  ['a e\u0301 {x}', { line: 1, column: 6, endColumn: 9 }, '^^^', 4],
  ['\t- a', { line: 1, column: 2 }, '^', 1],
])('puts the caret under the place in %j', (line, place, _, column) => {
  const [shown = '', caret = ''] = codeFrame(line, place)?.split('\n') ?? []
  expect(shown.indexOf('|')).toBe(caret.indexOf('|'))
  expect(caret.indexOf('^') - caret.indexOf('|') - 2).toBe(column)
})

it('shows a window of a long line', () => {
  const frame =
    codeFrame(`${'x'.repeat(5000)}!${'y'.repeat(5000)}`, { line: 1, column: 5001 }) ?? ''
  const [shown = '', caret = ''] = frame.split('\n')
  expect(shown.length).toBeLessThan(120)
  expect(shown[caret.indexOf('^')]).toBe('!')
})

it('has no frame for a line that is not there', () => {
  expect(codeFrame('one', { line: 2, column: 1 })).toBeUndefined()
})

it('codes are kebab-case and described', () => {
  for (const [code, { what }] of Object.entries(CODES)) {
    expect(code).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
    expect(what).toMatch(/^[A-Z`].*[^.]$/u)
  }
})

it('guesses near words only', () => {
  expect(nearest('titel', ['title', 'subtitle'])).toBe('title')
  expect(nearest('zzz', ['title'])).toBeUndefined()
})
