/** The institute's PowerPoint file of a topic: opened for its deck, and what the author should know of it. */
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { Report, Where } from '../diagnostics/make-diagnostic.ts'
import { layoutMissing, smallText, templateMacros } from '../diagnostics/pptx-problems.ts'
import type { BaseInput } from '../pptx/base/own-base.ts'
import type { TemplateBase } from '../pptx/base/read-base/read-base.ts'
import type { SlidePage } from '../pptx/presentation.ts'
import type { Theme } from '../theme/theme.ts'
import type { Topic } from '../topic/topic.ts'
import { ContentProblem, templateDiagnostic } from './content-problem.ts'

export type OpenTemplate = {
  /** Throws PptxTemplateError. */
  makeBase(input: BaseInput): TemplateBase
  /** What these slides have lost on their way to the template. */
  tell(slides: readonly SlidePage[], warn: Report): void
}

/** Undefined when the topic names none. Throws ContentProblem when the file cannot be read. */
export async function openTemplateOf({ pptxTemplate }: Topic): Promise<OpenTemplate | undefined> {
  if (pptxTemplate === undefined) return undefined
  if ('problem' in pptxTemplate) throw new ContentProblem(pptxTemplate.problem)
  const { readBase } = await import('../pptx/base/read-base/read-base.ts')
  const { bytes, where } = pptxTemplate
  let base: TemplateBase | undefined
  return {
    makeBase(input) {
      base = readBase({ ...input, file: bytes })
      return base
    },
    tell: (slides, warn) => base && tellLosses(slides, { base, where, warn }),
  }
}

type Losses = { readonly base: TemplateBase; readonly where: Where; readonly warn: Report }

function tellLosses(slides: readonly SlidePage[], { base, where, warn }: Losses): void {
  if (base.hasMacros) warn(templateMacros(where))
  for (const name of base.missing)
    if (slides.some(({ layout }) => layout === name)) warn(layoutMissing(where, name, base.names))
  const small = slides.flatMap(({ smallPx }, index) =>
    smallPx === undefined ? [] : [{ number: index + 1, sizePx: smallPx }],
  )
  if (small.length === 0) return
  const sizePt = Math.round(Math.min(...small.map(({ sizePx }) => sizePx)) * PT_PER_PX * 10) / 10
  warn(
    smallText(
      where,
      sizePt,
      small.map(({ number }) => number),
    ),
  )
}

const PT_PER_PX = 0.75

/** For `check`: what is wrong in the file itself, whatever the slides. */
export async function checkTemplate(topic: Topic, theme: Theme): Promise<readonly Diagnostic[]> {
  try {
    const template = await openTemplateOf(topic)
    const foot = { footer: '', date: '' }
    template?.makeBase({ theme, lang: topic.lang, paperColors: theme.colors, foot })
    return []
  } catch (error) {
    if (error instanceof ContentProblem) return [error.diagnostic]
    const diagnostic = templateDiagnostic(error, topic)
    if (diagnostic === undefined) throw error
    return [diagnostic]
  }
}
