/** One topic file → Topic, or everything that is wrong with it. */
import { basename, join } from 'node:path'
import { type Diagnostic, hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import type { Report, Where } from '../diagnostics/make-diagnostic.ts'
import { baseHasErrors } from '../diagnostics/topic-problems.ts'
import { checkSchema } from './check-schema.ts'
import { splitFrontMatter } from './front-matter.ts'
import type { Layer, Layers } from './layers.ts'
import { parseYaml } from './parse-yaml.ts'
import type { SharedContent } from './read-shared.ts'
import { exists, type Input, readSource } from './read-source.ts'
import { resolveTopic } from './resolve-topic.ts'
import { type DefaultsData, type TopicData, topicSchema } from './schema.ts'
import { whereKey } from './source-document.ts'
import type { Lang, Topic } from './topic.ts'

export type ReadTopicRequest = {
  /** Absolute. */
  readonly contentDir: string
  /** Absolute path of the topic. */
  readonly file: string
  /** Absolute path → path for diagnostics. */
  readonly displayPath: (path: string) => string
  readonly isHtmlTrusted: boolean
  readonly templateOverride: string | undefined
  readonly templateNames: readonly string[]
  /** `YYYY-MM-DD`: facts are stale with respect to this day. */
  readonly today: string
  readonly shared: SharedContent
}

export type ReadTopicResult = {
  /** Undefined exactly when a diagnostic is an error. */
  readonly topic: Topic | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** Every file read for this topic, each once. */
  readonly inputs: readonly Input[]
  /** Text by Diagnostic.file, for code frames. */
  readonly texts: ReadonlyMap<string, string>
}

/** One file of the topic: its data (undefined when unreadable) and its body. */
export type TopicFile = {
  readonly file: string
  readonly layer: Layer<TopicData> | undefined
  readonly body: string
  readonly bodyLine: number
  readonly diagnostics: readonly Diagnostic[]
  readonly input: Input | undefined
  readonly text: string | undefined
}

export function readTopic(request: ReadTopicRequest): ReadTopicResult {
  const own = readTopicFile(request, request.file)
  const basePath = basePathOf(request.file)
  const base = basePath === undefined ? undefined : readTopicFile(request, basePath)
  const found: Diagnostic[] = [...own.diagnostics]
  const resolved = resolveFiles(request, { own, base }, (diagnostic) => found.push(diagnostic))
  const diagnostics = withoutBase(found, own, base)
  const inputs = [own.input, base?.input, ...request.shared.inputs, ...(resolved?.inputs ?? [])]
  return {
    topic: hasErrors(diagnostics) ? undefined : resolved?.topic,
    diagnostics: sortDiagnostics(withoutRepeats(diagnostics)),
    inputs: uniqueInputs(inputs.filter((input) => input !== undefined)),
    texts: new Map([
      ...request.shared.texts,
      ...[own, base].flatMap((file) =>
        file?.text === undefined ? [] : [[file.file, file.text] as const],
      ),
    ]),
  }
}

/** `content/oil.hi.md` inherits from `content/oil.md` when that exists. */
function basePathOf(file: string): string | undefined {
  const match = /^(.+)\.hi\.md$/iu.exec(basename(file))
  if (match === null) return undefined
  const path = join(file, '..', `${match[1]}.md`)
  return exists(path) ? path : undefined
}

function readTopicFile(request: ReadTopicRequest, path: string): TopicFile {
  const file = request.displayPath(path)
  const { text, input, diagnostics } = readSource(path, request.contentDir, file)
  const found = [...diagnostics]
  const nothing = { file, layer: undefined, body: '', bodyLine: 1, text, input }
  if (text === undefined) return { ...nothing, diagnostics: found }
  const split = splitFrontMatter(text, file)
  if ('code' in split) return { ...nothing, diagnostics: [...found, split] }
  const report: Report = (diagnostic) => found.push(diagnostic)
  const document = parseYaml(split.yaml, file, report)
  const checked = document === undefined ? undefined : checkSchema(topicSchema, document, report)
  return {
    file,
    layer:
      checked === undefined
        ? undefined
        : { value: checked.data, at: { document: checked.document, path: [] } },
    body: split.body,
    bodyLine: split.bodyLine,
    diagnostics: found,
    input,
    text,
  }
}

function resolveFiles(
  request: ReadTopicRequest,
  { own, base }: { readonly own: TopicFile; readonly base: TopicFile | undefined },
  report: Report,
) {
  if (base !== undefined && (hasErrors(base.diagnostics) || base.layer === undefined)) {
    report(baseHasErrors(startOf(own), base.file))
    return undefined
  }
  if (own.layer === undefined) return undefined
  const layers = base?.layer === undefined ? [own.layer] : [own.layer, base.layer]
  return resolveTopic({ request, own, layers, lang: langOf(request, own, layers), report })
}

/** An edition says by its name that it is Hindi; its original's `lang` is not inherited. */
function langOf(request: ReadTopicRequest, own: TopicFile, layers: Layers<TopicData>): Lang {
  const given = layers[0]?.value.lang
  if (given !== undefined) return given
  if (/\.hi\.md$/iu.test(own.file)) return 'hi'
  const defaults: Layers<DefaultsData> = request.shared.defaults
  return defaults[0]?.value.lang ?? 'en'
}

/** What is wrong in the original is told once, when the original is read. */
function withoutBase(
  found: readonly Diagnostic[],
  own: TopicFile,
  base: TopicFile | undefined,
): readonly Diagnostic[] {
  if (base === undefined) return found
  const kept = found.filter(({ file }) => file !== base.file)
  const lost = found.filter(({ file }) => file === base.file)
  return hasErrors(lost) ? [...kept, baseHasErrors(startOf(own), base.file)] : kept
}

/** A fact that is shown twice would report its missing source twice. */
function withoutRepeats(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(diagnostics.map((found) => [JSON.stringify(found), found])).values()]
}

function startOf(own: TopicFile): Where {
  return own.layer === undefined ? { file: own.file } : whereKey(own.layer.at)
}

function uniqueInputs(inputs: readonly Input[]): readonly Input[] {
  return [...new Map(inputs.map((input) => [input.path, input])).values()]
}
