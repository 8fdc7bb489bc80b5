/** The facts offered so far: points name them, the front matter lists them. */
import type { Lang } from '../topic.ts'
import { labelOf, yearOf } from './describe-figure.ts'
import { type FoundFigure, findFigures } from './find-figures.ts'
import { createIdMaker } from './make-id.ts'
import { escapeInline, plainText, readTokens, writeToken } from './note-text.ts'

export type OfferedFact = {
  readonly id: string
  readonly label: string
  readonly digits: readonly string[]
  readonly unit: string
  readonly qualifier: string | undefined
  readonly asOf: string | undefined
}

export type WrittenText = {
  /** Inline markup, figures as `{id}`. */
  readonly text: string
  /** Facts whose words the ledger would change: shown as cards, the text keeps its own words. */
  readonly cards: readonly string[]
}

export type FactBook = {
  /** @param topic what the text is about, for a figure without words around it */
  readonly write: (text: string, topic: string) => WrittenText
  /** For a text beside which no card can stand: only figures in the ledger's own words. */
  readonly writeAlone: (text: string, topic: string) => string
  readonly facts: () => readonly OfferedFact[]
}

const MAX_FACTS = 100
const MAX_LABEL = 120

export function createFactBook(lang: Lang, taken: readonly string[]): FactBook {
  const facts = new Map<string, OfferedFact>()
  const makeId = createIdMaker('figure', { maxWords: 5, taken })

  const offer = (figure: FoundFigure, words: { label: string; asOf: string | undefined }) => {
    const { digits, unit, qualifier } = figure
    const key = JSON.stringify([words.label, digits, unit, qualifier, words.asOf])
    const known = facts.get(key)
    if (known !== undefined) return known.id
    if (facts.size >= MAX_FACTS) return undefined
    const fact = { id: makeId(words.label), digits, unit, qualifier, ...words }
    facts.set(key, fact)
    return fact.id
  }

  const writeWith = (
    text: string,
    { topic, isOffered }: { topic: string; isOffered: (figure: FoundFigure) => boolean },
  ): WrittenText => {
    const asOf = yearOf(plainText(text))
    const cards: string[] = []
    const written = readTokens(text).map((token) => {
      const figures = findFigures(token.text, lang).filter(isOffered)
      let inline = ''
      let at = 0
      for (const [index, figure] of figures.entries()) {
        const place = placeOf(figures, index, token.text.length)
        const label = shorten(labelOf(token.text, place) || topic)
        const id = offer(figure, { label, asOf })
        if (id !== undefined && !figure.isSamePhrase) cards.push(id)
        if (id === undefined || !figure.isSamePhrase) continue
        inline += `${escapeInline(token.text.slice(at, figure.start))}{${id}}`
        at = figure.end
      }
      return writeToken(token, inline + escapeInline(token.text.slice(at)))
    })
    return { text: written.join(''), cards }
  }
  const write = (text: string, topic: string) => writeWith(text, { topic, isOffered: () => true })
  const writeAlone = (text: string, topic: string) =>
    writeWith(text, { topic, isOffered: ({ isSamePhrase }) => isSamePhrase }).text
  return { write, writeAlone, facts: () => [...facts.values()] }
}

/** Hostile text has words of any length. */
function shorten(label: string): string {
  const characters = [...label]
  return characters.length <= MAX_LABEL ? label : `${characters.slice(0, MAX_LABEL).join('')}…`
}

function placeOf(figures: readonly FoundFigure[], index: number, length: number) {
  const { start, end } = figures[index] ?? { start: 0, end: 0 }
  const from = figures[index - 1]?.end ?? 0
  const to = figures[index + 1]?.start ?? length
  return { start, end, from, to }
}
