/** The project's own topics as briefs, no two alike: the text of a shelf, not of a loop. */

import { join, relative } from 'node:path'
import { drawChart } from '../../../scripts/chart/draw-chart.ts'
import { drawQr } from '../../../scripts/chart/draw-qr.ts'
import type { Drawing } from '../../../scripts/chart/drawing.ts'
import { toSvg } from '../../../scripts/chart/write-svg.ts'
import { renderTopic } from '../../../scripts/pipeline.ts'
import type { RenderedFile, RenderOptions } from '../../../scripts/render/job.ts'
import { openWorkshop, type Workshop } from '../../../scripts/render/workshop.ts'
import { listTemplateSets } from '../../../scripts/template/template-set.ts'
import type { Theme } from '../../../scripts/theme/theme.ts'
import { listTopicFiles } from '../../../scripts/topic/list-topic-files.ts'
import { readShared } from '../../../scripts/topic/read-shared.ts'
import { readTopic } from '../../../scripts/topic/read-topic.ts'
import type { Topic } from '../../../scripts/topic/topic.ts'
import { NO_PRINTER } from '../../no-printer.ts'

/** As npm starts the bench; this file may be compiled to another folder. */
const root = process.cwd()
const contentDir = join(root, 'content')
const folders = [{ path: join(root, 'templates'), displayPath: 'templates' }]

// What is not said here is undefined, which leaves it to the topic; new options need no edit.
const OPTIONS = {
  formats: ['brief'],
  creationDate: '',
  playerScript: '',
  hasNotes: true,
  isAnnotated: false,
} as unknown as RenderOptions

export type Brief = {
  readonly lang: 'en' | 'hi'
  /** What the template made, words changed. */
  readonly markdown: string
  /** Its charts and QR code as SVG, by the path that the Markdown names. */
  readonly drawings: ReadonlyMap<string, string>
  render(): Promise<Uint8Array>
}

export async function makeBriefs(count: number): Promise<readonly Brief[]> {
  const topics = readTopics()
  const workshop = openWorkshop(folders)
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      makeBrief(topics[index % topics.length] as Topic, index, workshop),
    ),
  )
}

function readTopics(): readonly Topic[] {
  const displayPath = (path: string): string => relative(root, path)
  const shared = readShared(contentDir, displayPath)
  return listTopicFiles(contentDir).map((file) => {
    const { topic } = readTopic({
      contentDir,
      file,
      displayPath,
      isHtmlTrusted: false,
      templateOverride: undefined,
      templateNames: listTemplateSets(folders),
      today: '2026-01-01',
      shared,
    })
    if (topic === undefined) throw new Error(`${file} has errors`)
    return topic
  })
}

async function makeBrief(topic: Topic, index: number, workshop: Workshop): Promise<Brief> {
  const prepared = await workshop.templatesOf(topic.template)
  const made = prepared.templates.renderBrief(topic)
  if ('diagnostic' in made) throw new Error(made.diagnostic.message)
  const markdown = varyWords(made.markdown, index)
  const templates = { ...prepared.templates, renderBrief: () => ({ markdown }) }
  const changed: Workshop = { ...workshop, templatesOf: async () => ({ ...prepared, templates }) }
  return {
    lang: topic.lang,
    markdown,
    drawings: drawingsOf(topic, prepared.theme),
    render: async () => {
      const files: RenderedFile[] = []
      const { diagnostics } = await renderTopic(
        { topic, sibling: undefined },
        { workshop: changed, printer: NO_PRINTER, emit: (file) => files.push(file) },
        OPTIONS,
      )
      const [file] = files
      if (file === undefined) throw new Error(diagnostics[0]?.message)
      return file.bytes
    },
  }
}

function drawingsOf(topic: Topic, { colors }: Theme): ReadonlyMap<string, string> {
  const drawings = new Map<string, string>()
  const add = (path: string, drawing: Drawing): void => {
    drawings.set(path, toSvg(drawing, { alt: '', fontFamily: 'Noto Sans' }))
  }
  const style = { width: 260, maxHeight: 120, textSize: 8.5, minTextSize: 8.5, colors }
  for (const { blocks } of topic.sections)
    for (const block of blocks)
      if (block.kind === 'chart') add(block.chart.path, drawChart(block.chart, style))
  if (topic.link !== '') add('qr.svg', drawQr(topic.link, { size: 50, color: colors.ink }))
  return drawings
}

/** Park–Miller minimal standard generator (CACM 31:10, 1988): the same sequence everywhere. */
function makeRandom(seed: number): () => number {
  let state = (seed % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** In a line of plain prose, one word in four becomes another word of the page, one in twenty a new one. */
function varyWords(markdown: string, seed: number): string {
  const random = makeRandom(seed * 7919 + 1)
  for (let i = 0; i < 5; i++) random()
  const wordPattern = /(?<=[ (])[\p{Ll}\p{Lo}\p{M}]{4,}(?=[ .,;)])/gu
  const words = [...new Set(markdown.match(wordPattern) ?? [])]
  return markdown
    .split('\n')
    .map((line) => (/^(:::|!|#|\|)/u.test(line) ? line : line.replace(wordPattern, change)))
    .join('\n')

  function change(word: string): string {
    const dice = random()
    if (dice < 0.05) return /^\p{Ll}+$/u.test(word) ? [...word].reverse().join('') : word
    const other = words[Math.floor(random() * words.length)]
    return dice < 0.3 && other !== undefined && Math.abs(other.length - word.length) < 3
      ? other
      : word
  }
}
