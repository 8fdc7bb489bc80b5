/**
 * A deck for students: its Markdown, before pagination, without what the speaker says and without the answers.
 * The questions stay.
 */
import { MARKED_LETTER_RE } from './answers-of.ts'
import { readDeck, withClasses } from './read-deck.ts'
import { plainText } from './rich-text.ts'
import type { Block, ListBlock, Slide } from './slide.ts'
import { withoutNotes } from './without-notes.ts'
import { writeDeck } from './write-deck.ts'
import { writeSlide } from './write-slide.ts'

export function forStudents(markdown: string): string {
  const deck = readDeck(withoutNotes(markdown))
  const { slides } = deck
  const asked = new Set(slides.filter(isQuestion).map(optionsOf))
  const kept = slides.flatMap((slide) => {
    if (isKey(slide)) return asked.has(optionsOf(slide)) ? [] : [withoutKey(slide)]
    if (slide.classes.includes('answer')) return []
    return [isQuestion(slide) && isMarked(slide) ? unmarked(slide) : slide.source]
  })
  return writeDeck(deck, kept.map(withoutPlan))
}

function isKey({ classes }: Slide): boolean {
  return classes.includes('question') && classes.includes('key')
}

function isQuestion(slide: Slide): boolean {
  return slide.classes.includes('question') && !isKey(slide)
}

/** The same for a question and its key. */
function optionsOf({ blocks }: Slide): string {
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
  return items.map(({ text }) => plainText(text)).join('\n')
}

function isMarked({ blocks }: Slide): boolean {
  return blocks.some((block) => block.kind === 'list' && unmarkedList(block) !== block)
}

function unmarked(slide: Slide): string {
  return writeSlide({ ...slide, blocks: slide.blocks.map(unmarkedBlock) })
}

function unmarkedBlock(block: Block): Block {
  return block.kind === 'list' ? unmarkedList(block) : block
}

function unmarkedList(list: ListBlock): ListBlock {
  if (!list.items.some(({ text }) => MARKED_LETTER_RE.test(text))) return list
  const items = list.items.map((item) => ({
    ...item,
    text: item.text.replace(
      MARKED_LETTER_RE,
      (_, letter?: string, other?: string) => `**${letter ?? other ?? ''}**`,
    ),
  }))
  return { ...list, items }
}

/** A question of which the template made only the key: its heading may name the letter, what follows the options says why. */
function withoutKey(slide: Slide): string {
  const end = slide.blocks.findLastIndex(({ kind }) => kind === 'list') + 1
  const directives = withClasses(
    slide.directives,
    slide.classes.filter((name) => name !== 'key'),
  )
  const blocks = slide.blocks.slice(0, end).map(unmarkedBlock)
  return writeSlide({ ...slide, directives, heading: undefined, blocks })
}

/** Minutes belong to the running order, which is the teacher's. */
function withoutPlan(source: string): string {
  return source.replace(/^(<!--\n(?:_\w+:.*\n)*?)_minutes:.*\n/, '$1')
}
