/** The stages in order, and the table of formats. Data flows one way; every renderer is a function of its input. */
import type { BriefInput, PageReport, Side } from './brief/render-brief.ts'
import { drawChart } from './chart/draw-chart.ts'
import { drawQr } from './chart/draw-qr.ts'
import type { Picture, Pictures } from './chart/picture.ts'
import { toSvg } from './chart/write-svg.ts'
import type { Diagnostic } from './diagnostics/diagnostic.ts'
import { makeDiagnostic, type Report, suggest, type Where } from './diagnostics/make-diagnostic.ts'
import { nearest } from './diagnostics/nearest.ts'
import { STACKS } from './font/faces.ts'
import { type Back, chooseBack, profileOf, unknownProfile } from './print-choice.ts'
import { renderEditions } from './render-editions.ts'
import { droppedDiagnostics, overflowDiagnostic } from './tell-fit.ts'
import { type CompiledTemplates, compileTemplates } from './template/render-template.ts'
import { readTemplateSet, type TemplateFolder, wrongWords } from './template/template-set.ts'
import type { TokenProblem } from './theme/overlay-tokens.ts'
import { parseThemeYaml, type ThemeYaml } from './theme/parse-theme-yaml.ts'
import type { PrintProfile } from './theme/print-profile.ts'
import { applyBrand, makeTheme, type Theme } from './theme/theme.ts'
import { inlineText } from './topic/inline-text.ts'
import type { Bilingual, Preset, Topic } from './topic/topic.ts'

export type Format = 'md' | 'html' | 'brief'

export const FORMATS: readonly Format[] = ['html', 'brief', 'md']

export type RenderedFile = {
  readonly format: Format
  /** Relative to the topic's output folder, with `/`. */
  readonly path: string
  readonly bytes: Uint8Array
  readonly slides?: number
  readonly pages?: number
}

/** How a page of paper came out, also one that did not. */
export type PageFit = PageReport & {
  readonly side: Side
  /** Relative to the topic's output folder, with `/`. */
  readonly path: string
}

export type Rendered = {
  readonly files: readonly RenderedFile[]
  readonly briefs: readonly PageFit[]
  readonly diagnostics: readonly Diagnostic[]
}

export type RenderOptions = {
  readonly formats: readonly Format[]
  /** Overrides the topic's own choice. */
  readonly preset: Preset | undefined
  /** Name of a print profile; overrides the topic's own choice. */
  readonly profile: string | undefined
  /** Overrides the topic's own choice. */
  readonly bilingual: Bilingual | undefined
  /** `YYYY-MM-DD` written into documents that carry a date; empty: the topic's own, if any. */
  readonly creationDate: string
  /** The topic's own file, to be attached to its brief; undefined: nothing is. */
  readonly source: BriefInput['source']
  readonly playerScript: string
}

/** Template sets read, compiled and themed once per process. */
export type Workshop = {
  templatesOf(name: string): Promise<Prepared>
}

type Prepared = {
  readonly templates: CompiledTemplates
  readonly theme: Theme
  /** What in theme.yaml has no meaning. */
  readonly problems: readonly Diagnostic[]
}

export function openWorkshop(folders: readonly TemplateFolder[]): Workshop {
  const prepared = new Map<string, Promise<Prepared>>()
  return {
    templatesOf(name) {
      const known = prepared.get(name)
      if (known !== undefined) return known
      const fresh = prepare(name, folders)
      prepared.set(name, fresh)
      return fresh
    },
  }
}

async function prepare(name: string, folders: readonly TemplateFolder[]): Promise<Prepared> {
  const set = readTemplateSet(name, folders)
  if (set === undefined)
    throw new Error(`template set ${name} was accepted by the reader but is not there`)
  const tokens = parseThemeYaml(set.themeYaml.source)
  const words = parseThemeYaml(set.wordsYaml.source)
  const { theme, problems } = makeTheme({ name, tokens: tokens.data, css: set.themeCss.source })
  const file = set.themeYaml.file
  return {
    templates: await compileTemplates(set, words.data),
    theme,
    problems: [
      ...mistakesIn(tokens, file),
      ...mistakesIn(words, set.wordsYaml.file),
      ...wordMistakes(words, set.wordsYaml.file),
      ...problems.map((problem) => tokenDiagnostic(problem, file, tokens)),
    ],
  }
}

/** Words are text, in the languages of Lectern; anything else would be printed as `[object Object]` or never. */
function wordMistakes(words: ThemeYaml, file: string): readonly Diagnostic[] {
  return wrongWords(words.data).map(({ path, message, known }) => {
    const place = words.placeOf(path)
    return makeDiagnostic(
      'theme-token',
      { file, ...(place === undefined ? {} : { place }) },
      { message, ...suggest(nearest(path.at(-1) ?? '', known), known) },
    )
  })
}

function mistakesIn(yaml: ThemeYaml, file: string): readonly Diagnostic[] {
  return yaml.mistakes.map(({ message, place }) =>
    makeDiagnostic('theme-token', { file, place }, { message }),
  )
}

function tokenDiagnostic(problem: TokenProblem, file: string, yaml: ThemeYaml): Diagnostic {
  const { path, expected, candidates, written } = problem
  const place = yaml.placeOf(path)
  const where = { file, ...(place === undefined ? {} : { place }) }
  if (candidates.length > 0 && FONT_KEY.test(path.at(-1) ?? '')) return ownFonts(where, path)
  return makeDiagnostic('theme-token', where, {
    message: `\`${path.join('.') || 'theme.yaml'}\` is not ${expected}`,
    ...suggest(nearest(written ?? path.at(-1) ?? '', candidates), candidates),
  })
}

/** What a person writes who wants fonts of their own; a WOFF2 or variable file could not be set anyway. */
const FONT_KEY = /^(?:\w+-)?fonts?(?:[-_]?(?:famil(?:y|ies)|faces?|files?))?$/i

function ownFonts(where: Where, path: readonly string[]): Diagnostic {
  return makeDiagnostic('theme-token', where, {
    message: `\`${path.join('.')}\`: a theme cannot bring fonts of its own in this version`,
    hint: `delete it; every page is set in ${FONTS}`,
  })
}

/** A topic, and its other edition where an output is made of both; see commands/editions.ts. */
export type Editions = { readonly topic: Topic; readonly sibling: Topic | undefined }

type Job = {
  readonly topic: Topic
  /** The other edition; undefined when nothing needs it, or when it is missing or has errors, which the reader reports. */
  readonly sibling: Topic | undefined
  readonly templates: CompiledTemplates
  readonly theme: Theme
  readonly pictures: Pictures
  readonly options: RenderOptions
  /** Notes what the author should know of an output that is made all the same. */
  readonly warn: Report
  noteFit(fit: PageFit): void
  /** The deck after pagination, made once however many formats need it. */
  deckMarkdown(): Promise<string>
}

type Renderer = (job: Job) => Promise<readonly RenderedFile[]>

const RENDERERS: Readonly<Record<Format, readonly Renderer[]>> = {
  html: [renderHtml],
  brief: [renderBriefPdf, renderBilingualPdf],
  md: [renderMarkdown],
}

/** One topic in the formats asked for. What one format cannot do never stops the others. */
export async function renderTopic(
  editions: Editions,
  workshop: Workshop,
  options: RenderOptions,
): Promise<Rendered> {
  const prepared = await workshop.templatesOf(editions.topic.template)
  const files: RenderedFile[] = []
  const briefs: PageFit[] = []
  const diagnostics: Diagnostic[] = [...prepared.problems]
  const job = makeJob(editions, prepared, {
    options,
    warn: (diagnostic) => diagnostics.push(diagnostic),
    noteFit: (fit) => briefs.push(fit),
  })
  const formats = FORMATS.filter((candidate) => options.formats.includes(candidate))
  for (const render of formats.flatMap((format) => RENDERERS[format])) {
    try {
      files.push(...(await render(job)))
    } catch (error) {
      diagnostics.push(asDiagnostic(error, job))
    }
  }
  return { files, briefs, diagnostics }
}

/**
 * Renderers throw what only a template can have caused, by the name of the error: their classes are not
 * imported here, because that would load every renderer. Anything else is our bug and goes on.
 */
function asDiagnostic(error: unknown, { topic, templates }: Job): Diagnostic {
  if (error instanceof ContentProblem) return error.diagnostic
  if (!(error instanceof Error)) throw error
  const { deck, brief } = templates.set
  switch (error.name) {
    case 'DeckMarkdownError':
      return makeDiagnostic('deck-markdown', { file: deck.file }, templateWords(error, topic))
    case 'BriefMarkdownError':
      return makeDiagnostic('brief-markdown', { file: brief.file }, templateWords(error, topic))
    // What authors write is checked before; a set's own words and watermarks are not.
    case 'MissingGlyphError':
      return makeDiagnostic(
        'missing-glyph',
        { file: brief.file },
        {
          ...templateWords(error, topic),
          hint: `use another character in the template and its words.yaml; looked for in ${FONTS}`,
        },
      )
    default:
      throw error
  }
}

const FONTS = STACKS.serif.join(', ')

function templateWords(error: Error, topic: Topic): { message: string; hint: string } {
  return {
    message: `What this template makes of \`${topic.slug}\` cannot be drawn: ${error.message}`,
    hint: 'ARCHITECTURE.md, "The two Markdown contracts", says what renderers read',
  }
}

/** Stops one format with something the author or the template's author can mend. */
class ContentProblem extends Error {
  readonly diagnostic: Diagnostic

  constructor(diagnostic: Diagnostic) {
    super(diagnostic.message)
    this.diagnostic = diagnostic
  }
}

function makeJob(
  { topic, sibling }: Editions,
  { templates, theme }: Prepared,
  rest: Pick<Job, 'options' | 'warn' | 'noteFit'>,
): Job {
  const branded = applyBrand(theme, topic.brand)
  let deck: Promise<string> | undefined
  const paginate = async (): Promise<string> => {
    const rendered = templates.renderDeck(topic)
    if ('diagnostic' in rendered) throw new ContentProblem(rendered.diagnostic)
    const { paginateDeck } = await import('./deck/paginate-deck.ts')
    return paginateDeck(rendered.markdown, branded)
  }
  return {
    topic,
    sibling,
    templates,
    theme: branded,
    pictures: picturesOf(topic),
    ...rest,
    deckMarkdown: () => {
      deck ??= paginate()
      return deck
    },
  }
}

/** Everything an image reference of the templates can name. */
function picturesOf(topic: Topic): Pictures {
  const pictures = new Map<string, Picture>()
  for (const section of topic.sections)
    for (const block of section.blocks)
      if (block.kind === 'chart')
        pictures.set(block.chart.path, { kind: 'chart', chart: block.chart })
  for (const [path, file] of topic.images) pictures.set(path, { kind: 'image', file })
  if (topic.link !== '') pictures.set('qr.svg', { kind: 'qr', url: topic.link })
  return pictures
}

async function renderHtml(job: Job): Promise<readonly RenderedFile[]> {
  const { renderDeck } = await import('./deck/render-deck.ts')
  const { html, slideCount } = await renderDeck({
    markdown: await job.deckMarkdown(),
    pictures: job.pictures,
    theme: job.theme,
    playerScript: job.options.playerScript,
    hasNotes: true,
  })
  return [{ format: 'html', path: 'deck.html', bytes: encode(html), slides: slideCount }]
}

/** `deck.md` for Marp's own tools, with the drawings, images and theme it names beside it. */
async function renderMarkdown(job: Job): Promise<readonly RenderedFile[]> {
  const markdown = await job.deckMarkdown()
  const { marpTheme } = await import('./deck/marp-theme.ts')
  const beside = [...job.pictures]
    .filter(([path]) => markdown.includes(`(${path})`))
    .map(([path, picture]) => ({ path, bytes: pictureBytes(picture, job.theme) }))
  return [
    { path: 'deck.md', bytes: encode(markdown) },
    { path: `${job.theme.name}.css`, bytes: encode(marpTheme(job.theme)) },
    ...beside,
  ].map((file) => ({ format: 'md', ...file }))
}

const SVG_FONTS = "'Noto Sans', 'Noto Sans Devanagari', sans-serif"

function pictureBytes(picture: Picture, theme: Theme): Uint8Array {
  const { colors, deck } = theme
  switch (picture.kind) {
    case 'image':
      return picture.file.bytes
    case 'qr': {
      const drawing = drawQr(picture.url, { size: 300, color: colors.ink })
      return encode(toSvg(drawing, { alt: picture.url, fontFamily: SVG_FONTS }))
    }
    case 'chart': {
      const style = { width: deck.widthPx - 168, maxHeight: 440, textSize: 28, colors }
      const drawing = drawChart(picture.chart, style)
      return encode(toSvg(drawing, { alt: picture.chart.alt, fontFamily: SVG_FONTS }))
    }
  }
}

async function renderBriefPdf(job: Job): Promise<readonly RenderedFile[]> {
  const { topic, theme, options, templates } = job
  const profile = profileOf(topic, theme, options.profile)
  if (profile === undefined) throw new ContentProblem(unknownProfile(topic, theme, options.profile))
  const overleaf = backOf(job, profile)
  const rendered = templates.renderBrief(topic, {
    hasQuestionsOverleaf: overleaf?.hasQuestions === true,
  })
  if ('diagnostic' in rendered) throw new ContentProblem(rendered.diagnostic)
  const { renderBrief } = await import('./brief/render-brief.ts')
  const result = await renderBrief({
    markdown: rendered.markdown,
    pictures: job.pictures,
    theme,
    lang: topic.lang,
    profile,
    watermark: topic.watermark ?? profile.watermark,
    back:
      overleaf === undefined
        ? undefined
        : {
            markdown: overleaf.markdown,
            pictures: picturesOf(overleaf.topic),
            lang: overleaf.topic.lang,
          },
    title: inlineText(topic.title),
    author: inlineText(topic.author),
    subject: inlineText(topic.subject),
    date: options.creationDate || topic.date,
    preset: options.preset ?? topic.preset ?? theme.preset,
    source: options.source,
  })
  const [front, back] = [sidePage('front'), sidePage('back')]
  tellPage(result.report, !result.ok && result.side === 'back' ? back : front, job)
  if (!result.ok) return []
  if (result.backReport !== undefined) tellPage(result.backReport, back, job)
  return [{ format: 'brief', path: 'brief.pdf', bytes: result.pdf, pages: result.pageCount }]
}

type PageName = { readonly path: string; readonly side: Side; readonly page: string }

function sidePage(side: Side): PageName {
  return { path: 'brief.pdf', side, page: side === 'front' ? 'the brief' : 'the back of the brief' }
}

/** Notes how a page came out; what does not fit stops the file. */
function tellPage(
  report: PageReport,
  { path, side, page }: PageName,
  { topic, warn, noteFit }: Job,
): void {
  noteFit({ path, side, ...report })
  if (report.overflowLines > 0) throw new ContentProblem(overflowDiagnostic(topic, report, page))
  for (const diagnostic of droppedDiagnostics(topic, report, page)) warn(diagnostic)
}

function backOf({ topic, sibling, templates, warn }: Job, profile: PrintProfile): Back | undefined {
  const chosen = chooseBack(profile.back, { topic, sibling }, templates)
  if ('diagnostic' in chosen) throw new ContentProblem(chosen.diagnostic)
  if ('back' in chosen) return chosen.back
  warn(chosen.warning)
  return undefined
}

/** Beside the brief, when it is asked for; without the other edition the reader has said so. */
async function renderBilingualPdf(job: Job): Promise<readonly RenderedFile[]> {
  const { topic, sibling, options, templates, theme } = job
  const layout = options.bilingual ?? topic.bilingual.layout
  // The page belongs to the original, also where its edition needs it for a back.
  if (sibling === undefined || layout === 'none' || topic.slug.endsWith('.hi')) return []
  const profile = profileOf(topic, theme, options.profile)
  if (profile === undefined) return []
  const rendered = await renderEditions({
    topic,
    sibling,
    layout,
    preset: options.preset ?? topic.preset ?? theme.preset,
    date: options.creationDate || topic.date,
    theme,
    profile,
    templates,
    source: options.source,
    picturesOf,
  })
  if ('diagnostic' in rendered) throw new ContentProblem(rendered.diagnostic)
  for (const diagnostic of rendered.diagnostics) job.warn(diagnostic)
  const { pdf, dropped } = rendered.result
  const report = { ...rendered.result.report, dropped }
  tellPage(report, { path: 'brief-bilingual.pdf', side: 'front', page: 'the bilingual brief' }, job)
  if (pdf === undefined) return []
  return [{ format: 'brief', path: 'brief-bilingual.pdf', bytes: pdf, pages: 1 }]
}

const encoder = new TextEncoder()

function encode(text: string): Uint8Array {
  return encoder.encode(text)
}
