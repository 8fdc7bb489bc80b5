/** The sections of the key as pieces of HTML, each of which stays whole. */
import { escapeHtml } from '../../deck/html-text.ts'
import { wordsOf } from '../../deck/inline-text.ts'
import type { BlankedSlide } from '../../deck/number-blanks.ts'
import type { KeyContent, KeyWords } from './key-content.ts'

export type KeySection = {
  readonly title: string
  readonly columns: number
  readonly pieces: readonly string[]
}

/**
 * Those that hold something, in the order of the page.
 *
 * @param topic its title, which is in sight on every page
 */
export function keySections(
  { slides, answers, inSight }: KeyContent,
  words: KeyWords,
  topic: string,
): readonly KeySection[] {
  const sections = [
    {
      title: words.terms,
      columns: 3,
      pieces: slides.flatMap((slide) => slidePieces(slide, words)),
    },
    { title: words.answers, columns: 2, pieces: answers.map(answerPiece) },
    {
      title: words.inSight,
      columns: 3,
      pieces: inSight.map(({ name, where }) => {
        const place = where === '' ? topic : wordsOf(where)
        return `<p class="seen">${escapeHtml(name)} <span class="where">${escapeHtml(place)}</span></p>`
      }),
    },
  ]
  return sections.filter(({ pieces }) => pieces.length > 0)
}

/** The name of the slide stays with its first term. */
function slidePieces(
  { number, heading, blanks }: BlankedSlide,
  words: KeyWords,
): readonly string[] {
  const entries = blanks.map(
    (blank) => `<p class="term"><b>${blank.number}</b> ${escapeHtml(blank.term)}</p>`,
  )
  const title = wordsOf(heading.replace(/ <small>\(\d+\/\d+\)<\/small>$/, ''))
  const label = words.slide.replace('{}', String(number))
  const name = `<h3><span>${escapeHtml(label)}</span> ${escapeHtml(title)}</h3>`
  const [first = '', ...rest] = entries
  return [name + first, ...rest]
}

function answerPiece({ heading, letter, option, reasons }: KeyContent['answers'][number]): string {
  const right = [letter, option].filter((text) => text !== '')
  const head =
    right.length === 0
      ? ''
      : `<p class="right"><b>${escapeHtml(letter)}</b> ${escapeHtml(option)}</p>`
  const why = reasons.map((reason) => `<p>${escapeHtml(reason)}</p>`).join('')
  return `<div class="answer"><h3>${escapeHtml(heading)}</h3>${head}${why}</div>`
}
