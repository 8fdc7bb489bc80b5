/** Notes on paper, by the real browser: all of them, in order, nowhere over anything else. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeFolder, makeProject, runLectern, topicText } from '../../run-lectern.ts'
import { readSheets, type Sheet, type Word } from './read-sheets.ts'

const TIMEOUT = 120_000
/** Of the column of notes and of the sheet's body, in millimetres. */
const COLUMN = { left: 62, right: 196 }
const FOOT = 286

const many = (count: number, text: (index: number) => string, joint = '\n'): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(joint)

/** `w17` and so on; every tenth stressed, paragraphs of 97 words. */
const FIVE_THOUSAND = many(
  5000,
  (index) => {
    const word = index % 10 === 0 ? `**w${index}**` : `w${index}`
    return index % 97 === 96 ? `${word}.\n\n` : word
  },
  ' ',
)

const NOTES: Readonly<Record<string, string>> = {
  long: FIVE_THOUSAND,
  list: many(80, (index) => `${index + 1}. item${index} ${'with some more words '.repeat(5)}`),
  nested: many(
    60,
    (index) => `- outer${index} says much\n  - inner${index} says more\n    - deep${index}`,
  ),
  table: `| Year | Place | What |\n|---|---|---|\n${many(70, (index) => `| y${index} | Country | r${index} ${'of many words '.repeat(index % 7)}|`)}`,
  code: `\`\`\`\n${many(120, (index) => `${' '.repeat(index % 8)}line${index}(x) # ${'a remark '.repeat(index % 9)}`)}\n\`\`\``,
  bold: `**${many(900, (index) => `b${index}`, ' ')}**`,
  word: 'x'.repeat(9000),
  address: `https://example.org/${'a-long-path/'.repeat(300)}`,
  cell: `| A | B |\n|---|---|\n| short | ${many(1500, (index) => `c${index}`, ' ')} |`,
  wide: `|${' C |'.repeat(20)}\n|${'---|'.repeat(20)}\n|${many(20, (index) => ` v${index} |`, '')}`,
  formulas: many(
    60,
    (index) =>
      `Here f${index} is $x_{${index}} = \\frac{a}{b}$.\n\n$$\n\\int_0^1 x\\,dx = ${index}\n$$`,
    '\n\n',
  ),
  quotes: many(40, (index) => `> quote${index} ${'which is long '.repeat(9)}\n>\n> — Somebody\n`),
  odd: 'A $\\foo{x}$ and US$ 5, <b>raw</b> <script>alert(1)</script> &amp; &nbsp; ☃ “q” नमस्ते 漢字 a\u00adb\n\n<!-- x --> ![p](https://example.org/x.png)',
  headings: many(50, (index) => `### Head${index}\n\nBelow it.`, '\n\n'),
}

const HINDI_WORDS = 'भारत और रूस के बीच दुर्लभ मृदा खनिज व्यापार नीति'.split(' ')

const FILES = {
  'content/long.md': topicText(
    'Long notes',
    `date: 2025-08-08\nsections:\n${Object.keys(NOTES)
      .map((id) => `  - { id: ${id}, title: "Slide ${id}", points: [Point, Another] }`)
      .join('\n')}\n  - { id: silent, title: Slide silent, points: [Point] }\n`,
    Object.entries(NOTES)
      .map(([id, text]) => `## ${id}\n\n${text}\n`)
      .join('\n'),
  ),
  'content/hindi.md': topicText(
    'लंबी टिप्पणी',
    'lang: hi\nsections:\n  - { id: a, title: पहला, points: [एक, दो] }\n',
    `## a\n\n${many(60, () => `${many(90, (index) => HINDI_WORDS[index % 10] ?? '', ' ')}।`, '\n\n')}\n`,
  ),
}

const SIZES = ['16:9', '4:3'] as const

describe.each(SIZES)('notes under slides of %s', (size) => {
  const read: Record<string, readonly Sheet[]> = {}

  beforeAll(async () => {
    const project = makeProject(FILES)
    const out = makeFolder()
    const { code } = await runLectern(
      ['build', '--to', 'handout', '--layout', 'notes', '--size', size, '-o', out],
      { cwd: project },
    )
    expect(code).toBe(0)
    for (const slug of ['long', 'hindi'])
      read[slug] = await readSheets(new Uint8Array(readFileSync(join(out, slug, 'handout.pdf'))))
  }, TIMEOUT)

  /** The sheets of a slide: those that have its title beside. */
  const sheetsOf = (id: string): readonly Sheet[] =>
    (read['long'] ?? []).filter(({ words }) =>
      words.some(({ text, left }) => left < 56 && text.includes(`Slide ${id}`)),
    )

  const notesOf = (id: string): string =>
    sheetsOf(id)
      .map((sheet, index) =>
        notesIn(sheet, index === 0, size)
          .map(({ text }) => text)
          .join(' '),
      )
      .join(' ')

  const numbers = (text: string, letter: string): readonly number[] =>
    [...text.matchAll(new RegExp(`\\b${letter}(\\d+)\\b`, 'g'))].map(([, digits]) => Number(digits))

  const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n)

  it.each([
    ['long', 'w', 5000],
    ['list', 'item', 80],
    ['nested', 'outer', 60],
    ['nested', 'inner', 60],
    ['nested', 'deep', 60],
    ['table', 'y', 70],
    ['table', 'r', 70],
    ['code', 'line', 120],
    ['bold', 'b', 900],
    ['cell', 'c', 1500],
    ['wide', 'v', 20],
    ['formulas', 'f', 60],
    ['quotes', 'quote', 40],
    ['headings', 'Head', 50],
  ] as const)('prints all of %s: %s 0 to %i, in order, once', (id, letter, count) => {
    expect(numbers(notesOf(id), letter)).toEqual(upTo(count))
  })

  it('breaks a word and an address that no line could hold', () => {
    expect(notesOf('word').replaceAll(' ', '')).toContain('x'.repeat(9000))
    expect(notesOf('address').match(/a-\s?long-\s?path\//g)).toHaveLength(300)
  })

  it('goes on counting on a further page', () => {
    expect(numbers(notesOf('list').replace(/(\d+)\. item/g, 'n$1 '), 'n')).toEqual(
      upTo(80).map((index) => index + 1),
    )
  })

  it('repeats the head of a table on each of its pages', () => {
    const pages = sheetsOf('table')
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) expect(page.text.match(/Year Place What/g)).toHaveLength(1)
  })

  it('shows tags and broken formulas as they were written, and no picture from elsewhere', () => {
    const text = notesOf('odd')
    expect(text).toContain('<b>raw</b> <script>alert(1)</script>')
    expect(text).toContain('$\\foo{x}$ and US$ 5')
    for (const { pictureCount } of sheetsOf('odd')) expect(pictureCount).toBe(0)
  })

  it('repeats number and title on further pages, and says that they go on', () => {
    const [first, ...further] = sheetsOf('long')
    expect(first?.text).not.toContain('continued')
    expect(further.length).toBeGreaterThan(5)
    for (const { words } of further) {
      const beside = words.filter(({ left, baseline }) => left < 56 && baseline > 22)
      expect(beside.map(({ text }) => text).join(' ')).toBe('2 Slide long continued')
    }
  })

  it('rules what has no notes', () => {
    const [silent] = sheetsOf('silent')
    expect(silent?.rules.filter(({ left }) => left > 61).length).toBeGreaterThan(14)
  })

  it.each(['long', 'hindi'])('keeps the notes of %s in their column, above the foot', (slug) => {
    for (const sheet of read[slug] ?? [])
      for (const { left, right, baseline } of sheet.words.filter(isNote)) {
        expect(left).toBeGreaterThan(COLUMN.left - 5)
        expect(right).toBeLessThan(COLUMN.right + 0.3)
        expect(baseline).toBeLessThan(FOOT)
      }
  })

  it.each(['long', 'hindi'])('sets no line of %s over another', (slug) => {
    for (const sheet of read[slug] ?? []) {
      const notes = sheet.words.filter(isText)
      const lines = [...new Set(notes.map(({ baseline }) => Math.round(baseline * 10) / 10))].sort(
        (a, b) => a - b,
      )
      for (const [index, line] of lines.slice(1).entries()) {
        const gap = line - (lines[index] ?? 0)
        // Words of one line differ by what rounding leaves.
        if (gap > 0.3) expect(gap).toBeGreaterThan(3.2)
      }
    }
  })

  it('rules no line through notes', () => {
    for (const { words, rules } of read['long'] ?? []) {
      const lowest = Math.max(0, ...words.filter(isNote).map(({ baseline }) => baseline))
      const writing = rules.filter(({ left, right }) => left > 61 && right - left > 130)
      for (const { top } of writing) if (top > FOOT - 40) expect(top).toBeGreaterThan(lowest + 4)
    }
  })

  it('prints sixty paragraphs in Hindi', () => {
    const text = (read['hindi'] ?? []).map((sheet) => sheet.text).join(' ')
    expect(text.match(/।/g)).toHaveLength(60)
    expect(read['hindi']?.length).toBeGreaterThan(8)
  })
})

/** Beside the slide's number and below the header. */
function isNote({ left, baseline }: Word): boolean {
  return left > 56 && baseline > 22
}

/** Of the size of running text: no formula, no small print of a slide. */
function isText(word: Word): boolean {
  return isNote(word) && Math.abs(word.sizePt - 10.5) < 0.1
}

function notesIn({ words }: Sheet, isFirst: boolean, size: '16:9' | '4:3'): readonly Word[] {
  const slideFoot = 27.5 + (size === '16:9' ? 75.4 : 100.5)
  const top = isFirst ? slideFoot : 22
  return words.filter((word) => isNote(word) && word.baseline > top)
}
