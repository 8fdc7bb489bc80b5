/** The printed brief of a topic: its front and, where the print profile wants one, its back. */
import type { BriefPage } from '../brief/render-brief.ts'
import type { PrintProfile } from '../theme/print-profile.ts'
import { inlineText } from '../topic/inline-text.ts'
import { type Back, chooseBack } from './choose-back.ts'
import { printInput, profileOf, unknownProfile } from './choose-print.ts'
import { ContentProblem } from './content-problem.ts'
import type { Job, RenderedFile } from './job.ts'
import { picturesOf } from './pictures.ts'
import { type PageName, tellPage } from './tell-fit.ts'

const PATH = 'brief.pdf'
const FRONT: PageName = { path: PATH, side: 'front', page: 'the brief' }
const BACK: PageName = { path: PATH, side: 'back', page: 'the back of the brief' }

export async function renderBriefPage(job: Job): Promise<readonly RenderedFile[]> {
  const { topic, templates, theme, options } = job
  const profile = profileOf(topic, theme, options.profile)
  if (profile === undefined) throw new ContentProblem(unknownProfile(topic, theme, options.profile))
  const overleaf = backOf(profile, job)
  const rendered = templates.renderBrief(topic, {
    hasQuestionsOverleaf: overleaf?.hasQuestions === true,
  })
  if ('diagnostic' in rendered) throw new ContentProblem(rendered.diagnostic)
  const { renderBrief } = await import('../brief/render-brief.ts')
  const result = await renderBrief({
    ...printInput(job, { profile, title: inlineText(topic.title) }),
    markdown: rendered.markdown,
    pictures: job.pictures,
    lang: topic.lang,
    back: overleaf === undefined ? undefined : await pageOf(overleaf),
  })
  tellPage(result.report, !result.ok && result.side === 'back' ? BACK : FRONT, job)
  if (!result.ok) return []
  if (result.backReport !== undefined) tellPage(result.backReport, BACK, job)
  return [{ format: 'brief', path: PATH, bytes: result.pdf, pages: result.pageCount }]
}

function backOf(profile: PrintProfile, { topic, sibling, templates, warn }: Job): Back | undefined {
  const chosen = chooseBack(profile.back, { topic, sibling }, templates)
  if ('diagnostic' in chosen) throw new ContentProblem(chosen.diagnostic)
  if ('back' in chosen) return chosen.back
  warn(chosen.warning)
  return undefined
}

async function pageOf({ topic, markdown }: Back): Promise<BriefPage> {
  return { markdown, pictures: await picturesOf(topic), lang: topic.lang }
}
