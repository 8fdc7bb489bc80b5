/** `handout.pdf`: the slides on sheets of paper, a few on each or one with what is said. */
import type { PrintProfile } from '../theme/print-profile.ts'
import { chooseHandout, type HandoutChoice } from './choose-handout.ts'
import { ContentProblem } from './content-problem.ts'
import type { Job, RenderedFile } from './job.ts'

/** A copy of the deck: whom it is for decides what stands in its Markdown. */
type Copy = {
  readonly path: string
  markdown(job: Job, choice: HandoutChoice): Promise<string>
}

const COPIES: Readonly<Record<HandoutChoice['copy'], readonly Copy[]>> = {
  teacher: [{ path: 'handout.pdf', markdown: (job) => job.deckMarkdown() }],
  student: [],
  both: [],
}

export async function renderHandouts(job: Job): Promise<readonly RenderedFile[]> {
  const choice = chooseHandout(job)
  const files: RenderedFile[] = []
  for (const copy of COPIES[choice.copy]) files.push(await renderCopy(copy, choice, job))
  return files
}

async function renderCopy(copy: Copy, choice: HandoutChoice, job: Job): Promise<RenderedFile> {
  const rendered = job.templates.renderHandout(job.topic)
  if ('diagnostic' in rendered) throw new ContentProblem(rendered.diagnostic)
  const { drawSlides } = await import('../deck/draw-slides.ts')
  const { printHandout } = await import('../print/handout/print-handout.ts')
  const markdown = await copy.markdown(job, choice)
  const { inked } = await import('./ink-handout.ts')
  const { theme, pictures, inkCall } = inked(job, choice.ink)
  const deck = await drawSlides({ markdown, pictures, theme, hasNotes: false })
  const { pdf, pages } = await printHandout(
    {
      deck,
      theme: { ...theme, preset: job.options.preset ?? job.topic.preset ?? theme.preset },
      layout: choice.layout,
      markdown: rendered.markdown,
      ...marginsOf(choice.profile),
      inkCall,
    },
    job.printer,
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
