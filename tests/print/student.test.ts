/** The copy for students, as the program writes it and a student's reader, or a curious one, opens it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeProject, type Run, runLectern, topicText } from '../run-lectern.ts'
import { hasTool, readPdf } from '../typeset/pdf-text.ts'
import { squeeze, wordsInFile } from './pdf-words.ts'

const ENGLISH = topicText(
  'Salts of the earth',
  `sources:
  s: { title: On sylvinite, publisher: Press, url: "https://example.org/sylvinite-deposits" }
facts:
  f: { label: Sold, value: 3, unit: t, source: s }
sections:
  - id: one
    title: One
    minutes: 7
    points:
      - A bed ({f}) of sylvinite and **carnallite** is mined.[@s]
      - Carnallites dissolve.
  - id: two
    title: Two
    table: { columns: [What, Where], rows: [[Sylvinite, Here], [Other, There]] }
  - id: three
    title: Kieserite
    points: [Of kieserite]
glossary: { Sylvinite (SYV): A mixture of salts, Kieserite: A sulphate }
questions:
  - { ask: Which one?, options: [Gypsumone, Halitetwo], answer: B, because: Evaporatedfirst }
  - { ask: Discuss SYV., marks: 5 }`,
  '## One\n\nSecretlyspoken words.\n',
)

const HINDI = topicText(
  'धरती के लवण',
  `lang: hi
sections:
  - title: एक
    points: ["सिल्विनाइट और **कार्नेलाइट** का खनन", "सिल्विनाइटों की परत"]
glossary: { सिल्विनाइट: लवणों का मिश्रण }
questions:
  - { ask: कौन सा?, options: [जिप्समएक, हैलाइटदो], answer: B, because: वाष्पनसेबना }`,
  '## एक\n\nगुप्तबात।\n',
)

const hasPoppler = hasTool('pdftotext')

let project = ''
let run: Run | undefined

function pdfOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(project, 'out', path)))
}

beforeAll(async () => {
  project = makeProject({ 'content/en.md': ENGLISH, 'content/hi.md': HINDI })
  run = await runLectern(['build', '--to', 'handout', '--blanks'], { cwd: project })
}, 120_000)

it('is written beside the copy of the teacher, with its key', () => {
  expect(run?.err).toContain('no problems')
  expect(run?.code).toBe(0)
  for (const topic of ['en', 'hi'])
    for (const name of ['handout', 'handout-student', 'handout-key'])
      expect(existsSync(join(project, `out/${topic}/${name}.pdf`)), name).toBe(true)
})

describe('in the bytes of the student copy, unpacked,', () => {
  it.each([
    ['en', 'sylvinite', 'a term'],
    ['en', 'syv', 'its abbreviation'],
    ['en', 'carnallite', 'a bold word'],
    ['en', 'secretlyspoken', 'a note'],
    ['en', 'evaporatedfirst', 'a reason'],
    ['en', 'answer1', 'the heading of an answer'],
    ['hi', 'सिल्विनाइट', 'a term'],
    ['hi', 'कार्नेलाइट', 'a bold word'],
    ['hi', 'गुप्तबात', 'a note'],
    ['hi', 'वाष्पनसेबना', 'a reason'],
  ])('%s: no %s (%s)', async (topic, word) => {
    expect(await wordsInFile(pdfOf(`${topic}/handout-student.pdf`))).not.toContain(squeeze(word))
  })

  it('the same words are found in the copies for the teacher', async () => {
    const handout = await wordsInFile(pdfOf('en/handout.pdf'))
    for (const word of ['sylvinite', 'carnallite', 'evaporatedfirst', 'example.org/sylvinite'])
      expect(handout).toContain(word)
    const key = await wordsInFile(pdfOf('en/handout-key.pdf'))
    for (const word of ['sylvinite', 'carnallite', 'evaporatedfirst', 'halitetwo'])
      expect(key).toContain(word)
  })

  it.skipIf(!hasPoppler)('Hindi words are found in the copies for the teacher', async () => {
    expect(await wordsInFile(pdfOf('hi/handout.pdf'))).toContain('सिल्विनाइट')
    expect(await wordsInFile(pdfOf('hi/handout-key.pdf'))).toContain('वाष्पनसेबना')
  })

  it('the questions stand with all their options, and terms that headings show', async () => {
    const { text } = await readPdf(pdfOf('en/handout-student.pdf'))
    for (const words of ['Which one?', 'Gypsumone', 'Halitetwo', 'Kieserite', 'A mixture of salts'])
      expect(text).toContain(words)
  })
})

describe.each([
  ['en', 7],
  ['hi', 4],
])('the gaps of %s', (topic, count) => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1)

  it('are numbered in the order of reading', async () => {
    const { text } = await readPdf(pdfOf(`${topic}/handout-student.pdf`))
    expect([...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number))).toEqual(numbers)
  })

  it('stand in the key, each once', async () => {
    const { text } = await readPdf(pdfOf(`${topic}/handout-key.pdf`))
    const found = [...text.matchAll(/^(\d+) \S/gm)].map(([, number]) => Number(number))
    expect(found).toEqual(numbers)
  })
})

describe('which files are made', () => {
  const topic = topicText('A', 'glossary: { Potash: Salt }')

  it.each([
    [['--copy', 'student'], '', ['handout-student.pdf']],
    [['--copy', 'both'], '', ['handout-student.pdf', 'handout.pdf']],
    [['--copy', 'student', '--blanks'], '', ['handout-key.pdf', 'handout-student.pdf']],
    [[], 'handout: { copy: student, blanks: true }', ['handout-key.pdf', 'handout-student.pdf']],
    [[], 'handout: { copy: student }', ['handout-student.pdf']],
    [['--copy', 'teacher'], 'handout: { blanks: true }', ['handout.pdf']],
  ])('%j with `%s`: %j', { timeout: 60_000 }, async (flags, defaults, expected) => {
    const cwd = makeProject({
      'content/a.md': topic,
      'content/_defaults.yaml': `lang: en\n${defaults}\n`,
    })
    const { code, out, err } = await runLectern(['build', '--to', 'handout', ...flags], { cwd })
    expect(err).toContain('no problems')
    expect(code).toBe(0)
    const made = out.match(/handout[a-z-]*\.pdf/g) ?? []
    expect([...made].sort()).toEqual(expected)
  })

  it('refuses blanks for a teacher', async () => {
    const cwd = makeProject({ 'content/a.md': topic })
    const args = ['build', '--to', 'handout', '--blanks', '--copy', 'teacher']
    const { code, err } = await runLectern(args, { cwd })
    expect(code).toBe(2)
    expect(err).toContain('`--blanks` is for the student copy')
  })
})

it('warns with a hint of a topic that has no term to blank', { timeout: 60_000 }, async () => {
  const cwd = makeProject({ 'content/a.md': topicText('A') })
  const args = ['build', '--to', 'handout', '--copy', 'student', '--blanks', '--json']
  const { code, out } = await runLectern(args, { cwd })
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly Record<string, string>[] }
  expect(code).toBe(0)
  expect(diagnostics).toEqual([
    expect.objectContaining({ code: 'no-blanks', file: 'content/a.md', hint: expect.anything() }),
  ])
  expect(existsSync(join(cwd, 'out/a/handout-student.pdf'))).toBe(true)
  expect(existsSync(join(cwd, 'out/a/handout-key.pdf'))).toBe(false)
})
