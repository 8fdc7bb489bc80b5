/** Topics given as text, taken through reader, templates and renderers as a build does it. */

import { join } from 'node:path'
import { renderTopic } from '../../scripts/pipeline.ts'
import type { Printer } from '../../scripts/print/printer.ts'
import type { RenderOptions } from '../../scripts/render/job.ts'
import { openWorkshop, type Workshop } from '../../scripts/render/workshop.ts'
import { NO_PRINTER } from '../no-printer.ts'
import { rootDir } from '../run-lectern.ts'
import { readFiles } from '../topic/one-topic.ts'
import { playerScript } from './sample-deck.ts'

export type BuiltTopic = {
  readonly slug: string
  /** Of the reader, of all topics, and of rendering this one. */
  readonly codes: readonly string[]
  readonly markdown: string
  readonly html: string
  /** Every file of text, by path. */
  readonly files: ReadonlyMap<string, string>
}

let workshop: Workshop | undefined

export async function buildTopics(
  files: Parameters<typeof readFiles>[0],
  given: Partial<RenderOptions> = {},
  printer: Printer = NO_PRINTER,
): Promise<readonly BuiltTopic[]> {
  workshop ??= openWorkshop([{ path: join(rootDir, 'templates'), displayPath: 'templates' }])
  const { results, diagnostics } = readFiles(files)
  const built: BuiltTopic[] = []
  for (const { topic } of results) {
    if (topic === undefined) continue
    const options = { ...OPTIONS, playerScript: playerScript(), ...given }
    const texts = new Map<string, string>()
    const rendered = await renderTopic(
      { topic, sibling: undefined },
      {
        workshop,
        printer,
        emit: ({ path, bytes }) => texts.set(path, Buffer.from(bytes).toString('utf8')),
      },
      options,
    )
    built.push({
      slug: topic.slug,
      codes: [...diagnostics, ...rendered.diagnostics].map(({ code }) => code),
      markdown: texts.get('deck.md') ?? '',
      html: texts.get('deck.html') ?? '',
      files: texts,
    })
  }
  return built
}

const OPTIONS = {
  formats: ['html', 'md'],
  size: undefined,
  preset: undefined,
  widthPx: 1920,
  profile: undefined,
  handout: {},
  bilingual: 'none',
  creationDate: '',
  hasNotes: true,
  inkScript: '',
  isAnnotated: false,
  source: undefined,
} as const

export async function buildTopic(
  text: string,
  given: Partial<RenderOptions> = {},
): Promise<BuiltTopic> {
  const [built] = await buildTopics({ 'topic.md': text }, given)
  if (built === undefined) throw new Error('the topic has errors')
  return built
}
