/** A template set: the folder `templates/<name>` as plain text, before anything is compiled. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readExtends } from './read-extends.ts'

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
  /** Of what stands on every sheet of a handout. */
  readonly handout: TemplateFile
  /** By name without `.md.hbs`: `deck-points`. */
  readonly partials: ReadonlyMap<string, TemplateFile>
  /** What adds up along `extends`: the base first, the set's own last. Never empty. */
  readonly layers: readonly SetLayer[]
  /** The base that `extends` of the first layer names and nobody has; empty when there is none. */
  readonly missingBase: string
}

export type SetLayer = {
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
  if (!isFolder(path)) return false
  return existsSync(join(path, 'deck.md.hbs')) || extendsOf(path) !== ''
}

/**
 * Reads a set from the first folder that has it, what it lacks from the set it extends; undefined when no
 * folder has it. The name comes from content, so only a listed name is ever joined to a path.
 */
export function readTemplateSet(
  name: string,
  folders: readonly TemplateFolder[],
): TemplateSet | undefined {
  const { places, missingBase } = placesOf(name, folders)
  const [own] = places
  if (own === undefined) return undefined
  const read = (relative: string): TemplateFile =>
    readText(places.find((place) => isFile(pathIn(place, relative))) ?? own, relative)
  const has = (relative: string): boolean => places.some((place) => isFile(pathIn(place, relative)))
  const baseFirst = places.toReversed()
  return {
    name,
    deck: read('deck.md.hbs'),
    brief: read('brief.md.hbs'),
    back: has('back.md.hbs') ? read('back.md.hbs') : undefined,
    handout: has('handout.md.hbs') ? read('handout.md.hbs') : WORDLESS_HANDOUT,
    partials: new Map(baseFirst.flatMap(readPartials)),
    layers: baseFirst.map((place) => ({
      themeYaml: readText(place, 'theme.yaml'),
      themeCss: readText(place, 'theme.css'),
      wordsYaml: readText(place, 'words.yaml'),
    })),
    missingBase,
  }
}

/** Of a set that was made before there were handouts: what any language can read. */
const WORDLESS_HANDOUT: TemplateFile = {
  file: 'the built-in handout.md.hbs',
  source: `::: header
- {{joinFilled " · " brand.name brand.line}}
- {{title}}
- {{date}}
- {page} / {pages}
:::
`,
}

/** Reads each set once, for all stages of a run. */
export function openTemplateSets(
  folders: readonly TemplateFolder[],
): (name: string) => TemplateSet | undefined {
  const sets = new Map<string, TemplateSet | undefined>()
  return (name) => {
    if (!sets.has(name)) sets.set(name, readTemplateSet(name, folders))
    return sets.get(name)
  }
}

/** The `theme.yaml` of a set alone, that of its base first; empty when no folder has the set. */
export function readThemeYamls(
  name: string,
  folders: readonly TemplateFolder[],
): readonly TemplateFile[] {
  const { places } = placesOf(name, folders)
  return places.toReversed().map((place) => readText(place, 'theme.yaml'))
}

/** A set in one of the folders. */
type Place = { readonly folder: TemplateFolder; readonly name: string }

/** The set first, then what it extends. One that extends its own name means the one of a later folder. */
function placesOf(
  name: string,
  folders: readonly TemplateFolder[],
): { readonly places: readonly Place[]; readonly missingBase: string } {
  const places: Place[] = []
  const isTaken = (place: Place): boolean =>
    places.some(({ folder, name: taken }) => folder === place.folder && taken === place.name)
  let wanted = name
  while (wanted !== '') {
    const place = folders
      .map((folder) => ({ folder, name: wanted }))
      .find((candidate) => isListed(candidate) && !isTaken(candidate))
    if (place === undefined) return { places, missingBase: wanted }
    places.push(place)
    wanted = extendsOf(pathIn(place, ''))
  }
  return { places, missingBase: '' }
}

function isListed({ folder: { path }, name }: Place): boolean {
  return isFolder(path) && readdirSync(path).includes(name) && isSet(join(path, name))
}

function extendsOf(path: string): string {
  const file = join(path, 'theme.yaml')
  return isFile(file) ? readExtends(readFileSync(file, 'utf8')) : ''
}

function pathIn({ folder, name }: Place, relative: string): string {
  return join(folder.path, name, relative)
}

const PARTIAL_ENDING = '.md.hbs'

function readPartials(place: Place): readonly (readonly [string, TemplateFile])[] {
  const path = pathIn(place, 'partials')
  const files = isFolder(path) ? readdirSync(path).sort() : []
  return files
    .filter((file) => file.endsWith(PARTIAL_ENDING))
    .map((file) => [file.slice(0, -PARTIAL_ENDING.length), readText(place, `partials/${file}`)])
}

function readText(place: Place, relative: string): TemplateFile {
  const path = pathIn(place, relative)
  const source = isFile(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : ''
  return { file: `${place.folder.displayPath}/${place.name}/${relative}`, source }
}
