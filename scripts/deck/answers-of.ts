/** What a deck says of the answers to its questions. */
import { wordsOf } from './inline-text.ts'
import { readDeck } from './read-deck.ts'
import type { Slide } from './slide.ts'

export type Answer = {
  /** Heading of the question, or of the answer where there is no slide with the question. */
  readonly heading: string
  /** Of the right option, and what it says; both empty for an answer in words. */
  readonly letter: string
  readonly option: string
  /** The reason, or the answer in words: a text for each paragraph. */
  readonly reasons: readonly string[]
}

/** In the order of the slides. All in the words that a reader sees. */
export function answersOf(markdown: string): readonly Answer[] {
  const { slides } = readDeck(markdown)
  return slides.flatMap((slide, index) => {
    const isKey = slide.classes.includes('question') && slide.classes.includes('key')
    if (!isKey && !slide.classes.includes('answer')) return []
    const asked = slides.slice(0, index).findLast(isQuestion)
    return [answerOf(slide, isKey ? (asked ?? slide) : slide)]
  })
}

function isQuestion({ classes }: Slide): boolean {
  return classes.includes('question') && !classes.includes('key')
}

/** How the letter of the right option is marked. */
export const MARKED_LETTER_RE = /^(?:\*\*_([^_*]+)_\*\*|\*\*\*([^_*]+)\*\*\*)/

function answerOf(slide: Slide, { heading }: Slide): Answer {
  const items = slide.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
  const right = items.find(({ text }) => MARKED_LETTER_RE.test(text))
  const [mark = '', emphasis, other = ''] = MARKED_LETTER_RE.exec(right?.text ?? '') ?? []
  const list = slide.blocks.findLastIndex(({ kind }) => kind === 'list')
  const reasons = slide.blocks
    .slice(list + 1)
    .flatMap((block) => (block.kind === 'paragraph' ? [wordsOf(block.text)] : []))
  return {
    heading: wordsOf(heading?.text ?? ''),
    letter: emphasis ?? other,
    option: wordsOf(right?.text.slice(mark.length) ?? ''),
    reasons: reasons.filter((text) => text !== ''),
  }
}
