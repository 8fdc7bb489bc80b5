/** Hindi that copies: what three readers extract is what went in, word for word. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, rootDir, runLectern } from '../run-lectern.ts'
import { hasHindiWords, readHindiWords } from './hindi-list.ts'
import { hasTool, wordsOf } from './pdf-text.ts'
import { READERS, setWords, wordsIn } from './set-hindi-words.ts'

/** Joiners, Vedic signs, digits, letters with nukta both ways, doubled and lone signs, and other scripts. */
const UNUSUAL = [
  ...['क्\u200dष', 'र्\u200dय', 'क्\u200cष', 'क्\u200d', 'अ॒ग्निमी॑ळे', 'पु॒रोहि॑तं', 'अ\u1cda', 'क\u1cd0'],
  ...[
    '१२३४५',
    '\u0958',
    'क\u093c',
    '\u095c',
    'फ\u093c',
    'कोो',
    'किि',
    'कुु',
    '\u0941\u0902',
    '्या',
    'ॐ',
    'ऱ्',
  ],
  ...['CSIR-IMMTका', '(2024में)', '₹1,200', '25°C', '½', 'm²', 'CO₂', 'αβγ', '→', '≥', '∑'],
  ...['x\u0302', 'q\u0323\u0301', 'n\u0303', 'Ünïcödé'],
]

describe
  .skipIf(!hasHindiWords() || !hasTool('pdftotext') || !hasTool('mutool'))
  .each([400, 700] as const)('of the 15,990 words of hunspell-hi in weight %i', (weight) => {
  const words = readHindiWords()
  const pdf = setWords(words, weight)

  it.each(Object.entries(READERS))('%s extracts none wrongly', async (_, read) => {
    expect(wordsIn(await read(await pdf))).toEqual(wordsIn(words.join(' ')))
  })
})

describe.skipIf(!hasTool('pdftotext') || !hasTool('mutool'))('of unusual words', () => {
  const pdf = setWords(UNUSUAL, 400)

  it.each(Object.entries(READERS))('%s extracts none wrongly', async (_, read) => {
    const extracted = (await read(await pdf)).normalize('NFC').split(/\s+/u)
    expect(extracted.filter((word) => word !== '')).toEqual(
      UNUSUAL.map((word) => word.normalize('NFC')),
    )
  })
})

describe.skipIf(!hasTool('pdftotext') || !hasTool('mutool'))(
  'the Hindi topic, as built',
  async () => {
    const slug = 'india-russia-strategic-partnership.hi'
    const out = makeFolder()
    const topic = join(rootDir, 'content', `${slug}.md`)
    const options = ['--cwd', rootDir, '--to', 'brief', '-o', out]
    const { code, err } = await runLectern(['build', topic, ...options])
    if (code !== 0) throw new Error(err)
    const pdf = new Uint8Array(readFileSync(join(out, slug, 'brief.pdf')))
    const inFileOrder = wordsOf(await READERS['pdf.js'](pdf)).map((word) => word.normalize('NFC'))

    it.each(['poppler, in the order of the file', 'MuPDF'] as const)(
      '%s and pdf.js extract the same words',
      async (name) => {
        const words = wordsOf(await READERS[name](pdf)).map((word) => word.normalize('NFC'))
        expect(words).toEqual(inFileOrder)
      },
    )

    it('has no Hindi word that neither the topic nor its template wrote', () => {
      const written = [
        topic,
        join(rootDir, 'content/_defaults.yaml'),
        join(rootDir, 'templates/lecture/words.yaml'),
        join(rootDir, 'scripts/topic/printed-date.ts'),
      ]
        .map((file) => readFileSync(file, 'utf8').normalize('NFC'))
        .join('\n')
      const hindi = inFileOrder.flatMap(
        (word) => word.match(/[\u0900-\u097f\u200c\u200d]+/gu) ?? [],
      )
      expect(hindi.length).toBeGreaterThan(200)
      expect(hindi.filter((word) => !written.includes(word))).toEqual([])
    })
  },
)
