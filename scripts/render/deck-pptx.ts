/** `deck.pptx`: the slides of the deck as a PowerPoint that a colleague can edit. */
import { linkRefused } from '../diagnostics/link-problems.ts'
import { printedInfo } from './deck-pdf.ts'
import { openTemplateOf } from './institute-template.ts'
import type { Job, RenderedFile } from './job.ts'

export async function renderDeckPptx(job: Job): Promise<readonly RenderedFile[]> {
  const markdown = await job.deckMarkdown()
  const { renderPptx } = await import('../pptx/render-pptx.ts')
  const { pictures, theme, topic, options } = job
  const template = await openTemplateOf(topic)
  const { bytes, slideCount, slides, refusedLinks } = await renderPptx({
    markdown,
    pictures,
    theme,
    hasNotes: options.hasNotes,
    properties: {
      ...printedInfo(job),
      company: topic.brand.name,
      printedDate: topic.printedDate,
    },
    ...(template !== undefined && { makeBase: template.makeBase }),
  })
  template?.tell(slides, job.warn)
  for (const link of refusedLinks) {
    const place = topic.sections.find(({ id }) => id === link.section)?.place
    job.warn(linkRefused({ file: topic.file, ...(place && { place }) }, link))
  }
  return [{ format: 'pptx', path: 'deck.pptx', bytes, slides: slideCount }]
}
