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
  return [...shown.map(inlineText), ...spoken].join('\n')
}

export function pointsOf(topic: Topic): readonly string[] {
  return topic.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'points' ? block.items.flatMap(pointTexts) : []))
    .map(inlineText)
}

function textsOf(block: Block): readonly Inline[] {
  if (block.kind === 'points') return block.items.flatMap(pointTexts)
  if (block.kind !== 'table') return []
  return [...block.table.columns.map(({ title }) => title), ...block.table.rows.flat()]
}

function pointTexts({ text, children }: Point): readonly Inline[] {
  return [text, ...children.flatMap(pointTexts)]
}
