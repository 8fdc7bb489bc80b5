/** Content of every kind in odd sizes, as an author writes it in a section. */
import { FORMULAS } from '../math/formulas.ts'
import type { Dice, Writer } from './odd-decks.ts'

type Content = Readonly<Record<string, unknown>>

/** Of formulas, what fits every slide: what has no room is refused by the reader and drawn nowhere. */
const SAFE_FORMULAS = FORMULAS.slice(0, 20)

const CODE_LINES = [
  'for year in range(2019, 2025):',
  '    total = total + imports[year]  # US$ billion',
  'def share(part, whole): return 100 * part / whole',
  '',
  'print(f"{share(52.7, 120.4):.1f} %")',
  'values = {"India": 52.7, "China": 62.6, "EU": 25.2}',
]

export const ODD_BLOCKS: Readonly<Record<string, (writer: Writer) => Content>> = {
  points: ({ text, dice }) => ({
    points: several(dice, 12, () =>
      dice.below(3) === 0
        ? { text: text(14), points: several(dice, 4, () => text(16)) }
        : withFormula(text(dice.pick([5, 18, 60])), dice),
    ),
  }),
  groups: (writer) => ({ groups: several(writer.dice, 7, () => group(writer)) }),
  compare: (writer) => ({
    compare: [group(writer), group(writer), ...several(writer.dice, 1, () => group(writer))],
  }),
  table: ({ text, dice }) => {
    const columns = 1 + dice.below(14)
    const row = (most: number): readonly string[] =>
      Array.from({ length: columns }, () => text(most))
    return { table: { columns: row(2), rows: several(dice, 14, () => row(dice.pick([1, 3, 8]))) } }
  },
  bar: (writer) => chart(writer, 'bar', { data: figures(writer, { rows: 14, series: 1 }) }),
  'grouped-bar': (writer) => ofSeries(writer, 'grouped-bar', 8),
  line: (writer) => ofSeries(writer, 'line', 12),
  share: (writer) => chart(writer, 'share', { data: figures(writer, { rows: 6, series: 1 }) }),
  timeline: ({ text, dice }) => ({
    timeline: several(dice, 10, () => ({ when: text(2), what: text(18) })),
  }),
  quote: ({ text }) => ({ quote: { text: text(80), by: text(6) } }),
  image: ({ text, dice }) => ({
    image: {
      src: `images/${dice.pick(['tall', 'wide', 'map'])}.png`,
      alt: text(5),
      caption: text(24),
      credit: text(5),
    },
  }),
  beside: ({ text, dice }) => ({
    points: several(dice, 4, () => withFormula(text(12), dice)),
    image: { src: 'images/map.png', alt: text(5), caption: text(dice.pick([3, 12])) },
  }),
  facts: ({ dice }) => ({ facts: several(dice, 5, (at) => `fact-${at}`) }),
  formula: ({ text, dice }) => ({
    formula: { tex: dice.pick(SAFE_FORMULAS), caption: text(dice.pick([4, 30])) },
  }),
  code: ({ text, dice }) => ({
    code: {
      language: dice.pick(['python', 'text']),
      text: several(dice, 40, () => dice.pick(CODE_LINES)).join('\n'),
      caption: text(12),
      highlight: [1],
    },
  }),
  diagram: (writer) => ({
    diagram: {
      mermaid: writer.dice.pick(DIAGRAMS)(writer),
      alt: writer.text(8),
      caption: writer.text(14),
    },
  }),
}

function group({ text, dice }: Writer): Content {
  return { title: text(4), points: several(dice, 5, () => text(14)) }
}

function chart({ text, dice }: Writer, kind: string, figures: Content): Content {
  const caption = dice.below(3) === 0 ? {} : { caption: text(14) }
  return { chart: { kind, ...figures, ...caption, title: text(18), alt: text(6) } }
}

function ofSeries(writer: Writer, kind: string, rows: number): Content {
  const series = 1 + writer.dice.below(4)
  const names = Array.from({ length: series }, (_, at) => `${writer.text(2)} ${at}`)
  return chart(writer, kind, { series: names, data: figures(writer, { rows, series }) })
}

/** Two categories at least: a line has no fewer. */
function figures(
  { text, dice }: Writer,
  { rows, series }: { readonly rows: number; readonly series: number },
): readonly unknown[] {
  const row = (at: string): readonly unknown[] => [
    `${text(3)} ${at}`,
    ...Array.from({ length: series }, () => (1 + dice.below(900)) / 10),
  ]
  return [row('a'), ...several(dice, rows - 1, (at) => row(String(at)))]
}

function withFormula(text: string, dice: Dice): string {
  if (dice.below(4) > 0) return text
  return `${text} $${dice.pick(['x^2', '\\frac{a}{b}', '\\sqrt{2}', 'E = mc^2', '\\sum_{i=1}^{n} i'])}$`
}

/** Names in quotes: what is said in them is theirs. */
const DIAGRAMS: readonly ((writer: Writer) => string)[] = [
  ({ text, dice }) => {
    const boxes = several(dice, 7, (at) => `b${at}["${label(text(4))}"]`)
    return `flowchart ${dice.pick(['LR', 'TD'])}\n  ${boxes.join(' --> ')}`
  },
  ({ text, dice }) => {
    const leaves = several(
      dice,
      5,
      (at) => `  r --> |"${label(text(2))}"| l${at}("${label(text(5))}")`,
    )
    return `flowchart TD\n  r{"${label(text(3))}"}\n${leaves.join('\n')}`
  },
  ({ text, dice }) => {
    const calls = several(dice, 6, (at) => `  ${at % 2 ? 'B->>A' : 'A->>C'}: ${label(text(4))}`)
    const named = ['A', 'B', 'C'].map((id) => `  participant ${id} as ${label(text(3))}`)
    return `sequenceDiagram\n${named.join('\n')}\n${calls.join('\n')}`
  },
  ({ text, dice }) =>
    `stateDiagram-v2\n  [*] --> s0\n${several(dice, 4, (at) => `  s${at} --> s${at + 1} : ${label(text(2))}`).join('\n')}`,
]

/** Mermaid's own marks would be its syntax. */
function label(text: string): string {
  return text.replace(/\[@s0\]|[^\p{L}\p{M}\p{N} ]/gu, '').trim() || 'x'
}

export function several<T>(dice: Dice, most: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: 1 + dice.below(most) }, (_, index) => make(index))
}
