/** What the teacher gets beside the students' copy: what belongs into the gaps, and the answers. */
import type { Answer } from '../../deck/answers-of.ts'
import type { BlankedSlide } from '../../deck/number-blanks.ts'
import type { TermInSight } from '../../deck/terms-in-sight.ts'

export type KeyContent = {
  readonly slides: readonly BlankedSlide[]
  readonly answers: readonly Answer[]
  readonly inSight: readonly TermInSight[]
}

/** What a template set says on the page: block `key` of `handout.md.hbs`. */
export type KeyWords = {
  readonly title: string
  readonly terms: string
  readonly answers: string
  readonly inSight: string
  /** With `{}` for the number. */
  readonly slide: string
}

export function readKeyWords([title, terms, answers, inSight, slide]: readonly string[]): KeyWords {
  return {
    title: title ?? 'Key',
    terms: terms ?? '',
    answers: answers ?? '',
    inSight: inSight ?? '',
    slide: slide ?? '{}',
  }
}
