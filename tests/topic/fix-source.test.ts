import { expect, it } from 'vitest'
import { fixSource } from '../../scripts/topic/fix-source.ts'

const SECTIONS = 'sections:\n  - title: One\n    points: [a]\n'

function fix(text: string): string {
  const once = fixSource(Buffer.from(text))
  const twice = fixSource(once.bytes)
  expect(twice.fixes).toEqual([])
  expect(Buffer.from(twice.bytes)).toEqual(Buffer.from(once.bytes))
  return Buffer.from(once.bytes).toString('utf8')
}

function fixKeys(keys: string): string {
  const fixed = fix(`---\n${keys}${SECTIONS}---\nBody: stays “as” it is\n`)
  expect(fixed.endsWith(`${SECTIONS}---\nBody: stays “as” it is\n`)).toBe(true)
  return fixed.slice(4, fixed.indexOf(SECTIONS))
}

it.each([
  ['title: A: b\n', 'title: "A: b"\n'],
  ['title: A: b: c   # note\n', 'title: "A: b: c"   # note\n'],
  ['title: say "x": y\\z\n', 'title: "say \\"x\\": y\\\\z"\n'],
  ['title: A: b\n  runs on\n', 'title: "A: b\n  runs on"\n'],
  ['title: भारत: एक\n', 'title: "भारत: एक"\n'],
  ['title: “A: b”\n', 'title: "A: b"\n'],
  ['title: *starred* words\n', 'title: "*starred* words"\n'],
  ['title: @home\n', 'title: "@home"\n'],
  ['titel: A\n', 'title: A\n'],
  ['title: A\nsyllabus: [GS-II: x, GS-III]\n', 'title: A\nsyllabus: ["GS-II: x", GS-III]\n'],
  [
    'title: A\nbrand:\n  primary: #123456  # dark\n',
    'title: A\nbrand:\n  primary: "#123456"  # dark\n',
  ],
  [
    'title: A\nbrand: { name: x, primary: #12345a, accent: #abc }\n',
    'title: A\nbrand: { name: x, primary: "#12345a", accent: "#abc" }\n',
  ],
  ['title: A\nbrand: { nmae: x: y }\n', 'title: A\nbrand: { name: "x: y" }\n'],
])('%j becomes %j', (before, after) => {
  expect(fixKeys(before)).toBe(after)
})

it.each([
  'title: A\n',
  '# a comment: with colon\ntitle: A # and: this\n',
  'title: |\n  a: b\n   c: d\nsubtitle: x\n',
  'title: "A: b"\n',
  'title: A\ntitel: B\n',
])('leaves %j alone', (keys) => {
  expect(fixKeys(keys)).toBe(keys)
})

it('quotes points that hold a colon, and keeps points that have points', () => {
  const text =
    '---\ntitle: A\nsections:\n  - title: One\n    points:\n      - Aim: supply\n      - Aim: a: b\n      - Aims:\n          - x\n---\n'
  expect(fix(text)).toBe(
    text.replace('Aim: supply', '"Aim: supply"').replace('Aim: a: b', '"Aim: a: b"'),
  )
})

it('turns tabs into spaces', () => {
  const text = '---\ntitle: A\nsections:\n\t- title: One\n\t  points:\n\t\t- a\n---\n\tbody\n'
  expect(fix(text)).toBe(
    '---\ntitle: A\nsections:\n  - title: One\n    points:\n    - a\n---\n\tbody\n',
  )
})

it('removes byte order marks and foreign line ends', () => {
  const text = `---\ntitle: A\n${SECTIONS}---\n`
  expect(fix(`\ufeff\ufeff${text.replaceAll('\n', '\r\n')}`)).toBe(text)
  expect(fix(text.replaceAll('\n', '\r'))).toBe(text)
})

it('names each repair with its line', () => {
  const { fixes } = fixSource(Buffer.from(`---\ntitel: A: b\n${SECTIONS}---\n`))
  expect(fixes).toEqual([
    { line: 2, what: 'put the value in quotes' },
    { line: 2, what: 'changed the key `titel` to `title`' },
  ])
})

it('leaves what is not UTF-8 alone', () => {
  const bytes = Buffer.from([0x2d, 0x2d, 0x2d, 0x0a, 0xff, 0x0d, 0x0a])
  expect(fixSource(bytes)).toEqual({ bytes, fixes: [] })
})
