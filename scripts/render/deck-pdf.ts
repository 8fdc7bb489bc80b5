/** `deck.pdf`: the slides of `deck.html` on pages of their own size. */
import type { PrintedInfo } from '../print/pdf/file-facts.ts'
import { inlineText } from '../topic/inline-text.ts'
import type { Job, RenderedFile } from './job.ts'

export async function renderDeckPdf(job: Job): Promise<readonly RenderedFile[]> {
  const { html, slideCount } = await job.deckHtml()
  const { printDeck } = await import('../print/deck-pdf.ts')
  const { themeOfDeck } = await import('../deck/slide-size.ts')
  const { widthPx, heightPx } = themeOfDeck(await job.deckMarkdown(), job.theme).deck
  const input = { html, widthPx, heightPx, info: printedInfo(job) }
  const { isAnnotated } = job.options
  const bytes = await printDeck({ ...input, isAnnotated }, job.printer)
  return [{ format: 'pdf', path: 'deck.pdf', bytes, pages: slideCount }]
}

/** What a printed file of the topic says about itself. */
export function printedInfo({ topic, options }: Pick<Job, 'topic' | 'options'>): PrintedInfo {
  return {
    title: inlineText(topic.title),
    author: inlineText(topic.author) || topic.brand.name,
    subject: inlineText(topic.subject),
    keywords: topic.syllabus.map(inlineText),
    lang: topic.lang,
    date: options.creationDate || topic.date,
  }
}
