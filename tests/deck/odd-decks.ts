/** Decks of odd sizes, the same on every run: seeded, no clock, no Math.random. */
import { deckOf, slideOf } from './sample-deck.ts'

export type Dice = { below(limit: number): number; pick<T>(values: readonly T[]): T }

/** mulberry32: small, well spread, public domain. */
export function rollFrom(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    pick: (values) => {
      const value = values[below(values.length)]
      if (value === undefined) throw new Error('nothing to pick from')
      return value
    },
  }
}

const WORDS = {
  en: 'oil the of gallium India’s rare-earth supply in 2024 US$ 39.1 billion ministry a Atmanirbhar 85–95 % graphite, processing; “strategic” institutionalisation WHO MMMMWWWW iiiill → ₹ 5,000 crore'.split(
    ' ',
  ),
  hi: 'भारत रूस की दुर्लभ मृदा साझेदारी औद्योगिक सहयोग 2024 में 39.1 अरब डॉलर का निर्यात, आत्मनिर्भर परिप्रेक्ष्य अंतर्राष्ट्रीय क्षेत्रों के लिए है। मंत्रालय GS-II ₹ कार्यक्रम रूपरेखा'.split(
    ' ',
  ),
}

export type Writer = { text(most: number): string; readonly dice: Dice }

/** @param place what the words are for: deck Markdown, or the values of a topic file */
export function writerFor(lang: 'en' | 'hi', dice: Dice, place: 'deck' | 'topic' = 'deck'): Writer {
  const word = (): string => {
    const plain = dice.pick(WORDS[lang])
    const roll = dice.below(40)
    if (roll === 0) return `**${plain.replace(/[^\p{L}\p{M}\p{N}]/gu, '') || 'x'}**`
    if (roll === 1 && place === 'topic') return `${plain}[@s0]`
    if (roll === 1) return `${plain}<sup>${dice.below(9) + 1},${dice.below(30) + 1}</sup>`
    if (roll === 2 && lang === 'en') return 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerk'
    return plain
  }
  return {
    dice,
    text: (most) =>
      Array.from({ length: 1 + dice.below(most) }, word)
        .join(' ')
        .replace(/^(\d+)\./, '$1\\.'),
  }
}

const MAKERS: Readonly<Record<string, (writer: Writer) => string>> = {
  title: ({ text }) => `# ${text(30)}\n\n## ${text(25)}\n\n${text(30)}`,
  part: ({ text, dice }) => `# ${text(20)}\n\n${times(dice, 12, () => `- ${text(12)}`)}\n\n12 min`,
  points: ({ text, dice }) =>
    `## ${text(22)}\n\n${times(dice, 14, () => `- ${text(dice.pick([6, 20, 60]))}${times(dice, 3, () => `\n  - ${text(18)}`, '')}`)}`,
  groups: ({ text, dice }) => `## ${text(9)}\n\n${grouped(text, dice, 7)}`,
  compare: ({ text, dice }) => `## ${text(9)}\n\n${grouped(text, dice, 2)}`,
  facts: ({ text, dice }) =>
    `## ${text(9)}\n\n${times(dice, 7, () => `- **${dice.pick(['52.7', '85–95', '1,428.6', '4'])}** ${text(4)}\n  - ${text(18)}`)}`,
  timeline: ({ text, dice }) =>
    `## ${text(9)}\n\n${times(dice, 11, () => `- **${text(3).replace(/[*<>]/g, '')}** ${text(20)}`)}`,
  table: ({ text, dice }) => {
    const columns = 1 + dice.below(14)
    const line = (most: number): string =>
      `| ${Array.from({ length: columns }, () => text(most)).join(' | ')} |`
    return `## ${text(9)}\n\n${line(2)}\n| ${Array.from({ length: columns }, () => dice.pick(['---', '--:'])).join(' | ')} |\n${times(dice, 16, () => line(dice.pick([2, 8])))}`
  },
  chart: ({ text }) => `## ${text(20)}\n\n${text(20)}\n\n![Chart](charts/trade.svg)\n\n${text(20)}`,
  image: ({ text, dice }) =>
    `## ${text(9)}\n\n![Map](images/${dice.pick(['map', 'tall'])}.png)\n\n${text(30)}`,
  quote: ({ text }) => `## ${text(9)}\n\n> ${text(90)}\n>\n> — ${text(9)}`,
  question: ({ text, dice }) =>
    `## ${text(4)}\n\n${text(70)}\n\n${['A', 'B', 'C', 'D'].map((letter) => `- **${letter}** ${text(dice.pick([4, 30]))}`).join('\n')}`,
  answer: ({ text }) => `## ${text(4)}\n\n**B** ${text(30)}\n\n${text(120)}`,
  glossary: ({ text, dice }) =>
    `## ${text(4)}\n\n${times(dice, 24, () => `- **${text(2).replace(/[*<>]/g, '')}** ${text(20)}`)}`,
  sources: ({ text, dice }) =>
    `## ${text(4)}\n\n${times(dice, 16, (index) => `${index + 1}. ${text(24)}`)}\n\n![QR](qr.svg)`,
}

function times(
  dice: Dice,
  most: number,
  make: (index: number) => string,
  separator = '\n',
): string {
  return Array.from({ length: 1 + dice.below(most) }, (_, index) => make(index)).join(separator)
}

function grouped(text: Writer['text'], dice: Dice, most: number): string {
  const group = (): string =>
    `- **${text(4).replace(/[*<>]/g, '')}**\n${times(dice, 6, () => `  - ${text(16)}`)}`
  return `${group()}\n${times(dice, most, group)}`
}

export function oddDeck(seed: number, lang: 'en' | 'hi'): string {
  const dice = rollFrom(seed)
  const writer = writerFor(lang, dice)
  return deckOf(
    Object.entries(MAKERS).map(([name, make]) => slideOf(name, make(writer))),
    lang,
  )
}
