/** `lectern list`: the topics of the shelf, and whether their outputs are up to date. */
import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { hasErrors } from '../diagnostics/diagnostic.ts'
import { EMPTY_MANIFEST, parseManifest } from '../output/manifest.ts'
import { openTemplateSets } from '../template/template-set.ts'
import { inlineText } from '../topic/inline-text.ts'
import type { Bilingual } from '../topic/topic.ts'
import { readBuildOptions } from './build-options.ts'
import { type Command, EXIT, type ExitCode, type Invocation } from './command.ts'
import { openFingerprints } from './fingerprints.ts'
import { openShelf, selectFiles, slugOf } from './shelf.ts'

export const list: Command = {
  name: 'list',
  what: 'show the topics and whether they are built',
  operands: '[topic…]',
  examples: [
    ['lectern list', 'every topic of content/'],
    ['lectern list --json', 'the same for a program'],
  ],
  flags: {
    output: { type: 'string', short: 'o', value: 'DIR', what: 'output folder (default: out)' },
    lang: { type: 'string', value: 'LANG', what: 'only the editions in en or hi' },
  },
  run: runList,
}

type State = 'built' | 'changed' | 'not built' | 'errors'

type Row = {
  readonly slug: string
  readonly state: State
  readonly title: string
  readonly lang: string
  /** How the page of both editions is set; `none` where this topic makes none. */
  readonly bilingual: Bilingual
  readonly date: string
  readonly subject: string
  readonly template: string
}

async function runList(invocation: Invocation): Promise<ExitCode> {
  const shelf = openShelf(invocation)
  const options = readBuildOptions(invocation)
  const outDir = resolve(invocation.projectDir, options.output)
  const path = join(outDir, 'manifest.json')
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true
  const manifest = isFile ? parseManifest(readFileSync(path, 'utf8')) : EMPTY_MANIFEST
  const setOf = openTemplateSets(invocation.templateFolders)
  const fingerprints = openFingerprints(invocation, { ...options, formats: [] }, setOf)
  const rows = selectFiles(shelf, invocation).map((file): Row => {
    const { topic, sibling, diagnostics, inputs } = shelf.read(file)
    const slug = slugOf(file)
    if (topic === undefined)
      return {
        slug,
        state: 'errors',
        title: '',
        lang: '',
        bilingual: 'none',
        date: '',
        subject: '',
        template: '',
      }
    const entry = manifest.topics.find((candidate) => candidate.slug === slug)
    const isCurrent = entry?.inputsHash === fingerprints.hashOf(topic.template, inputs)
    const state = entry === undefined ? 'not built' : isCurrent ? 'built' : 'changed'
    return {
      slug,
      state: hasErrors(diagnostics) ? 'errors' : state,
      title: inlineText(topic.title),
      lang: topic.lang,
      bilingual: sibling === undefined || slug.endsWith('.hi') ? 'none' : topic.bilingual.layout,
      date: topic.date,
      subject: inlineText(topic.subject),
      template: topic.template,
    }
  })
  invocation.terminal.out(invocation.isJson ? JSON.stringify({ topics: rows }) : textOf(rows))
  return EXIT.done
}

function textOf(rows: readonly Row[]): string {
  if (rows.length === 0) return 'No topics yet; `lectern new my-topic` makes one'
  const slugWidth = Math.max(...rows.map(({ slug }) => slug.length))
  const langWidth = rows.every(({ bilingual }) => bilingual === 'none') ? 2 : 5
  return rows
    .map(({ slug, state, lang, bilingual, date, title }) =>
      [
        slug.padEnd(slugWidth),
        state.padEnd(9),
        (bilingual === 'none' ? lang : 'en+hi').padEnd(langWidth),
        date.padEnd(10),
        title,
      ]
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
