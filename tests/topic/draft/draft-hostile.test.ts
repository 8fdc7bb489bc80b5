import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanNotes } from '../../../scripts/topic/draft/clean-notes.ts'
import { draftFromNotes } from '../../../scripts/topic/draft/draft-from-notes.ts'
import type { Lang } from '../../../scripts/topic/topic.ts'
import { corporaDir, naughtyStrings } from '../../corpora.ts'
import { problemsOf, readDraft } from './read-draft.ts'
import { saidBy, wordsOf } from './said-words.ts'

/** What the reader says against the draft, and the words that the draft does not say. */
function faultsOf(text: string, lang: Lang): readonly string[] {
  const draft = draftFromNotes({ slug: 'topic', text, lang })
  if (!draft.ok) return cleanNotes(text).trim() === '' ? [] : [draft.reason]
  const read = readDraft({ 't.md': draft.source })
  const said = new Set(read.topic === undefined ? [] : wordsOf(saidBy(read.topic)))
  const lost = wordsOf(cleanNotes(text)).filter((word) => !said.has(word))
  return [...problemsOf(read), ...lost.map((word) => `lost: ${word}`)]
}

test.each(['en', 'hi'] as const)(
  'every naughty string as notes in %s gives a topic without errors or warnings',
  (lang) => {
    const faulty = naughtyStrings().flatMap((text) =>
      faultsOf(text, lang).map((fault) => `${JSON.stringify(text)}: ${fault}`),
    )
    expect(faulty).toEqual([])
  },
)

test('all naughty strings as one text give a topic', () => {
  expect(faultsOf(naughtyStrings().join('\n\n'), 'en')).toEqual([])
})

const decksDir = `${corporaDir}marp-decks/`
const hasDecks = existsSync(decksDir)
if (!hasDecks) process.stderr.write('tests: no marp-decks here; skipping real decks as notes\n')

describe.skipIf(!hasDecks)('a real Marp deck as notes gives a topic', () => {
  test.each(hasDecks ? readdirSync(decksDir) : [])('%s', (name) => {
    const text = readFileSync(`${decksDir}${name}`, 'utf8')
    const draft = draftFromNotes({ slug: 'deck', text, lang: 'en' })
    expect(problemsOf(readDraft({ 't.md': draft.ok ? draft.source : '' }))).toEqual([])
  })
})

test('random bytes read as UTF-8 give a topic', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
      const text = new TextDecoder().decode(bytes)
      const draft = draftFromNotes({ slug: 'topic', text, lang: 'en' })
      if (draft.ok) expect(problemsOf(readDraft({ 't.md': draft.source }))).toEqual([])
    }),
    { numRuns: 150 },
  )
})

const word = fc.string({
  unit: fc.constantFrom(...'abcdefghijABCdéñКиक़खगि'),
  minLength: 2,
  maxLength: 9,
})
const phrase = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: word },
      fc.constantFrom(
        'over 60%',
        '\\$39.1 billion',
        '₹5 करोड़',
        '40–50%',
        '**bold**',
        '{x}',
        '[@y]',
        'a*b',
        'Dr.',
        '“so.”',
        'ends.',
        '中文',
        '👾',
        '`x`',
        '<b>',
        'a: b',
        '#tag',
        '[link](https://e.org/a)',
      ),
    ),
    { minLength: 1, maxLength: 25 },
  )
  .map((words) => words.join(' '))
const line = fc
  .tuple(
    fc.constantFrom('', '', '', '# ', '#### 3. ', '- ', '- 1. ', '2) ', '  • ', '> ', '| ', '***'),
    phrase,
    fc.constantFrom('', '.', '।', ':', ',', '\n', '\n\n', '\n===', '\r\n', ' |\n'),
  )
  .map((parts) => parts.join(''))
const notes = fc.array(line, { minLength: 1, maxLength: 25 }).map((lines) => lines.join('\n'))

test('notes of any shape give a topic without errors or warnings that says every word of them', () => {
  fc.assert(
    fc.property(notes, fc.constantFrom('en', 'hi'), (text, lang) => {
      expect(faultsOf(text, lang)).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('text of any characters gives a topic that says every word of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      expect(faultsOf(text, 'en')).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('the same notes give the same bytes', () => {
  fc.assert(
    fc.property(notes, (text) => {
      const first = draftFromNotes({ slug: 'topic', text, lang: 'en' })
      expect(draftFromNotes({ slug: 'topic', text, lang: 'en' })).toEqual(first)
    }),
    { numRuns: 50 },
  )
})

test('line ends of every system give the same topic', () => {
  fc.assert(
    fc.property(notes, (text) => {
      const unix = text.replaceAll('\r\n', '\n')
      const draft = draftFromNotes({ slug: 'topic', text: unix, lang: 'en' })
      for (const end of ['\r\n', '\r'])
        expect(
          draftFromNotes({ slug: 'topic', text: unix.replaceAll('\n', end), lang: 'en' }),
        ).toEqual(draft)
    }),
    { numRuns: 50 },
  )
})

test.each([
  ['blanks', `x${' '.repeat(200_000)}y`],
  ['deep indents', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}- x`).join('\n')],
  ['open comments', '<!--\n'.repeat(50_000)],
  ['open bold', '**a '.repeat(50_000)],
  ['open links', '[a](http://b'.repeat(30_000)],
  ['empty headings', '# h\n'.repeat(20_000)],
  ['figures', '$1 million '.repeat(30_000)],
  ['open quotes', '“a. '.repeat(40_000)],
])('%s without end are read, not hung on', (_, text) => {
  const draft = draftFromNotes({ slug: 'topic', text, lang: 'en' })
  expect(problemsOf(readDraft({ 't.md': draft.ok ? draft.source : '' }))).toEqual([])
})
