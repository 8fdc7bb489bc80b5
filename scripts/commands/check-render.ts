/** `check --render`: lays out slides and brief of every topic, measures the slides in the browser, audits the brief. */
import { openPrinter } from '../browser/open-printer.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { renderTopic } from '../pipeline.ts'
import type { Editions, Format, RenderedFile, RenderOptions } from '../render/job.ts'
import { openWorkshop } from '../render/workshop.ts'
import { auditBriefs } from './audit-briefs.ts'
import { readBuildOptions } from './build-options.ts'
import { openSlideCheck } from './check-slides.ts'
import type { Invocation } from './command.ts'
import type { TopicBrief } from './tell-brief.ts'

/** A topic with the text of its files, its own first. */
export type CheckedTopic = Editions & { readonly texts: ReadonlyMap<string, string> }

export type RenderCheck = {
  readonly diagnostics: readonly Diagnostic[]
  readonly briefs: readonly TopicBrief[]
  readonly briefCount: number
  readonly slideCount: number
}

export const NOTHING_RENDERED: RenderCheck = {
  diagnostics: [],
  briefs: [],
  briefCount: 0,
  slideCount: 0,
}

/** What a printed deck or handout shows is on the slides of the first. */
const CHECKED: readonly Format[] = ['html', 'brief', 'md']

/** What an institute's PowerPoint lacks is seen when slides are put on it. */
function formatsOf({ topic }: Editions): readonly Format[] {
  const { pptxTemplate } = topic
  return pptxTemplate !== undefined && 'bytes' in pptxTemplate ? [...CHECKED, 'pptx'] : CHECKED
}

export async function checkRendered(
  topics: readonly CheckedTopic[],
  invocation: Invocation,
): Promise<RenderCheck> {
  const { terminal, isQuiet, isJson } = invocation
  const tell = (text: string): void => {
    if (!isQuiet && !isJson) terminal.err(`lectern: ${text}`)
  }
  const printer = openPrinter(invocation.browser, { tell })
  printer.start()
  try {
    const workshop = openWorkshop(invocation.templateFolders)
    const slides = openSlideCheck(printer, { invocation, setOf: workshop.setOf })
    const options = optionsOf(invocation)
    const diagnostics: Diagnostic[] = []
    const briefs: TopicBrief[] = []
    let briefCount = 0
    for (const topic of topics) {
      const files: RenderedFile[] = []
      const emit = (file: RenderedFile): void => void files.push(file)
      const formats = formatsOf(topic)
      const rendered = await renderTopic(
        topic,
        { workshop, printer, emit },
        { ...options, formats },
      )
      diagnostics.push(...rendered.diagnostics)
      briefs.push(...rendered.briefs.map((brief) => ({ slug: topic.topic.slug, ...brief })))
      const deck = files.find(({ format }) => format === 'html')
      // The browser measures while the next topics are laid out.
      if (deck !== undefined) await slides.take(topic, deck.bytes)
      const audited = files.filter(({ format }) => format === 'brief')
      diagnostics.push(...(await auditBriefs(topic.topic, audited)))
      briefCount += audited.length
    }
    const measured = await slides.finish()
    diagnostics.push(...measured.diagnostics)
    return { diagnostics, briefs, briefCount, slideCount: measured.slideCount }
  } finally {
    await printer.close()
  }
}

function optionsOf(invocation: Invocation): Omit<RenderOptions, 'formats'> {
  const { playerScript, inkScript } = invocation.program
  const options = readBuildOptions(invocation)
  const { size, preset, bilingual, profile, handout, widthPx, creationDate } = options
  const given = { size, preset, bilingual, profile, handout, widthPx, creationDate }
  const never = { source: undefined, hasNotes: true, isAnnotated: false }
  return { ...given, ...never, playerScript, inkScript }
}
