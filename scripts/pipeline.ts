/** The stages in order, and the table of formats. Data flows one way; every renderer is a function of its input. */
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import type { Printer } from './print/printer.ts'
import { openTurns } from './print/turns.ts'
import { renderBilingualPage } from './render/bilingual-page.ts'
import { renderBriefPage } from './render/brief-page.ts'
import { asDiagnostic } from './render/content-problem.ts'
import { renderHtml, renderMarkdown } from './render/deck-files.ts'
import { renderDeckPdf } from './render/deck-pdf.ts'
import { renderDeckPictures } from './render/deck-pictures.ts'
import { renderDeckPptx } from './render/deck-pptx.ts'
import { renderHandouts } from './render/handout.ts'
import {
  type Editions,
  type Format,
  makeJob,
  type PageFit,
  type RenderedFile,
  type Renderer,
  type RenderOptions,
} from './render/job.ts'
import { brandContrast } from './render/tell-contrast.ts'
import { brandLogo } from './render/tell-logo.ts'
import type { Workshop } from './render/workshop.ts'

const RENDERERS: Readonly<Record<Format, readonly Renderer[]>> = {
  html: [renderHtml],
  pdf: [renderDeckPdf],
  handout: [renderHandouts],
  png: [renderDeckPictures],
  pptx: [renderDeckPptx],
  brief: [renderBriefPage, renderBilingualPage],
  md: [renderMarkdown],
}

/** In the order in which they are made and named. */
export const FORMATS: readonly Format[] = ['html', 'pdf', 'handout', 'png', 'pptx', 'brief', 'md']

/** Those that a browser prints. */
export const BROWSER_FORMATS: ReadonlySet<Format> = new Set(['pdf', 'handout', 'png'])

/** True when one of the formats is printed by the browser. */
export function needsBrowser(formats: readonly Format[]): boolean {
  return formats.some((format) => BROWSER_FORMATS.has(format))
}

/** Made when nobody says what to make. */
export const DEFAULT_FORMATS: readonly Format[] = ['html', 'pdf', 'handout', 'pptx', 'brief', 'md']

export type Rendered = {
  readonly briefs: readonly PageFit[]
  readonly diagnostics: readonly Diagnostic[]
  /** Those asked for of which nothing failed. */
  readonly complete: ReadonlySet<Format>
}

export type Tools = {
  readonly workshop: Workshop
  readonly printer: Printer
  /** Takes each file as it is made, in no order: all pictures of a large deck would fill the memory. */
  readonly emit: (file: RenderedFile) => void
}

/** One topic in the formats asked for. What one format cannot do never stops the others. */
export async function renderTopic(
  editions: Editions,
  { workshop, printer, emit }: Tools,
  options: RenderOptions,
): Promise<Rendered> {
  const prepared = await workshop.templatesOf(editions.topic.template)
  const briefs: PageFit[] = []
  const diagnostics: Diagnostic[] = [
    ...prepared.problems,
    ...brandContrast(editions.topic, prepared.theme),
    ...brandLogo(editions.topic, prepared.theme),
  ]
  const job = await makeJob(editions, prepared, {
    options,
    printer,
    warn: (diagnostic) => diagnostics.push(diagnostic),
    noteFit: (fit) => briefs.push(fit),
  })
  const formats = FORMATS.filter((candidate) => options.formats.includes(candidate))
  const complete = new Set(formats)
  const turns = openTurns(printer)
  const makeFormat = async (format: Format, ownPrinter: Printer): Promise<void> => {
    for (const render of RENDERERS[format]) {
      try {
        for await (const file of await render({ ...job, printer: ownPrinter })) emit(file)
      } catch (error) {
        complete.delete(format)
        diagnostics.push(asDiagnostic(error, editions.topic, prepared.templates.set))
      }
    }
  }
  const made = formats.map((format) => turns.take((own) => makeFormat(format, own)))
  // A fault of ours in one of them is told when nothing is written any more.
  await Promise.allSettled(made)
  await Promise.all(made)
  return { briefs, diagnostics, complete }
}
