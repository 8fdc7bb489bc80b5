/** A template set: the folder `templates/<name>` as plain text, before anything is compiled. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Lang } from '../topic/topic.ts'

/** Labels of a template in one language: `sources`, `question`, … */
export type Words = { readonly [key: string]: string }

export type TemplateFile = {
  /** As a person knows it, for diagnostics: `templates/lecture/deck.md.hbs`. */
  readonly file: string
  readonly source: string
}

export type TemplateSet = {
  readonly name: string
  readonly deck: TemplateFile
  readonly brief: TemplateFile
  /** Of the page behind the brief; undefined in a set without one. */
  readonly back: TemplateFile | undefined
  /** By name without `.md.hbs`: `deck-points`. */
  readonly partials: ReadonlyMap<string, TemplateFile>
  readonly themeYaml: TemplateFile
  readonly themeCss: TemplateFile
  readonly wordsYaml: TemplateFile
}

export type TemplateFolder = {
  /** Absolute path of the folder that holds the sets. */
  readonly path: string
  /** How a person names it in messages, with `/`. */
  readonly displayPath: string
}

/** Names of the sets in the folders, sorted, without doubles. */
export function listTemplateSets(folders: readonly TemplateFolder[]): readonly string[] {
  const names = folders.flatMap(({ path }) =>
    isFolder(path) ? readdirSync(path).filter((name) => isSet(join(path, name))) : [],
  )
  return [...new Set(names)].sort()
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}

function isSet(path: string): boolean {
  return isFolder(path) && existsSync(join(path, 'deck.md.hbs'))
}

/**
 * Reads a set from the first folder that has it; undefined when none does. The name comes from content,
 * so only a listed name is ever joined to a path.
 */
export function readTemplateSet(
  name: string,
  folders: readonly TemplateFolder[],
): TemplateSet | undefined {
  const folder = folders.find((candidate) => listTemplateSets([candidate]).includes(name))
  if (folder === undefined) return undefined
  const read = (relative: string): TemplateFile => readText(folder, `${name}/${relative}`)
  return {
    name,
    deck: read('deck.md.hbs'),
    brief: read('brief.md.hbs'),
    back: isFile(join(folder.path, name, 'back.md.hbs')) ? read('back.md.hbs') : undefined,
    partials: readPartials(folder, name),
    themeYaml: read('theme.yaml'),
    themeCss: read('theme.css'),
    wordsYaml: read('words.yaml'),
  }
}

/** The `theme.yaml` of a set alone. */
export function readThemeYaml(
  name: string,
  folders: readonly TemplateFolder[],
): TemplateFile | undefined {
  const folder = folders.find((candidate) => listTemplateSets([candidate]).includes(name))
  return folder === undefined ? undefined : readText(folder, `${name}/theme.yaml`)
}

const PARTIAL_ENDING = '.md.hbs'

function readPartials(folder: TemplateFolder, name: string): ReadonlyMap<string, TemplateFile> {
  const path = join(folder.path, name, 'partials')
  const files = isFolder(path) ? readdirSync(path).sort() : []
  return new Map(
    files
      .filter((file) => file.endsWith(PARTIAL_ENDING))
      .map((file) => [
        file.slice(0, -PARTIAL_ENDING.length),
        readText(folder, `${name}/partials/${file}`),
      ]),
  )
}

function readText(folder: TemplateFolder, relative: string): TemplateFile {
  const path = join(folder.path, relative)
  const source = isFile(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : ''
  return { file: `${folder.displayPath}/${relative}`, source }
}

/** The words of a language from the data of `words.yaml`; English stands in for what a language does not say. */
export function wordsOf(all: unknown, lang: Lang): Words {
  return { ...wordsIn(all, 'en'), ...wordsIn(all, lang) }
}

const LANGS: readonly Lang[] = ['en', 'hi']

export type WrongWord = {
  readonly path: readonly string[]
  readonly message: string
  /** Names that would be right here. */
  readonly known: readonly string[]
}

/** What in the data of `words.yaml` can never be printed as it stands; an empty file says nothing and is right. */
export function wrongWords(all: unknown): readonly WrongWord[] {
  if (all === null) return []
  if (!isRecord(all))
    return [{ path: [], message: 'words.yaml is not a list of languages', known: LANGS }]
  const english = isRecord(all['en']) ? Object.keys(all['en']) : []
  return Object.entries(all).flatMap(([lang, words]) => {
    if (!LANGS.some((known) => known === lang))
      return [{ path: [lang], message: `\`${lang}\` is not a language of Lectern`, known: LANGS }]
    if (!isRecord(words))
      return [{ path: [lang], message: `\`${lang}\` is not a list of words`, known: [] }]
    return Object.entries(words).flatMap(([key, value]) => wrongWord([lang, key], value, english))
  })
}

/** A word that only another language has is a slip: templates are written against the English names. */
function wrongWord(
  path: readonly string[],
  value: unknown,
  english: readonly string[],
): readonly WrongWord[] {
  const name = path.join('.')
  const key = path.at(-1) ?? ''
  if (typeof value !== 'string' && typeof value !== 'number')
    return [{ path, message: `\`${name}\` is not text`, known: [] }]
  if (!english.includes(key))
    return [{ path, message: `\`${name}\` has no English word of that name`, known: english }]
  return []
}

function wordsIn(all: unknown, lang: Lang): Words {
  if (!isRecord(all)) return {}
  const words = all[lang]
  if (!isRecord(words)) return {}
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, String(value)]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
