/** Briefs of any amount of text, made from a seed: the same numbers give the same page. */
import { section } from './sample-input.ts'

export type MadeTopic = {
  readonly seed: number
  /** Of the text that fills a standard page, in per cent. */
  readonly percent: number
  readonly lang: 'en' | 'hi'
  readonly hasOptional: boolean
}

/** Words of running text that fill a standard page with all its furniture, measured. */
const PAGE_WORDS = { en: 270, hi: 350 } as const

const WORDS = {
  en: 'industry partnership minerals of the export under tariff pressure supply and processing with technology agreement between neighbours for long term cooperation in aerospace railway fertiliser to reduce dependence on oil'.split(
    ' ',
  ),
  hi: 'भारत और रूस के बीच खनिज साझेदारी पर औद्योगिक सहयोग की नई दिशा में निर्यात शुल्क से दबाव बढ़ता है तथा प्रौद्योगिकी आपूर्ति को स्थिर करने का समझौता'.split(
    ' ',
  ),
} as const

type Pen = {
  /** A whole number below the bound. */
  pick(bound: number): number
  words(count: number): string
  written(): number
}

/** Park and Miller, “Random number generators: good ones are hard to find”, CACM 31 (1988). */
function makePen(seed: number, lang: MadeTopic['lang']): Pen {
  let state = seed + 1
  let written = 0
  const pick = (bound: number): number => {
    state = (state * 48_271) % 2_147_483_647
    return state % bound
  }
  return {
    pick,
    written: () => written,
    words: (count) => {
      written += count
      const list = WORDS[lang]
      return Array.from({ length: count }, () => list[pick(list.length)]).join(' ')
    },
  }
}

type Maker = (pen: Pen) => string

const points: Maker = (pen) =>
  Array.from(
    { length: 2 + pen.pick(4) },
    () => `- ${pen.words(4 + pen.pick(18))}.<sup>1</sup>`,
  ).join('\n')

const groups: Maker = (pen) =>
  Array.from(
    { length: 2 + pen.pick(2) },
    () => `- **${pen.words(2)}:** ${pen.words(5 + pen.pick(10))}`,
  ).join('\n')

const table: Maker = (pen) =>
  [
    `| ${pen.words(1)} | ${pen.words(2)} | ${pen.words(1)} |`,
    '| --- | --- | --: |',
    ...Array.from(
      { length: 3 + pen.pick(4) },
      (_, row) => `| ${pen.words(1)} | ${pen.words(2 + pen.pick(4))} | ${row}.${pen.pick(10)} |`,
    ),
  ].join('\n')

const chart: Maker = (pen) => `${pen.words(5)}\n\n![chart](charts/trade.svg)\n\n- ${pen.words(6)}`

const quote: Maker = (pen) => `> ${pen.words(8 + pen.pick(8))}\n>\n> — ${pen.words(2)}`

const paragraph: Maker = (pen) => `${pen.words(20 + pen.pick(30))}.`

const MAKERS: readonly Maker[] = [points, points, paragraph, groups, table, chart, quote]

export function makeTopic({ seed, percent, lang, hasOptional }: MadeTopic): string {
  const pen = makePen(seed, lang)
  const goal = (PAGE_WORDS[lang] * percent) / 100
  const sectionGoal = 25 + pen.pick(70)
  const sections: string[] = []
  let hasChart = false
  while (pen.written() < goal && sections.length < 12) {
    const start = pen.written()
    const parts: string[] = []
    const last = sections.length === 11
    while (pen.written() < Math.min(goal, last ? goal : start + sectionGoal)) {
      const maker = MAKERS[pen.pick(MAKERS.length)] ?? points
      if (maker === chart && hasChart) continue
      hasChart ||= maker === chart
      parts.push(maker(pen))
    }
    const priority = hasOptional ? 1 + (sections.length % 3) : 1
    sections.push(section(`s${sections.length}`, parts.join('\n\n'), priority))
  }
  return [
    `::: header\n- ${pen.words(2)}\n- ${pen.words(4)}\n- 2025\n:::`,
    `::: masthead\n# ${pen.words(5)}\n## ${pen.words(5)}\n> ${pen.words(14)}\n:::`,
    `::: figures\n${Array.from({ length: 3 }, () => `- **52.7** US$\n  - ${pen.words(5)}`).join('\n')}\n:::`,
    ...sections,
    `::: box {"id":"practice","priority":1}\n## ${pen.words(1)}\n\n${pen.words(22)}\n\n${pen.words(12)}\n:::`,
    `::: foot\n${pen.words(20)}\n\n![qr](qr.svg)\n:::`,
  ].join('\n\n')
}
