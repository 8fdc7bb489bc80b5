/** The sections of the key as pieces of HTML, each of which stays whole. */

import type { Answer } from '../../deck/answers-of.ts'
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
    { title: words.answers, columns: 2, pieces: answers.flatMap(answerPieces) },
    {
      title: words.inSight,
      columns: 2,
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
  const entries = blanks.flatMap(({ number: mark, term }) => {
    const [first = '', ...more] = inParts(term).map(escapeHtml)
    return [
      `<p class="term"><b>${mark}</b> ${first}</p>`,
      ...more.map((part) => `<p class="term more">${part}</p>`),
    ]
  })
  const title = wordsOf(heading.replace(/ <small>\(\d+\/\d+\)<\/small>$/, ''))
  const label = words.slide.replace('{}', String(number))
  const name = `<h3><span>${escapeHtml(label)}</span> ${escapeHtml(title)}</h3>`
  const [first = '', ...rest] = entries
  return [name + first, ...rest]
}

function answerPieces({ heading, letter, option, reasons }: Answer): readonly string[] {
  const right = [letter, option].some((text) => text !== '')
    ? `<p class="right"><b>${escapeHtml(letter)}</b> ${escapeHtml(option)}</p>`
    : ''
  const [first = '', ...rest] = reasons.flatMap(inParts).map((part) => `<p>${escapeHtml(part)}</p>`)
  const head = `<h3>${escapeHtml(heading)}</h3>${right}${first}`
  return [head, ...rest].map(
    (html, index) =>
      `<div class="${index === rest.length ? 'answer end' : 'answer'}">${html}</div>`,
  )
}

/** Of a text that nobody expected so long: a column holds ten times as much, and a piece is never divided. */
const MOST_LETTERS = 400
const PART_RE = new RegExp(`[\\s\\S]{1,${MOST_LETTERS}}(?=\\s|$)|[\\s\\S]{1,${MOST_LETTERS}}`, 'gu')

function inParts(text: string): readonly string[] {
  return text.length <= MOST_LETTERS
    ? [text]
    : (text.match(PART_RE) ?? []).map((part) => part.trim())
}
