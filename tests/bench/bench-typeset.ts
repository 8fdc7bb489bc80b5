/**
 * `npm run bench:typeset`: one paragraph set by us and by others, every word gap measured in the PDF that
 * came out; Hindi words drawn and read back, and topics that fit, counted; then how long briefs take beside
 * Typst, pdfkit and pdfmake. Prints tables; `-- --gaps` only the first kind, `-- --quick` fewer briefs.
 */
import { installCompetitors } from './competitors.ts'
import { countAll } from './typeset/bench-counts.ts'
import { benchCold, benchThousand } from './typeset/bench-speed.ts'
import { ENGINES, type Engine, type Sample } from './typeset/engines.ts'
import { measureGaps } from './typeset/measure-gaps.ts'
import { ENGLISH, HINDI } from './typeset/paragraphs.ts'

const SIZE_PT = 10
const WIDTHS = [240, 160]
const GOALS = { 240: 'goal 0.7 / 4.2', 160: 'goal 1.1 / 6.5' } as Record<number, string>

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

async function figuresOf(engine: Engine, sample: Sample): Promise<string> {
  const pdf = await engine.set(sample)
  if (pdf === undefined) return 'not installed'
  const figures = await measureGaps(pdf, { measurePt: sample.widthPt, sizePt: sample.sizePt })
  const { lines, sd, worst, hyphens, overrun } = figures
  const over = overrun > 3 ? `, a line ${overrun.toFixed(1)} pt too wide` : ''
  return `${lines} / ${sd.toFixed(2)} / ${worst.toFixed(1)} / ${hyphens}${over}`
}

async function sayGaps(title: string, paragraph: Pick<Sample, 'text' | 'lang'>): Promise<void> {
  say(`\n${title}: lines / sd of word gaps / widest gap, pt / hyphens\n`)
  say(`| engine | ${WIDTHS.map((width) => `${width} pt column`).join(' | ')} |`)
  say('|---|---|---|')
  for (const engine of ENGINES) {
    const cells: string[] = []
    for (const widthPt of WIDTHS)
      cells.push(await figuresOf(engine, { ...paragraph, widthPt, sizePt: SIZE_PT }))
    say(`| ${engine.name} | ${cells.join(' | ')} |`)
  }
  if (paragraph.lang === 'en')
    say(`| (goal) | ${WIDTHS.map((width) => GOALS[width]).join(' | ')} |`)
}

installCompetitors()
await sayGaps('English, 10 pt Noto Serif', { text: ENGLISH, lang: 'en' })
await sayGaps('Hindi, 10 pt Noto Sans Devanagari', { text: HINDI, lang: 'hi' })
if (!process.argv.includes('--gaps')) {
  await sayCounts()
  await saySpeed(process.argv.includes('--quick'))
}

async function sayCounts(): Promise<void> {
  say('\n| what | count | goal |')
  say('|---|---|---|')
  for (const { what, count, goal } of await countAll()) say(`| ${what} | ${count} | ${goal} |`)
}

async function saySpeed(isQuick: boolean): Promise<void> {
  say('\n| what | Lectern | beside it, same run | ratio | goal |')
  say('|---|---|---|---|---|')
  for (const row of [await benchThousand(isQuick ? 150 : 1000), await benchCold(isQuick ? 5 : 15)])
    say(`| ${[row.what, ...row.cells].join(' | ')} |`)
}
