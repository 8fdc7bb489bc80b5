/** A topic and its other edition → one printed page of both. */
import type { BilingualInput, BilingualResult } from './brief/render-bilingual.ts'
import type { Pictures } from './chart/picture.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { oneEditionOnly } from './diagnostics/topic-problems.ts'
import type { CompiledTemplates } from './template/render-template.ts'
import type { PrintProfile } from './theme/print-profile.ts'
import type { Theme } from './theme/theme.ts'
import { inlineText } from './topic/inline-text.ts'
import type { Bilingual, Preset, Topic } from './topic/topic.ts'

export type EditionsJob = {
  readonly topic: Topic
  readonly sibling: Topic
  readonly layout: Exclude<Bilingual, 'none'>
  readonly preset: Preset
  readonly date: string
  readonly theme: Theme
  readonly profile: PrintProfile
  readonly templates: CompiledTemplates
  readonly source: BilingualInput['source']
  picturesOf(topic: Topic): Pictures
}

export type RenderedEditions =
  | { readonly result: BilingualResult; readonly diagnostics: readonly Diagnostic[] }
  /** A template failed. */
  | { readonly diagnostic: Diagnostic }

/** English comes first wherever it is the original; see `standard` in words.yaml. */
export async function renderEditions(job: EditionsJob): Promise<RenderedEditions> {
  const { topic, sibling, templates, theme, layout, preset, date, profile } = job
  const own = templates.renderBrief(topic)
  const other = templates.renderBrief(sibling)
  if ('diagnostic' in own) return own
  if ('diagnostic' in other) return other
  const inputOf = (edition: Topic, markdown: string) => ({
    markdown,
    pictures: job.picturesOf(edition),
    lang: edition.lang,
    standardLine: templates.wordsIn(edition.lang)['standard'] ?? '',
  })
  const { renderBilingual } = await import('./brief/render-bilingual.ts')
  const result = await renderBilingual({
    editions: [inputOf(topic, own.markdown), inputOf(sibling, other.markdown)],
    layout,
    hasOneFoot: hasOneFoot(topic, sibling),
    theme,
    title: [topic, sibling].map(({ title }) => inlineText(title)).join(' · '),
    author: inlineText(topic.author),
    subject: inlineText(topic.subject),
    date,
    preset,
    profile,
    watermark: topic.watermark ?? profile.watermark,
    source: job.source,
  })
  return { result, diagnostics: onlyInOne(topic, sibling) }
}

/** The numbers of the sources and the letters of the answers mean the same in both editions. */
function hasOneFoot(topic: Topic, sibling: Topic): boolean {
  const signOf = ({ sources, questions }: Topic): string =>
    JSON.stringify([sources.map(({ id }) => id), questions.map(({ answer }) => answer)])
  return signOf(topic) === signOf(sibling)
}

/** What the edition lacks its reader reports; what only the edition has is known here. */
function onlyInOne(topic: Topic, sibling: Topic): readonly Diagnostic[] {
  const known = new Set(topic.sections.map(({ id }) => id))
  return sibling.sections
    .filter(({ id }) => !known.has(id))
    .map(({ id, place }) => oneEditionOnly({ file: sibling.file, place }, id, topic.file))
}
