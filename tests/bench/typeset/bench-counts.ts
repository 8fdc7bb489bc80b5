/** What is counted and not timed: Hindi words drawn or extracted wrongly, made topics that fit or say why not. */
import { sweepTopics } from '../../brief/sweep-topics.ts'
import { hasHindiWords, readHindiWords } from '../../typeset/hindi-list.ts'
import { hasTool } from '../../typeset/pdf-text.ts'
import { READERS, setWords, wordsIn } from '../../typeset/set-hindi-words.ts'
import { shapedUnlikeHarfBuzz } from '../../typeset/shape-by-harfbuzz.ts'

export type CountRow = { readonly what: string; readonly count: string; readonly goal: string }

const NOT_HERE = 'not installed'

export async function countAll(): Promise<readonly CountRow[]> {
  return [countShaping(), ...(await countExtraction()), await countFit()]
}

function countShaping(): CountRow {
  const what = 'Hindi words shaped differently from HarfBuzz (hunspell-hi)'
  if (!hasHindiWords() || !hasTool('hb-shape')) return { what, count: NOT_HERE, goal: '≤ 1' }
  const words = readHindiWords()
  return {
    what,
    count: `${shapedUnlikeHarfBuzz(words, 400).length} of ${words.length}`,
    goal: '≤ 1',
  }
}

async function countExtraction(): Promise<readonly CountRow[]> {
  if (!hasHindiWords() || !hasTool('pdftotext') || !hasTool('mutool'))
    return [{ what: 'Hindi words extracted wrongly', count: NOT_HERE, goal: '0' }]
  const words = readHindiWords()
  const wanted = wordsIn(words.join(' '))
  const pdf = await setWords(words, 400)
  const rows: CountRow[] = []
  for (const [reader, read] of Object.entries(READERS)) {
    const wrong = countMissing(wanted, wordsIn(await read(pdf)))
    const count = `${wrong} of ${wanted.length}`
    rows.push({ what: `Hindi words extracted wrongly by ${reader}`, count, goal: '0' })
  }
  return rows
}

/** How many of the words wanted do not come out, each occurrence counted. */
function countMissing(wanted: readonly string[], extracted: readonly string[]): number {
  const left = new Map<string, number>()
  for (const word of extracted) left.set(word, (left.get(word) ?? 0) + 1)
  return wanted.filter((word) => {
    const count = left.get(word) ?? 0
    left.set(word, count - 1)
    return count <= 0
  }).length
}

async function countFit(): Promise<CountRow> {
  const counts = { pages: 0, errors: 0, neither: 0 }
  for (const lang of ['en', 'hi'] as const)
    for (const preset of ['dense', 'standard', 'clear-print'] as const)
      for (const { marks, report } of await sweepTopics(lang, preset)) {
        if (marks !== undefined && report.overflowLines === 0) counts.pages++
        else if (marks === undefined && report.cheapestCut !== '') counts.errors++
        else counts.neither++
      }
  const { pages, errors, neither } = counts
  return {
    what: 'topics of 30 to 180 % of a page: one page / named error / neither',
    count: `${pages} / ${errors} / ${neither}`,
    goal: 'neither 0',
  }
}
