/** Everything a topic says, on slides and in notes, as words. */
import { inlineText } from '../../../scripts/topic/inline-text.ts'
import type { Block, Inline, Point, Topic } from '../../../scripts/topic/topic.ts'

export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFC').match(/\p{L}[\p{L}\p{M}\p{N}]+/gu) ?? []
}

export function saidBy(topic: Topic): string {
  const shown: readonly Inline[] = [
    topic.title,
    topic.subtitle,
    topic.summary,
    ...topic.sections.flatMap(({ title, blocks }) => [title, ...blocks.flatMap(textsOf)]),
  ]
  const spoken = [topic.openingNotes, ...topic.sections.map(({ notes }) => notes)]
  const sources = topic.sources.map(({ title, url }) => `${inlineText(title)} ${url}`)
  return [...shown.map(withAddresses), ...spoken, ...sources].join('\n')
}

export function pointsOf(topic: Topic): readonly string[] {
  return topic.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'points' ? block.items.flatMap(pointTexts) : []))
    .map(inlineText)
}

/** Text and, unlike on a slide, the addresses of its links. */
function withAddresses(inline: Inline): string {
  const urls = inline.flatMap((span) => (span.kind === 'link' ? [span.url] : []))
  return [inlineText(inline), ...urls].join(' ')
}

function textsOf(block: Block): readonly Inline[] {
  if (block.kind === 'points') return block.items.flatMap(pointTexts)
  if (block.kind !== 'table') return []
  return [...block.table.columns.map(({ title }) => title), ...block.table.rows.flat()]
}

function pointTexts({ text, children }: Point): readonly Inline[] {
  return [text, ...children.flatMap(pointTexts)]
}
