/** `lectern new`: a topic file to begin with: a skeleton, a draft from raw notes, or a Hindi edition. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { collisionKey, outputName } from '../output/output-name.ts'
import { writeWhole } from '../output/write-whole.ts'
import { draftEdition } from '../topic/draft/draft-edition.ts'
import { draftFromNotes } from '../topic/draft/draft-from-notes.ts'
import { draftSkeleton } from '../topic/draft/draft-skeleton.ts'
import { listTopicFiles } from '../topic/list-topic-files.ts'
import { type Command, EXIT, type ExitCode, type Invocation, UsageError } from './command.ts'
import { openShelf, slugOf } from './shelf.ts'

export const newTopic: Command = {
  name: 'new',
  what: 'begin a topic: a skeleton, a draft from your notes, or a Hindi edition',
  operands: '<slug>',
  examples: [
    ['lectern new indian-monsoon', 'a skeleton with every kind of key explained'],
    ['lectern new indian-monsoon --from notes.md', 'a draft made from raw notes'],
    ['lectern new indian-monsoon --lang hi', 'the Hindi edition of a topic you have'],
  ],
  flags: {
    from: { type: 'string', value: 'FILE', what: 'make the draft from this text or Markdown file' },
    lang: { type: 'string', value: 'LANG', what: 'en (default) or hi' },
    force: { type: 'boolean', short: 'f', what: 'replace a topic file that exists' },
  },
  run: runNew,
}

const MAX_NOTES_BYTES = 2_000_000

async function runNew(invocation: Invocation): Promise<ExitCode> {
  const { args, flags, projectDir, terminal } = invocation
  const [word, ...more] = args
  if (word === undefined || more.length > 0)
    throw new UsageError(
      '`new` takes one name for the topic',
      'for example: lectern new indian-monsoon',
    )
  const lang = readLang(flags['lang'])
  const base = topicName(slugOf(word).replace(/\.hi$/, '').replace(/\s+/g, '-'))
  const contentDir = join(projectDir, 'content')
  const basePath = join(contentDir, `${base}.md`)
  const isEdition = lang === 'hi' && existsSync(basePath) && flags['from'] === undefined
  const name = `${base}${isEdition || word.endsWith('.hi') ? '.hi' : ''}.md`
  refuseExisting(name, contentDir, flags['force'] === true)
  const text = isEdition
    ? draftEdition({ slug: base, base: readFileSync(basePath, 'utf8') })
    : draft(base, lang, invocation)
  writeWhole(contentDir, name, new TextEncoder().encode(text))
  terminal.out(`content/${name}`)
  if (!invocation.isQuiet) terminal.err(`next: edit it, then \`lectern build ${base}\``)
  return EXIT.done
}

/** Names that begin with `_` or `.` are shared files and not topics. */
function topicName(slug: string): string {
  return outputName(slug.replace(/^[_.\s]+/, ''))
}

function draft(slug: string, lang: 'en' | 'hi', invocation: Invocation): string {
  const { flags, projectDir } = invocation
  const from = flags['from']
  if (typeof from !== 'string') return draftSkeleton({ slug, lang })
  const text = readNotes(resolve(projectDir, from), from)
  const drafted = draftFromNotes({ slug, lang, text, takenFactIds: factIdsOfShelf(invocation) })
  if (drafted.ok) return drafted.source
  if (drafted.reason === 'too-large')
    throw new UsageError(`\`${from}\` is too long for one topic`, 'split the notes into topics')
  throw new UsageError(
    `\`${from}\` holds no text to make a topic from`,
    'a text or Markdown file with your notes is needed',
  )
}

/** Figures of other topics keep their ids, so that a draft never gives one of them another value. */
function factIdsOfShelf(invocation: Invocation): readonly string[] {
  if (!existsSync(join(invocation.projectDir, 'content'))) return []
  const shelf = openShelf({ ...invocation, flags: {} })
  return shelf.files.flatMap((file) => shelf.read(file).topic?.facts.map(({ id }) => id) ?? [])
}

function readNotes(path: string, name: string): string {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats === undefined)
    throw new UsageError(`There is no file \`${name}\``, 'check the path after --from')
  if (!stats.isFile())
    throw new UsageError(`\`${name}\` is not a file`, 'a text or Markdown file is needed')
  if (stats.size > MAX_NOTES_BYTES)
    throw new UsageError(`\`${name}\` is larger than 2 MB`, 'split it into topics')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch {
    // The decoder is fatal: the bytes are of another encoding, or a document of another program.
    throw new UsageError(`\`${name}\` is not UTF-8 text`, 'save it as plain text in UTF-8 first')
  }
}

function refuseExisting(name: string, contentDir: string, isForced: boolean): void {
  const owner = existsSync(contentDir)
    ? listTopicFiles(contentDir).find(
        (file) => collisionKey(slugOf(file)) === collisionKey(slugOf(name)),
      )
    : undefined
  if (owner !== undefined && !isForced)
    throw new UsageError(
      `content/${slugOf(owner)}.md is there already`,
      'choose another name, or replace it with --force',
    )
}

function readLang(value: string | boolean | undefined): 'en' | 'hi' {
  if (value === undefined || value === 'en') return 'en'
  if (value === 'hi') return 'hi'
  throw new UsageError(`\`--lang ${String(value)}\` is not a language of Lectern`, 'en or hi')
}
