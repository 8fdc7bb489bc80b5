import {
  duplicateId,
  emptySection,
  untranslatedBlock,
  untranslatedSection,
} from '../diagnostics/topic-problems.ts'
import { missingKey } from '../diagnostics/value-problems.ts'
import { all, items, type Layer, type Layers, pick } from './layers.ts'
import { inlineOf, type Reading, requireKey } from './reading.ts'
import { BLOCKS, isBlockKind, TRANSLATED_WHOLE } from './resolve-block.ts'
import type { SectionData, TopicData } from './schema.ts'
import { slugOf } from './slug.ts'
import {
  type At,
  child,
  isPrunedBelow,
  keysAt,
  textAt,
  whereKey,
  whereValue,
} from './source-document.ts'
import type { BlockKind, Section } from './topic.ts'

/** A section before its notes are known. */
export type BareSection = Omit<Section, 'notes'>

/** What a section has that says nothing of its own. */
type SectionDefaults = Pick<Section, 'isIncremental'>

type MergedSection = { readonly id: string; readonly layers: Layers<SectionData> }

/** The document that is the topic's own is the first layer; a second one is the original of an edition. */
export function resolveSections(
  reading: Reading,
  topic: Layers<TopicData>,
  defaults: SectionDefaults,
): readonly BareSection[] {
  const [own, original] = all(topic, 'sections').map((list) => identify(reading, items(list)))
  if (own === undefined) return []
  const merged = original === undefined ? own : mergeSections(own, original)
  if (topic.length > 1) {
    const isGiven = topic[0]?.value.sections !== undefined
    const translated = isGiven ? own : []
    const base = isGiven ? original : own
    if (base !== undefined) reportUntranslated(reading, translated, base, topic)
  }
  const tables = new Map(merged.map(({ id, layers }) => [id, all(layers, 'table')]))
  return merged.map((section) => ({
    ...defaults,
    ...resolveSection({ ...reading, tables }, section),
  }))
}

/** Gives every section an id and reports ids given twice (case does not count: ids become file names). */
function identify(reading: Reading, sections: Layers<SectionData>): readonly MergedSection[] {
  const seen = new Set<string>()
  return sections.map((section, index) => {
    const id = idOf(section, index)
    if (seen.has(id.toLowerCase())) reading.report(duplicateId(whereId(section), id))
    seen.add(id.toLowerCase())
    return { id, layers: [section] }
  })
}

function idOf({ value, at }: Layer<SectionData>, index: number): string {
  if (value.id !== undefined) return value.id.normalize('NFC')
  const made = value.title === undefined ? '' : slugOf(textAt(child(at, 'title')))
  return made === '' ? `section-${index + 1}` : made
}

function whereId({ value, at }: Layer<SectionData>) {
  if (value.id !== undefined) return whereValue(child(at, 'id'))
  return value.title === undefined ? whereValue(at) : whereValue(child(at, 'title'))
}

/**
 * The original's order, then what the edition adds. Sections of an edition go by id; where it gives
 * none, and as many sections as the original, they go by position.
 */
function mergeSections(
  own: readonly MergedSection[],
  original: readonly MergedSection[],
): readonly MergedSection[] {
  const identified = identifyByPosition(own, original)
  const ownById = new Map(identified.map((section) => [section.id, section.layers]))
  const known = new Set(original.map(({ id }) => id))
  return [
    ...original.map(({ id, layers }) => ({ id, layers: [...(ownById.get(id) ?? []), ...layers] })),
    ...identified.filter(({ id }) => !known.has(id)),
  ]
}

function identifyByPosition(
  own: readonly MergedSection[],
  original: readonly MergedSection[],
): readonly MergedSection[] {
  if (own.length !== original.length) return own
  return own.map((section, index) => {
    const hasId = section.layers[0]?.value.id !== undefined
    return hasId ? section : { ...section, id: original[index]?.id ?? section.id }
  })
}

function reportUntranslated(
  reading: Reading,
  own: readonly MergedSection[],
  original: readonly MergedSection[],
  topic: Layers<TopicData>,
): void {
  const base = topic[1]?.at.document.file ?? ''
  const strongest = topic[0]
  if (strongest === undefined || isPrunedBelow(child(strongest.at, 'sections'))) return
  const where = whereKey(child(strongest.at, 'sections'))
  const identified = new Map(
    identifyByPosition(own, original).map(({ id, layers }) => [id, layers]),
  )
  for (const { id, layers } of original) {
    const section = identified.get(id)?.[0]
    if (section === undefined) {
      reading.report(untranslatedSection(where, id, base))
      continue
    }
    const kinds = blockKinds(layers).filter((kind) => TRANSLATED_WHOLE.has(kind))
    const hasPart = pick(layers, 'part') !== undefined
    const missing = [...(hasPart ? (['part'] as const) : []), ...kinds].filter(
      (key) => section.value[key] === undefined,
    )
    for (const block of missing)
      if (!isPrunedBelow(section.at))
        reading.report(untranslatedBlock(whereValue(section.at), { section: id, block, base }))
  }
}

function resolveSection(
  reading: Reading,
  { id, layers }: MergedSection,
): Omit<BareSection, keyof SectionDefaults> & Partial<SectionDefaults> {
  const title = pick(layers, 'title')
  if (title === undefined) requireKey(reading, layers, { key: 'title', of: 'A section' })
  else if (textAt(title.at).trim() === '')
    reading.report(missingKey(whereKey(title.at), 'title', 'A section'))
  const kinds = blockKinds(layers)
  const place = placeOf(layers[0]?.at)
  const incremental = pick(layers, 'incremental')?.value
  if (kinds.length === 0 && !layers.some(({ at }) => isPrunedBelow(at)))
    for (const { at } of layers.slice(0, 1)) reading.report(emptySection(whereValue(at)))
  return {
    id,
    title: inlineOf(reading, title),
    part: inlineOf(reading, pick(layers, 'part')),
    minutes: pick(layers, 'minutes')?.value ?? 0,
    ...(incremental === undefined ? {} : { isIncremental: incremental }),
    priority: pick(layers, 'priority')?.value ?? 1,
    blocks: kinds.map((kind) => BLOCKS[kind](reading, layers, id)),
    place,
  }
}

/** Kinds of content in the order written: the original's, then what the edition adds. */
function blockKinds(layers: Layers<SectionData>): readonly BlockKind[] {
  const keys = layers
    .toReversed()
    .flatMap(({ value, at }) => keysAt(at).filter((key) => Object.hasOwn(value, key)))
  return [...new Set(keys)].filter(isBlockKind)
}

function placeOf(at: At | undefined) {
  const place = at === undefined ? undefined : whereValue(at).place
  return place === undefined ? { line: 1, column: 1 } : { line: place.line, column: place.column }
}
