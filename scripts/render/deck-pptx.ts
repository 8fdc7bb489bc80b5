/** `deck.pptx`: the slides of the deck as a PowerPoint that a colleague can edit. */
import { printedInfo } from './deck-pdf.ts'
import type { Job, RenderedFile } from './job.ts'

export async function renderDeckPptx(job: Job): Promise<readonly RenderedFile[]> {
  const markdown = await job.deckMarkdown()
  const { renderPptx } = await import('../pptx/render-pptx.ts')
  const { pictures, theme, topic, options } = job
  const { bytes, slideCount } = renderPptx({
    markdown,
    pictures,
    theme,
    hasNotes: options.hasNotes,
    properties: { ...printedInfo(job), printedDate: topic.printedDate },
  })
  return [{ format: 'pptx', path: 'deck.pptx', bytes, slides: slideCount }]
}
