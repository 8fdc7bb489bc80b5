/** Hindi that copies: what three readers extract is what went in, word for word. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { breakParagraph } from '../../scripts/typeset/break-paragraph.ts'
import { neverHyphenate } from '../../scripts/typeset/hyphenate.ts'
import type { Mark } from '../../scripts/typeset/mark.ts'
import { makeItems } from '../../scripts/typeset/paragraph-items.ts'
import { setLine } from '../../scripts/typeset/set-line.ts'
import { makeElement } from '../../scripts/typeset/structure.ts'
import { makeSpan } from '../../scripts/typeset/text-span.ts'
import { type PdfPage, writePdf } from '../../scripts/typeset/write-pdf.ts'
import { makeFolder, rootDir, runLectern } from '../run-lectern.ts'
import { hasHindiWords, readHindiWords } from './hindi-list.ts'
import { hasTool, readPdf, runTool, wordsOf } from './pdf-text.ts'

const [WIDTH_PT, HEIGHT_PT, MARGIN_PT] = [595, 842, 42]
const [SIZE_PT, LEADING_PT] = [10, 15.5]
const LINES_PER_PAGE = 48
const WORDS_PER_PARAGRAPH = 250
const TAG = makeElement('P', undefined)

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

const READERS = {
  poppler: async (pdf: Uint8Array) => runTool('pdftotext', ['FILE', '-'], pdf) ?? '',
  'poppler, in the order of the file': async (pdf: Uint8Array) =>
    runTool('pdftotext', ['-raw', 'FILE', '-'], pdf) ?? '',
  MuPDF: async (pdf: Uint8Array) =>
    runTool('mutool', ['draw', '-q', '-F', 'txt', 'FILE'], pdf) ?? '',
  'pdf.js': async (pdf: Uint8Array) => (await readPdf(pdf)).text,
}

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
        ...['lecture', 'coaching'].map((set) => join(rootDir, 'templates', set, 'words.yaml')),
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

/** One entry of the list begins with a sign, which pdf.js joins to whatever stands before it on the line. */
function wordsIn(text: string): readonly string[] {
  const joined = text.normalize('NFC').replace(/\s+(?=\p{M})/gu, '')
  return joined.split(/\s+/u).filter((word) => word !== '')
}

/** The words as justified paragraphs on as many pages as they take. */
function setWords(words: readonly string[], weight: 400 | 700): Promise<Uint8Array> {
  const paragraphs = Array.from({ length: Math.ceil(words.length / WORDS_PER_PARAGRAPH) }, (_, i) =>
    words.slice(i * WORDS_PER_PARAGRAPH, (i + 1) * WORDS_PER_PARAGRAPH).join(' '),
  )
  const style = { stack: 'sans', weight, isItalic: false } as const
  const lines = paragraphs.flatMap((text) => {
    const span = makeSpan(text, { style, color: '#000000' })
    const items = makeItems([span], { hyphenate: neverHyphenate, longWordEm: 50 })
    const measure = (WIDTH_PT - 2 * MARGIN_PT) / SIZE_PT
    return breakParagraph(items, measure, 'justified').map((line) => ({ items, line }))
  })
  const pages: PdfPage[] = []
  for (let from = 0; from < lines.length; from += LINES_PER_PAGE) {
    const marks: Mark[] = lines
      .slice(from, from + LINES_PER_PAGE)
      .flatMap(({ items, line }, row) => {
        const y = MARGIN_PT + (row + 1) * LEADING_PT
        return setLine(items, line, { x: MARGIN_PT, y, sizePt: SIZE_PT, tag: TAG })
      })
    pages.push({ widthPt: WIDTH_PT, heightPt: HEIGHT_PT, marks })
  }
  return writePdf(pages, { title: 'Words', author: '', subject: '', lang: 'hi', date: '' })
}
