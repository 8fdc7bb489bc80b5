/** `handout.pdf`: the slides on sheets of paper, a few on each or one with what is said. */
import type { KeyContent } from '../print/key/key-content.ts'
import type { PrintProfile } from '../theme/print-profile.ts'
import { chooseHandout, type HandoutChoice } from './choose-handout.ts'
import { presetOf } from './choose-print.ts'
import { ContentProblem } from './content-problem.ts'
import { printedInfo } from './deck-pdf.ts'
import type { Job, RenderedFile } from './job.ts'

/** A copy of the deck: whom it is for decides what stands in its Markdown. */
type Copy = { readonly path: string; readonly markdown: string }

export async function renderHandouts(job: Job): Promise<readonly RenderedFile[]> {
  const choice = chooseHandout(job)
  const files: RenderedFile[] = []
  const render = async (copy: Copy): Promise<void> => {
    files.push(await renderCopy(copy, choice, job))
  }
  if (choice.copy !== 'student')
    await render({ path: 'handout.pdf', markdown: await job.deckMarkdown() })
  if (choice.copy === 'teacher') return files
  const { studentCopy, hasKey } = await import('./student-copy.ts')
  const { markdown, key } = await studentCopy(job, {
    hasBlanks: choice.blanks,
    sheets: handoutMarkdown(job),
  })
  await render({ path: 'handout-student.pdf', markdown })
  if (hasKey(key)) files.push(await renderKey(key, choice, job))
  return files
}

async function renderKey(
  content: KeyContent,
  choice: HandoutChoice,
  job: Job,
): Promise<RenderedFile> {
  const { printKey } = await import('../print/key/print-key.ts')
  const { inked } = await import('./ink-handout.ts')
  const { margins } = marginsOf(choice.profile)
  const { theme, inkCall } = inked(job, choice.ink)
  const { lang } = job.topic
  const markdown = handoutMarkdown(job)
  const { pdf, pages } = await printKey(
    { content, markdown, lang, theme, info: printedInfo(job), margins, inkCall },
    job.printer,
  )
  return { format: 'handout', path: 'handout-key.pdf', bytes: pdf, pages }
}

function handoutMarkdown({ templates, topic }: Job): string {
  const rendered = templates.renderHandout(topic)
  if ('diagnostic' in rendered) throw new ContentProblem(rendered.diagnostic)
  return rendered.markdown
}

async function renderCopy(copy: Copy, choice: HandoutChoice, job: Job): Promise<RenderedFile> {
  const { drawSlides } = await import('../deck/draw-slides.ts')
  const { printHandout } = await import('../print/handout/print-handout.ts')
  const { inked } = await import('./ink-handout.ts')
  const { theme, pictures, inkCall } = inked(job, choice.ink)
  const { markdown } = copy
  const deck = await drawSlides({ markdown, pictures, theme, hasNotes: false })
  const { printOnSheets } = await import('./choose-sheets.ts')
  const paper = marginsOf(choice.profile)
  const input = {
    deck,
    theme: { ...theme, preset: presetOf(job) },
    markdown: handoutMarkdown(job),
    info: printedInfo(job),
    ...paper,
    inkCall,
  }
  const { pdf, pages } = await printOnSheets(
    (layout) => printHandout({ ...input, layout }, job.printer),
    { path: copy.path, deck, choice, margins: paper.margins },
    job,
  )
  return { format: 'handout', path: copy.path, bytes: pdf, pages }
}

const MARGIN_MM = 14

/** Wider where the print profile has the paper punched, on the back at the other side. */
function marginsOf(profile: PrintProfile | undefined) {
  const { punchMarginMm = 0, punchSide = 'left', back = 'blank' } = profile ?? {}
  const punched = Math.max(MARGIN_MM, punchMarginMm)
  const margins = {
    leftMm: punchSide === 'left' ? punched : MARGIN_MM,
    rightMm: punchSide === 'right' ? punched : MARGIN_MM,
  }
  return { margins, isMirrored: back !== 'blank' }
}
