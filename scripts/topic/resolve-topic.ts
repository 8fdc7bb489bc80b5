/** The order of resolving is the order of reading: it numbers the sources. */
import { basename } from 'node:path'
import type { Report } from '../diagnostics/make-diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { missingKey, unknownTemplate } from '../diagnostics/value-problems.ts'
import { attachNotes } from './attach-notes.ts'
import { checkGlyphs } from './check-glyphs.ts'
import { all, items, type Layer, type Layers, mergedEntries, pick } from './layers.ts'
import { createLedger, type Ledger, reportUnused } from './ledger.ts'
import { createPictureShelf } from './picture-shelf.ts'
import { printDate } from './printed-date.ts'
import { readPptxTemplate } from './read-pptx-template.ts'
import type { Input } from './read-source.ts'
import type { ReadTopicRequest, TopicFile } from './read-topic.ts'
import { inlineOf, plainOf, type Reading, requireKey } from './reading.ts'
import { reportMinutes } from './report-minutes.ts'
import { reportStale } from './report-stale.ts'
import { resolveFact } from './resolve-fact.ts'
import { resolveHandout } from './resolve-handout.ts'
import { resolveGlossary, resolveQuestions } from './resolve-questions.ts'
import { type BareSection, resolveSections } from './resolve-sections.ts'
import { resolveSources } from './resolve-sources.ts'
import type { BrandData, DefaultsData, TopicData } from './schema.ts'
import { child, type Path, textAt, whereKey, whereValue } from './source-document.ts'
import type { Brand, Fact, Inline, Lang, Topic } from './topic.ts'

export type ResolveTopic = {
  readonly request: ReadTopicRequest
  readonly own: TopicFile
  /** The topic, then the original it is an edition of. */
  readonly layers: Layers<TopicData>
  readonly lang: Lang
  readonly report: Report
}

export type ResolvedTopic = {
  readonly topic: Topic
  readonly inputs: readonly Input[]
}

const BUILT_IN_TEMPLATE = 'lecture'

export function resolveTopic(task: ResolveTopic): ResolvedTopic {
  const { request, own, layers, lang, report } = task
  const ledger = createLedger(ledgerContent(task))
  const pictures = createPictureShelf(request.contentDir, report)
  const reading = {
    lang,
    isHtmlTrusted: request.isHtmlTrusted,
    report,
    ledger,
    pictures,
    tables: new Map(),
  }
  const withDefaults: Layers<DefaultsData> = [...layers, ...request.shared.defaults]
  requireBasics(reading, layers)
  const head = resolveHead(reading, layers, withDefaults)
  const bare = resolveSections(reading, layers, {
    isIncremental: pick(withDefaults, 'incremental')?.value ?? false,
  })
  const rest = resolveRest(reading, layers)
  const sharedFile = request.shared.facts[0]?.at.document.file ?? ''
  const facts = resolveLedger(reading, sharedFile, own.file)
  if (!ledger.content.isIncomplete) reportUnused(ledger, own.file)
  reportMinutes(bare, { planned: pick(withDefaults, 'minutes'), layers, report })
  reportStale(ledger, pick(withDefaults, 'stale_after'), request.today)
  const sources = resolveSources(reading, sharedFile)
  const pptx = readPptxTemplate(pick(withDefaults, 'pptx_template'), request.contentDir, report)
  const date = writtenOf(pick(layers, 'date'))
  return {
    topic: {
      slug: basename(request.file).replace(/\.md$/iu, ''),
      file: own.file,
      lang,
      ...head,
      date,
      printedDate: printDate(date, lang),
      minutes: pick(withDefaults, 'minutes')?.value ?? 0,
      template: templateOf(task, withDefaults),
      preset: pick(withDefaults, 'preset')?.value,
      size: pick(withDefaults, 'size')?.value,
      bilingual: bilingualOf(withDefaults, own.file),
      profile: profileOf(task, withDefaults),
      handout: resolveHandout(all(withDefaults, 'handout')),
      watermark: watermarkOf(reading, withDefaults),
      pptxTemplate: pptx.template,
      link: pick(layers, 'link')?.value ?? '',
      ...attachNotes(bare, { ...own, writtenTitles: writtenTitlesOf(bare, layers) }, report),
      ...rest,
      facts,
      sources,
      images: pictures.images,
    },
    inputs: [...pictures.inputs, ...pptx.inputs],
  }
}

function ledgerContent({ request, layers, lang, report }: ResolveTopic): Ledger['content'] {
  const isIncomplete =
    layers.some(({ at }) => at.document.pruned.some(mayHoldLedger)) ||
    request.shared.diagnostics.some(({ severity }) => severity === 'error')
  const facts = mergedEntries([...all(layers, 'facts'), ...all(request.shared.facts, 'facts')])
  const sources = mergedEntries([
    ...all(layers, 'sources'),
    ...all(request.shared.facts, 'sources'),
  ])
  return { facts, sources, lang, report, isIncomplete }
}

/** A faulty value taken away may have held the fact or source that is then missed; elsewhere it cannot. */
function mayHoldLedger(path: Path): boolean {
  const key = String(path[0])
  const isLedger = key === 'facts' || key === 'sources'
  return isLedger || (path.length === 1 && nearest(key, ['facts', 'sources']) !== undefined)
}

function requireBasics(reading: Reading, layers: Layers<TopicData>): void {
  for (const key of ['title', 'sections'] as const)
    if (pick(layers, key) === undefined) requireKey(reading, layers, { key, of: 'A topic' })
  const title = pick(layers, 'title')
  if (title !== undefined && textAt(title.at).trim() === '')
    reading.report(missingKey(whereKey(title.at), 'title', 'A topic'))
}

function resolveHead(
  reading: Reading,
  layers: Layers<TopicData>,
  withDefaults: Layers<DefaultsData>,
) {
  return {
    title: inlineOf(reading, pick(layers, 'title')),
    subtitle: inlineOf(reading, pick(layers, 'subtitle')),
    summary: inlineOf(reading, pick(layers, 'summary')),
    author: inlineOf(reading, pick(withDefaults, 'author')),
    subject: inlineOf(reading, pick(withDefaults, 'subject')),
    syllabus: resolveSyllabus(reading, pick(withDefaults, 'syllabus')),
    version: plainOf(reading, pick(layers, 'version')),
    brand: resolveBrand(reading, all(withDefaults, 'brand')),
  }
}

function resolveSyllabus(
  reading: Reading,
  syllabus: Layer<NonNullable<DefaultsData['syllabus']>> | undefined,
): readonly Inline[] {
  if (syllabus === undefined) return []
  const { value, at } = syllabus
  if (typeof value !== 'object') return [inlineOf(reading, { value, at })]
  return items({ value, at }).map((entry) => inlineOf(reading, entry))
}

/** Each key of the brand by itself: a topic may change the colour and keep the institute's name. */
function resolveBrand(reading: Reading, layers: Layers<BrandData>): Brand {
  const logo = pick(layers, 'logo')
  const primary = pick(layers, 'primary')
  const accent = pick(layers, 'accent')
  return {
    name: plainOf(reading, pick(layers, 'name')),
    line: plainOf(reading, pick(layers, 'line')),
    phone: plainOf(reading, pick(layers, 'phone')),
    logo: (logo === undefined ? undefined : reading.pictures.add(logo)) ?? '',
    primary: primary?.value.toLowerCase() ?? '',
    accent: accent?.value.toLowerCase() ?? '',
    ...(logo && { logoAt: whereValue(logo.at) }),
    colorsAt: {
      ...(primary && { primary: whereValue(primary.at) }),
      ...(accent && { accent: whereValue(accent.at) }),
    },
  }
}

function resolveRest(reading: Reading, layers: Layers<TopicData>) {
  const glossary = resolveGlossary(reading, layers)
  const questions = resolveQuestions(reading, layers)
  const ids = pick(layers, 'highlights')
  const highlights =
    ids === undefined
      ? []
      : items(ids).flatMap((id) => {
          const fact = reading.ledger.fact(textAt(id.at), () => whereValue(id.at))
          return fact === undefined ? [] : [resolveFact(reading, fact)]
        })
  return { glossary, questions, highlights }
}

/** Used facts first number their sources; then the whole ledger in the order written, without the folder's facts that the topic leaves alone. */
function resolveLedger(reading: Reading, sharedFile: string, ownFile: string): readonly Fact[] {
  const { ledger } = reading
  const used = new Set(ledger.used())
  for (const id of used) {
    const fact = ledger.peek(id)
    if (fact !== undefined) ledger.citeSourceOf(fact)
  }
  const listed: Fact[] = []
  for (const [id, layers] of ledger.content.facts) {
    const isShared = layers.every(({ at }) => at.document.file === sharedFile)
    if (isShared && !used.has(id)) continue
    const fact = ledger.peek(id)
    if (fact === undefined) continue
    const value = pick(layers, 'value')
    const where = value?.at.document.file === ownFile ? whereValue(value.at) : undefined
    const place = where?.place === undefined ? {} : { place: where.place }
    listed.push({ ...resolveFact(reading, fact), ...place })
  }
  return listed
}

function templateOf({ request, report }: ResolveTopic, layers: Layers<DefaultsData>): string {
  if (request.templateOverride !== undefined) return request.templateOverride
  const template = pick(layers, 'template')
  if (template === undefined) return BUILT_IN_TEMPLATE
  checkGlyphs(template.value, template.at, report)
  if (!request.templateNames.includes(template.value))
    report(unknownTemplate(whereValue(template.at), template.value, request.templateNames))
  return template.value
}

function bilingualOf(layers: Layers<DefaultsData>, ownFile: string): Topic['bilingual'] {
  const given = pick(layers, 'bilingual')
  if (given === undefined) return { layout: 'none' }
  const { file, place } = whereValue(given.at)
  return { layout: given.value, ...(file !== ownFile || place === undefined ? {} : { place }) }
}

function profileOf({ report }: ResolveTopic, layers: Layers<DefaultsData>): Topic['profile'] {
  const profile = pick(layers, 'profile')
  if (profile === undefined) return undefined
  checkGlyphs(profile.value, profile.at, report)
  return { name: profile.value, where: whereValue(profile.at) }
}

/** A topic's or folder's own word; else that of the institute. */
function watermarkOf(reading: Reading, layers: Layers<DefaultsData>): string | undefined {
  const watermark = pick(layers, 'watermark') ?? pick(all(layers, 'brand'), 'watermark')
  return watermark === undefined ? undefined : plainOf(reading, watermark)
}

function writtenTitlesOf(
  sections: readonly BareSection[],
  layers: Layers<TopicData>,
): ReadonlyMap<string, readonly string[]> {
  const lists = all(layers, 'sections').map(items)
  return new Map(
    sections.map(({ id, place }) => {
      const written = lists.flat().filter(({ value, at }) => {
        const line = whereValue(at).place?.line
        return value.id === id || (value.id === undefined && line === place.line)
      })
      return [id, written.flatMap((section) => titleOf(section))]
    }),
  )
}

function titleOf({ value, at }: Layer<{ readonly title?: unknown }>): readonly string[] {
  return value.title === undefined ? [] : [textAt(child(at, 'title')).replace(/\s+/gu, ' ').trim()]
}

function writtenOf(layer: Layer<unknown> | undefined): string {
  return layer === undefined ? '' : textAt(layer.at)
}
