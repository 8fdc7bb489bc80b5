/** The slides of many topics measured by one browser, a few decks at once. */
import { type Diagnostic, NO_FILE } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic } from '../diagnostics/make-diagnostic.ts'
import { checkSlides } from '../print/check-slides.ts'
import { PrintError, type Printer, type PrintProblem } from '../print/printer.ts'
import { tellSlides } from '../render/tell-slides.ts'
import type { TemplateSet } from '../template/template-set.ts'
import type { CheckedTopic } from './check-render.ts'
import type { Invocation } from './command.ts'

export type SlideCheck = {
  /** Returns when there is room for another deck, not when this one is measured. */
  take(topic: CheckedTopic, deckHtml: Uint8Array): Promise<void>
  finish(): Promise<{ readonly diagnostics: readonly Diagnostic[]; readonly slideCount: number }>
}

/** More would only wait, with their documents in memory. */
const MOST_WAITING = 4

export function openSlideCheck(
  printer: Printer,
  sources: {
    readonly invocation: Invocation
    readonly setOf: (name: string) => TemplateSet | undefined
  },
): SlideCheck {
  const { inspectScript } = sources.invocation.program
  const diagnostics: Diagnostic[] = []
  const waiting = new Set<Promise<void>>()
  let slideCount = 0
  let stopped: PrintProblem | undefined
  const measure = async ({ topic, texts }: CheckedTopic, html: string): Promise<void> => {
    try {
      const slides = await checkSlides({ html, inspectScript }, printer)
      const set = sources.setOf(topic.template)
      if (set === undefined) return
      slideCount += slides.length
      const files = [...texts].map(([file, text]) => ({ file, text }))
      diagnostics.push(...tellSlides(slides, { files, set }))
    } catch (error) {
      if (!(error instanceof PrintError)) throw error
      if (error.problem.reach === 'build') stopped ??= error.problem
      else diagnostics.push(notMeasured(error.problem, topic.file))
    }
  }
  return {
    async take(topic, deckHtml) {
      if (stopped !== undefined) return
      const work = measure(topic, new TextDecoder().decode(deckHtml))
      waiting.add(work)
      // What fails is met again in `finish`.
      work.then(
        () => waiting.delete(work),
        () => undefined,
      )
      if (waiting.size >= MOST_WAITING) await Promise.race(waiting)
    },
    async finish() {
      await Promise.all(waiting)
      if (stopped !== undefined) diagnostics.push(notMeasured(stopped, NO_FILE))
      return { diagnostics, slideCount }
    },
  }
}

function notMeasured({ code, message, hint }: PrintProblem, file: string): Diagnostic {
  return makeDiagnostic(
    code,
    { file },
    { message: `The slides were not measured: ${message}`, hint },
  )
}
