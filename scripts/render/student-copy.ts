/** The deck for students, and what the teacher needs beside it. */
import type { BlankedDeck } from '../deck/blank-terms.ts'
import { makeDiagnostic } from '../diagnostics/make-diagnostic.ts'
import type { KeyContent } from '../print/key/key-content.ts'
import { inlineText } from '../topic/inline-text.ts'
import type { Job } from './job.ts'

export type StudentCopy = {
  /** Paginated. */
  readonly markdown: string
  /** Undefined without blanks: the teacher's own copy has the answers. */
  readonly key: KeyContent | undefined
}

export type StudentOptions = {
  readonly hasBlanks: boolean
  /** Rendered `handout.md.hbs`: what its sheets show is no secret. */
  readonly sheets: string
}

export async function studentCopy(
  job: Job,
  { hasBlanks, sheets }: StudentOptions,
): Promise<StudentCopy> {
  const { forStudents } = await import('../deck/for-students.ts')
  const { paginateDeck } = await import('../deck/paginate-deck.ts')
  const { theme, pictures } = job
  const whole = job.templateMarkdown()
  const bare = forStudents(whole)
  if (!hasBlanks) return { markdown: paginateDeck(bare, theme, pictures), key: undefined }
  const { blankTerms } = await import('../deck/blank-terms.ts')
  const { numberBlanks } = await import('../deck/number-blanks.ts')
  const { answersOf } = await import('../deck/answers-of.ts')
  const blanked = blankTerms(bare, { theme, pictures, around: await wordsAround(job, sheets) })
  if (blanked.terms.size === 0) tellNoBlanks(blanked, job)
  const paginated = paginateDeck(blanked.markdown, theme, pictures)
  const { markdown, slides } = numberBlanks(paginated, blanked.terms)
  return { markdown, key: { slides, answers: answersOf(whole), inSight: blanked.inSight } }
}

/** What every sheet shows, and what the file says about itself. */
async function wordsAround({ topic }: Job, sheets: string): Promise<readonly string[]> {
  const { readHandoutMarkdown } = await import('../print/handout/read-handout-markdown.ts')
  const facts = [topic.author, topic.subject, ...topic.syllabus].map(inlineText)
  return [...Object.values(readHandoutMarkdown(sheets)), ...facts]
}

function tellNoBlanks({ inSight }: BlankedDeck, { topic, warn }: Job): void {
  const names = inSight.map(({ name }) => `\`${name}\``)
  const reason =
    names.length === 0
      ? 'it has no glossary, and no bold words in its text'
      : `headings, options or drawings show ${names.join(', ')}`
  warn(
    makeDiagnostic(
      'no-blanks',
      { file: topic.file },
      {
        message: `The student copy has no blanks: ${reason}`,
        hint: 'add terms to `glossary`, or set a word of a point in bold: `**word**`',
      },
    ),
  )
}

/** False when there is nothing to say. */
export function hasKey(key: KeyContent | undefined): key is KeyContent {
  return key !== undefined && key.slides.length + key.answers.length > 0
}
