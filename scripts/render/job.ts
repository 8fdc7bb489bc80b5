/** What each format of one topic is made from, and what comes of it. */
import type { BriefInput, PageReport, Side } from '../brief/render-brief.ts'
import type { Pictures } from '../chart/picture.ts'
import type { DeckOutput } from '../deck/render-deck.ts'
import type { Report } from '../diagnostics/make-diagnostic.ts'
import type { Printer } from '../print/printer.ts'
import type { CompiledTemplates } from '../template/render-template.ts'
import { applyBrand, type Theme } from '../theme/theme.ts'
import type { Bilingual, HandoutWishes, Preset, SlideSize, Topic } from '../topic/topic.ts'
import { ContentProblem } from './content-problem.ts'
import { logoInk } from './logo-ink.ts'
import { picturesOf } from './pictures.ts'
import { tellFixedSize } from './tell-size.ts'
import type { Prepared } from './workshop.ts'

export type Format = 'html' | 'pdf' | 'handout' | 'png' | 'pptx' | 'brief' | 'md'

export type RenderedFile = {
  readonly format: Format
  /** Relative to the topic's output folder, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly slides?: number
  readonly pages?: number
  /** Of a picture. */
  readonly widthPx?: number
  readonly heightPx?: number
}

/** How a page of paper came out, also one that did not. */
export type PageFit = PageReport & {
  readonly side: Side
  /** Relative to the topic's output folder, with `/`. */
  readonly path: string
}

export type RenderOptions = {
  readonly formats: readonly Format[]
  /** Overrides the topic's own choice. */
  readonly size: SlideSize | undefined
  /** Overrides the topic's own choice. */
  readonly preset: Preset | undefined
  /** Of the pictures of slides. */
  readonly widthPx: number
  /** Name of a print profile; overrides the topic's own choice. */
  readonly profile: string | undefined
  /** Over what the topic asks for. */
  readonly handout: HandoutWishes
  /** Overrides the topic's own choice. */
  readonly bilingual: Bilingual | undefined
  /** `YYYY-MM-DD` written into documents that carry a date; empty: the topic's own, if any. */
  readonly creationDate: string
  /** The topic's own file, to be attached to its brief; undefined: nothing is. */
  readonly source: BriefInput['source']
  readonly playerScript: string
  /** What settles the ink of a page: `print/ink/settle-ink.ts`, compiled. */
  readonly inkScript: string
  /** False makes slides and `deck.md` for students: nothing in them of what the speaker says. */
  readonly hasNotes: boolean
  /** Speaker notes become notes on the pages of `deck.pdf`. */
  readonly isAnnotated: boolean
}

/** A topic, and its other edition where an output is made of both; see commands/editions.ts. */
export type Editions = {
  readonly topic: Topic
  /** Undefined when nothing needs it, or when it is missing or has errors, which the reader reports. */
  readonly sibling: Topic | undefined
}

export type Job = Editions & {
  readonly templates: CompiledTemplates
  readonly theme: Theme
  readonly pictures: Pictures
  readonly options: RenderOptions
  /** The door to the browser. */
  readonly printer: Printer
  /** Notes what the author should know of an output that is made all the same. */
  readonly warn: Report
  noteFit(fit: PageFit): void
  /** The deck as the template wrote it, before pagination; throws ContentProblem. */
  templateMarkdown(): string
  /** The deck after pagination, made once however many formats need it. */
  deckMarkdown(): Promise<string>
  /** `deck.html`, made once however many formats need it. */
  deckHtml(): Promise<DeckOutput>
}

/**
 * Makes what its name says of a job, all at once or one file after the other where all would fill the memory; throws
 * ContentProblem, or what a renderer throws.
 */
export type Renderer = (job: Job) => Promise<readonly RenderedFile[]> | AsyncGenerator<RenderedFile>

export async function makeJob(
  { topic, sibling }: Editions,
  { templates, theme }: Prepared,
  rest: Pick<Job, 'options' | 'printer' | 'warn' | 'noteFit'>,
): Promise<Job> {
  const file = topic.images.get(topic.brand.logo)
  const logo = file && { ...file, isLight: logoInk(file) === 'light' }
  const { theme: branded } = applyBrand(theme, { ...topic.brand, logo })
  const pictures = await picturesOf(topic)
  const templateMarkdown = once(() => {
    const size = rest.options.size ?? topic.size
    const rendered = templates.renderDeck({ ...topic, size })
    if ('diagnostic' in rendered) throw new ContentProblem(rendered.diagnostic)
    tellFixedSize(rendered.markdown, { size, set: templates.set, warn: rest.warn })
    return rendered.markdown
  })
  const paginate = async (): Promise<string> => {
    const markdown = templateMarkdown()
    const { paginateDeck } = await import('../deck/paginate-deck.ts')
    if (rest.options.hasNotes) return paginateDeck(markdown, branded, pictures)
    const { withoutNotes } = await import('../deck/without-notes.ts')
    return paginateDeck(withoutNotes(markdown), branded, pictures)
  }
  const deckMarkdown = once(paginate)
  const deckHtml = once(async () => {
    const { renderDeck } = await import('../deck/render-deck.ts')
    const { playerScript, hasNotes } = rest.options
    const markdown = await deckMarkdown()
    return renderDeck({ markdown, pictures, theme: branded, playerScript, hasNotes })
  })
  const made = { templateMarkdown, deckMarkdown, deckHtml }
  return { topic, sibling, templates, theme: branded, pictures, ...rest, ...made }
}

function once<Value extends {}>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
