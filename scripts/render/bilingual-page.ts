/** A topic and its other edition → one printed page of both. */
import type { EditionInput } from '../brief/render-bilingual.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { oneEditionOnly } from '../diagnostics/topic-problems.ts'
import type { CompiledTemplates } from '../template/render-template.ts'
import { inlineText } from '../topic/inline-text.ts'
import type { Topic } from '../topic/topic.ts'
import { printInput, profileOf } from './choose-print.ts'
import { ContentProblem } from './content-problem.ts'
import type { Job, RenderedFile } from './job.ts'
import { picturesOf } from './pictures.ts'
import { tellPage } from './tell-fit.ts'

const PATH = 'brief-bilingual.pdf'

/** Beside the brief, when it is asked for; without the other edition the reader has said so. */
export async function renderBilingualPage(job: Job): Promise<readonly RenderedFile[]> {
  const { topic, sibling, options, templates, theme } = job
  const layout = options.bilingual ?? topic.bilingual.layout
  // The page belongs to the original, also where its edition needs it for a back.
  if (sibling === undefined || layout === 'none' || topic.slug.endsWith('.hi')) return []
  const profile = profileOf(topic, theme, options.profile)
  // The brief itself reports it.
  if (profile === undefined) return []
  const editions = [
    await editionInput(topic, templates),
    await editionInput(sibling, templates),
  ] as const
  const { renderBilingual } = await import('../brief/render-bilingual.ts')
  const title = [topic, sibling].map((edition) => inlineText(edition.title)).join(' · ')
  const { report, dropped, pdf } = await renderBilingual({
    ...printInput(job, { profile, title }),
    editions,
    layout,
    hasOneFoot: hasOneFoot(topic, sibling),
  })
  for (const diagnostic of onlyInOne(topic, sibling)) job.warn(diagnostic)
  tellPage({ ...report, dropped }, { path: PATH, side: 'front', page: 'the bilingual brief' }, job)
  if (pdf === undefined) return []
  return [{ format: 'brief', path: PATH, bytes: pdf, pages: 1 }]
}

/** English comes first wherever it is the original; see `standard` in words.yaml. */
async function editionInput(edition: Topic, templates: CompiledTemplates): Promise<EditionInput> {
  const rendered = templates.renderBrief(edition)
  if ('diagnostic' in rendered) throw new ContentProblem(rendered.diagnostic)
  return {
    markdown: rendered.markdown,
    pictures: await picturesOf(edition),
    lang: edition.lang,
    standardLine: templates.wordsIn(edition.lang)['standard'] ?? '',
  }
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
