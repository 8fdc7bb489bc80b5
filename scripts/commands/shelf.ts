/** The topics of a project: found, chosen by the words on the command line, and read. */
import { existsSync, statSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { listTemplateSets } from '../template/template-set.ts'
import { listTopicFiles } from '../topic/list-topic-files.ts'
import { readShared, type SharedContent } from '../topic/read-shared.ts'
import { type ReadTopicResult, readTopic } from '../topic/read-topic.ts'
import type { Lang, Topic } from '../topic/topic.ts'
import { readBilingual } from './build-options.ts'
import { type Invocation, UsageError } from './command.ts'
import {
  NO_SIBLING,
  originalOf,
  type Sibling,
  siblingFile,
  toBack,
  toSibling,
  wantsSibling,
} from './editions.ts'
import type { Input } from './fingerprints.ts'
import { openBackRule } from './profiles.ts'

export type Shelf = {
  readonly contentDir: string
  /** Absolute paths, sorted. */
  readonly files: readonly string[]
  readonly templateNames: readonly string[]
  readonly shared: SharedContent
  displayPath(path: string): string
  /** With the other edition, its inputs and its errors, when an output of the topic needs it. */
  read(file: string): ShelfTopic
}

export type ShelfTopic = ReadTopicResult & { readonly sibling: Topic | undefined }

export function openShelf(invocation: Invocation): Shelf {
  const { projectDir, flags } = invocation
  const contentDir = join(projectDir, 'content')
  if (!existsSync(contentDir) || !statSync(contentDir).isDirectory())
    throw new UsageError(
      'There is no `content` folder here',
      'go to your project, or name it with --cwd DIR; `lectern new my-topic` begins one',
    )
  const displayPath = (path: string): string => relative(projectDir, path).split(sep).join('/')
  const templateNames = listTemplateSets(invocation.templateFolders)
  const templateOverride = readTemplateFlag(flags['template'], templateNames)
  const shared = readShared(contentDir, displayPath)
  const bilingual = readBilingual(flags['bilingual'])
  const hasEditionOnBack = openBackRule(invocation, templateNames)
  const files = listTopicFiles(contentDir)
  const readOne = rememberLast((file) => {
    const result = readTopic({
      contentDir,
      file,
      displayPath,
      isHtmlTrusted: flags['trust-html'] === true,
      templateOverride,
      templateNames,
      today: invocation.today,
      shared,
    })
    return { ...result, inputs: withMissing(file, result.inputs, contentDir) }
  })
  const siblingOf = (file: string, topic: Topic | undefined): Sibling => {
    const path = siblingFile(file)
    const isThere = files.includes(path)
    const hasOriginal = originalOf(file) !== undefined && isThere
    if (topic === undefined) return NO_SIBLING
    const isBilingual = wantsSibling(topic, bilingual, hasOriginal)
    if (!isBilingual && !hasEditionOnBack(topic)) return NO_SIBLING
    const read = isThere ? readOne(path) : undefined
    if (!isBilingual) return toBack(topic, path, read)
    return toSibling(topic, path, { read, file: displayPath(path) })
  }
  return {
    contentDir,
    files,
    templateNames,
    shared,
    displayPath,
    read(file) {
      const own = readOne(file)
      const sibling = siblingOf(file, own.topic)
      return {
        ...own,
        sibling: sibling.topic,
        diagnostics: sortDiagnostics([...own.diagnostics, ...sibling.diagnostics]),
        inputs: uniqueInputs([...own.inputs, ...sibling.inputs]),
      }
    },
  }
}

/** An edition is read right before its original, which then asks for it again; more is not kept in memory. */
function rememberLast(read: (file: string) => ReadTopicResult): (file: string) => ReadTopicResult {
  let last: { readonly file: string; readonly result: ReadTopicResult } | undefined
  return (file) => {
    if (last?.file !== file) last = { file, result: read(file) }
    return last.result
  }
}

function uniqueInputs(inputs: readonly Input[]): readonly Input[] {
  return [...new Map(inputs.map((input) => [input.path, input])).values()]
}

function readTemplateFlag(
  value: string | boolean | undefined,
  names: readonly string[],
): string | undefined {
  if (typeof value !== 'string' || names.includes(value))
    return value === true ? undefined : (value as string | undefined)
  const near = nearest(value, names)
  throw new UsageError(
    `There is no template \`${value}\``,
    near === undefined ? `templates here: ${names.join(', ')}` : `did you mean \`${near}\`?`,
  )
}

/** Adds the files that would be read if they were there: when one appears, the topic is built anew. */
function withMissing(file: string, inputs: readonly Input[], contentDir: string): readonly Input[] {
  const base = file.replace(/\.hi\.md$/i, '.md')
  const looked = [join(contentDir, '_defaults.yaml'), join(contentDir, '_facts.yaml'), base]
  const read = new Set(inputs.map(({ path }) => path))
  const missing = looked.filter((path) => !read.has(path))
  return [...inputs, ...missing.map((path) => ({ path, sha256: '' }))]
}

/** The slug: the file name without `.md`; a Hindi edition keeps its suffix. */
export function slugOf(file: string): string {
  return basename(file).replace(/\.md$/i, '')
}

/** Topics named on the command line (by slug, file name or path), of one language, of one shard. */
export function selectFiles(shelf: Shelf, invocation: Invocation): readonly string[] {
  const named =
    invocation.args.length === 0
      ? shelf.files
      : invocation.args.flatMap((word) => filesNamed(word, shelf))
  const lang = readLang(invocation.flags['lang'])
  const chosen = [...new Set(named)].filter((file) => lang === undefined || langOf(file) === lang)
  return takeShard(chosen, invocation.flags['shard'])
}

/** A topic's name stands for all its editions. */
function filesNamed(word: string, shelf: Shelf): readonly string[] {
  const slug = slugOf(word.replaceAll('\\', '/'))
  const exact = shelf.files.filter((file) => slugOf(file) === slug)
  const editions = shelf.files.filter((file) => slugOf(file).replace(/\.hi$/, '') === slug)
  if (editions.length > 0) return word.endsWith('.md') ? exact : editions
  if (exact.length > 0) return exact
  const near = nearest(slug, shelf.files.map(slugOf))
  throw new UsageError(
    `There is no topic \`${word}\` in content/`,
    near === undefined ? '`lectern list` shows the topics' : `did you mean \`${near}\`?`,
  )
}

function langOf(file: string): Lang {
  return slugOf(file).endsWith('.hi') ? 'hi' : 'en'
}

function readLang(value: string | boolean | undefined): Lang | undefined {
  if (value === undefined) return undefined
  if (value === 'en' || value === 'hi') return value
  throw new UsageError(`\`--lang ${String(value)}\` is not a language of Lectern`, 'en or hi')
}

/** `2/4`: the second of four equal parts, by position in the sorted list, so that shards are stable. */
function takeShard(
  files: readonly string[],
  value: string | boolean | undefined,
): readonly string[] {
  if (value === undefined) return files
  const [index, count] = /^(\d+)\/(\d+)$/.exec(String(value))?.slice(1).map(Number) ?? []
  if (index === undefined || count === undefined || index < 1 || index > count)
    throw new UsageError(
      `\`--shard ${String(value)}\` is not a part of a whole`,
      'for example --shard 1/4',
    )
  return files.filter((_, position) => position % count === index - 1)
}

/** Problems of the shared files first: they concern every topic. */
export function withShared(
  shelf: Shelf,
  diagnostics: readonly Diagnostic[],
): readonly Diagnostic[] {
  const all = new Map<string, Diagnostic>()
  for (const diagnostic of [...shelf.shared.diagnostics, ...diagnostics])
    all.set(JSON.stringify(diagnostic), diagnostic)
  return sortDiagnostics([...all.values()])
}
