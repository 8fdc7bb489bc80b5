import type { Where } from '../diagnostics/make-diagnostic.ts'
import { chartContent, chartUnits, unknownHighlight } from '../diagnostics/topic-problems.ts'
import { badFigure } from '../diagnostics/value-problems.ts'
import { isPlainFigure, printBar, printFigure } from './figure.ts'
import { inlineText } from './inline-text.ts'
import { all, items, type Layer, type Layers, pick } from './layers.ts'
import type { ReadFact } from './read-fact.ts'
import { inlineOf, plainOf, type Reading } from './reading.ts'
import type { ChartData, TextData } from './schema.ts'
import { child, isPrunedBelow, textAt, whereKey, whereValue } from './source-document.ts'
import type { Bar, Chart, Inline, Lang } from './topic.ts'

type ChartBar = { readonly key: string; readonly bar: Bar }

type Bars = {
  readonly bars: readonly ChartBar[]
  readonly unit: string
  readonly asOf: string
  readonly sources: readonly number[]
}

const NOTHING: Bars = { bars: [], unit: '', asOf: '', sources: [] }

/** @param path where the drawing will be: `charts/trade.svg` */
export function resolveChart(reading: Reading, layers: Layers<ChartData>, path: string): Chart {
  const content = layers.find(({ value }) => value.facts !== undefined || value.data !== undefined)
  const { bars, unit, asOf, sources } = resolveBars(reading, layers, content)
  const highlighted = highlightedIndex(reading, layers, { bars, content })
  const ownUnit = plainOf(reading, pick(layers, 'unit')) || unit
  const shown = bars.map(({ bar }, index) => ({ ...bar, isHighlighted: index === highlighted }))
  const caption = pick(layers, 'caption')
  const alt = plainOf(reading, pick(layers, 'alt'))
  return {
    kind: 'bar',
    path,
    title: inlineOf(reading, pick(layers, 'title')),
    caption: caption === undefined ? captionOf(ownUnit, asOf) : inlineOf(reading, caption),
    bars: shown,
    alt: alt === '' ? describeBars(shown, ownUnit, reading.lang) : alt,
    sources: [...sources].sort((a, b) => a - b),
  }
}

function resolveBars(
  reading: Reading,
  layers: Layers<ChartData>,
  content: Layer<ChartData> | undefined,
): Bars {
  if (content === undefined) {
    const strongest = layers[0]
    if (strongest !== undefined && !layers.some(({ at }) => isPrunedBelow(at)))
      reading.report(chartContent(whereKey(strongest.at)))
    return NOTHING
  }
  const facts = pick([content], 'facts')
  const data = pick([content], 'data')
  if (facts !== undefined && data !== undefined) {
    reading.report(chartContent(whereKey(content.at)))
    return NOTHING
  }
  if (facts !== undefined) return barsOfFacts(reading, layers, facts)
  return data === undefined ? NOTHING : barsOfData(reading, data)
}

function barsOfFacts(
  reading: Reading,
  layers: Layers<ChartData>,
  ids: Layer<readonly string[]>,
): Bars {
  const found = items(ids).flatMap((id) => {
    const fact = reading.ledger.fact(textAt(id.at), () => whereValue(id.at))
    return fact === undefined ? [] : [{ fact, at: id.at }]
  })
  const units = [...new Set(found.map(({ fact }) => fact.printed.unit))]
  if (units.length > 1) reading.report(chartUnits(whereFacts(layers, ids), units))
  const years = [...new Set(found.map(({ fact }) => fact.asOf))]
  const sources = new Set(found.map(({ fact }) => reading.ledger.citeSourceOf(fact)))
  return {
    bars: found.map(({ fact }) => ({
      key: fact.id,
      bar: {
        label: inlineOf(reading, labelOf(layers, fact)),
        value: typeof fact.value === 'number' ? fact.value : (fact.value[0] + fact.value[1]) / 2,
        printed: printBar(fact.printed),
        isHighlighted: false,
      },
    })),
    unit: units[0] ?? '',
    asOf: years.length === 1 ? (years[0] ?? '') : '',
    sources: [...sources].filter((number) => number > 0),
  }
}

/** The list of facts, or the chart of the edition that inherits the list: the edition's units are at fault. */
function whereFacts(layers: Layers<ChartData>, ids: Layer<readonly string[]>): Where {
  const own = layers[0]
  const isInherited = own !== undefined && own.at.document !== ids.at.document
  return isInherited ? whereKey(own.at) : whereValue(ids.at)
}

/** A chart's own label, unless only the original gives one and the edition has translated the fact's. */
function labelOf(layers: Layers<ChartData>, fact: ReadFact): Layer<TextData> | undefined {
  const own = pick(all(layers, 'labels'), fact.id)
  const general = pick(fact.layers, 'label')
  if (own === undefined || general === undefined) return own ?? general
  const isTranslated = fact.layers.length > 1 && general.at.document === fact.layers[0]?.at.document
  const isFromOriginal = own.at.document === fact.layers.at(-1)?.at.document
  return isTranslated && isFromOriginal ? general : own
}

function barsOfData(reading: Reading, data: Layer<Exclude<ChartData['data'], undefined>>): Bars {
  const bars = items(data).map(({ value: [label, value], at }) => {
    const figureAt = child(at, 1)
    const written = textAt(figureAt)
    if (!isPlainFigure(written)) reading.report(badFigure(whereValue(figureAt), written))
    const words = { digits: [written], unit: '', qualifier: undefined, lang: reading.lang }
    const labelLayer = { value: label, at: child(at, 0) }
    return {
      key: textAt(labelLayer.at),
      bar: {
        label: inlineOf(reading, labelLayer),
        value,
        printed: printFigure(words).number,
        isHighlighted: false,
      },
    }
  })
  return { ...NOTHING, bars }
}

/** An inherited highlight names a bar of the original, whose label the edition may have translated: the place counts. */
function highlightedIndex(
  reading: Reading,
  layers: Layers<ChartData>,
  shown: { readonly bars: readonly ChartBar[]; readonly content: Layer<ChartData> | undefined },
): number {
  const highlight = pick(layers, 'highlight')
  if (highlight === undefined || shown.bars.length === 0) return -1
  const name = textAt(highlight.at)
  const index = shown.bars.findIndex(({ key }) => key === name)
  if (index !== -1) return index
  const original = layers.find(({ at }) => at.document === highlight.at.document)
  const atOriginal =
    original === shown.content || original === undefined
      ? -1
      : (original.value.data ?? []).findIndex(([label]) => String(label) === name)
  if (atOriginal !== -1) return atOriginal
  const known = shown.bars.map(({ key }) => key)
  reading.report(unknownHighlight(whereValue(highlight.at), name, known))
  return -1
}

function captionOf(unit: string, asOf: string): Inline {
  const text = [unit, asOf].filter((part) => part !== '').join(', ')
  return text === '' ? [] : [{ kind: 'text', text }]
}

function describeBars(bars: readonly Bar[], unit: string, lang: Lang): string {
  const list = bars.map(({ label, printed }) => `${inlineText(label)} ${printed}`).join('; ')
  const name = lang === 'hi' ? 'दंड आरेख' : 'Bar chart'
  return unit === '' ? `${name}: ${list}` : `${name}, ${unit}: ${list}`
}
