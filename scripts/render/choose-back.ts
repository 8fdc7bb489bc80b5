/** What stands on the back of a topic's page. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic } from '../diagnostics/make-diagnostic.ts'
import type { CompiledTemplates, RenderedTemplate } from '../template/render-template.ts'
import type { PrintProfile } from '../theme/print-profile.ts'
import type { Topic } from '../topic/topic.ts'
import type { Editions } from './job.ts'

export type Back = {
  readonly topic: Topic
  readonly markdown: string
  /** The front then leaves its questions out. */
  readonly hasQuestions: boolean
}

export type ChosenBack =
  | { readonly back: Back | undefined }
  | { readonly warning: Diagnostic }
  | { readonly diagnostic: Diagnostic }

/** A back that a topic has nothing for stays blank, with a warning: the front is right without it. */
export function chooseBack(
  wanted: PrintProfile['back'],
  { topic, sibling }: Editions,
  templates: CompiledTemplates,
): ChosenBack {
  if (wanted === 'blank') return { back: undefined }
  if (wanted === 'questions') {
    const rendered = templates.renderBack(topic)
    if (rendered === undefined)
      return noBack(topic, `the template set \`${topic.template}\` has no \`back.md.hbs\``)
    if (isEmpty(rendered)) return noBack(topic, 'the topic has no `questions`')
    return backFrom(rendered, { topic, hasQuestions: true })
  }
  if (sibling === undefined)
    return noBack(topic, 'there is no edition in the other language without errors')
  return backFrom(templates.renderBrief(sibling), { topic: sibling, hasQuestions: false })
}

function isEmpty(rendered: RenderedTemplate): boolean {
  return 'markdown' in rendered && rendered.markdown.trim() === ''
}

function backFrom(rendered: RenderedTemplate, rest: Omit<Back, 'markdown'>): ChosenBack {
  if ('diagnostic' in rendered) return rendered
  return { back: { ...rest, markdown: rendered.markdown } }
}

function noBack(topic: Topic, reason: string): ChosenBack {
  const warning = makeDiagnostic('no-back', topic.profile?.where ?? { file: topic.file }, {
    message: `The back of the brief stays blank: ${reason}`,
    hint: 'add it, or choose a profile of one side, such as `a4`',
  })
  return { warning }
}
