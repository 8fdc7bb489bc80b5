/** `lectern build`: topics become decks and briefs in the output folder; a bad topic never stops the others. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type Diagnostic, hasErrors, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic } from '../diagnostics/make-diagnostic.ts'
import {
  EMPTY_MANIFEST,
  type Manifest,
  type ManifestEntry,
  type ManifestOutput,
  parseManifest,
  sha256,
  writeManifest,
} from '../output/manifest.ts'
import { collisionKey, outputName } from '../output/output-name.ts'
import { printedSize, shelfPage } from '../output/shelf-page.ts'
import {
  OutputError,
  refuseLinksBetween,
  sweepTemporaries,
  writeWhole,
} from '../output/write-whole.ts'
import { openWorkshop, type RenderedFile, renderTopic, type Workshop } from '../pipeline.ts'
import { checkShelf, ledgerOf, type OwnFact, type TopicLedger } from '../topic/check-shelf.ts'
import { inlineText } from '../topic/inline-text.ts'
import type { Topic } from '../topic/topic.ts'
import { type BuildOptions, readBuildOptions } from './build-options.ts'
import { type Command, EXIT, type ExitCode, type Invocation } from './command.ts'
import { type Fingerprints, openFingerprints } from './fingerprints.ts'
import { freeMemory } from './free-memory.ts'
import { countText, renderReport } from './print-report.ts'
import { openShelf, type Shelf, selectFiles, slugOf, withShared } from './shelf.ts'

export const build: Command = {
  name: 'build',
  what: 'make slides and briefs from the topics of content/',
  operands: '[topic…]',
  examples: [
    ['lectern build', 'the whole shelf; what has not changed is left alone'],
    ['lectern build india-russia --to brief', 'one topic, its printed page only'],
  ],
  flags: {
    to: {
      type: 'string',
      value: 'FORMATS',
      what: 'html, brief, md; several with commas (default: all)',
    },
    output: { type: 'string', short: 'o', value: 'DIR', what: 'output folder (default: out)' },
    template: { type: 'string', value: 'NAME', what: 'use this template set for every topic' },
    lang: { type: 'string', value: 'LANG', what: 'only the editions in en or hi' },
    preset: {
      type: 'string',
      value: 'NAME',
      what: 'legibility of the brief: dense, standard or clear-print',
    },
    shard: { type: 'string', value: 'I/N', what: 'only part I of N of the shelf' },
    force: { type: 'boolean', short: 'f', what: 'build also what has not changed' },
    strict: { type: 'boolean', what: 'warnings count as errors' },
    'trust-html': {
      type: 'boolean',
      what: 'keep HTML tags of the content (only for content you wrote)',
    },
  },
  run: runBuild,
}

type Session = {
  readonly invocation: Invocation
  readonly options: BuildOptions
  readonly shelf: Shelf
  readonly workshop: Workshop
  readonly fingerprints: Fingerprints
  readonly outDir: string
  readonly previous: ReadonlyMap<string, ManifestEntry>
}

type Outcome = {
  readonly file: string
  readonly state: 'built' | 'unchanged' | 'failed'
  readonly entry: ManifestEntry | undefined
  /** What the shelf check needs of the topic; the topic itself, with its images, is let go. */
  readonly ledger: TopicLedger | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** A fault of ours, shown at the end; the other topics are built first. */
  readonly fault?: unknown
}

async function runBuild(invocation: Invocation): Promise<ExitCode> {
  const session = openSession(invocation)
  const files = selectFiles(session.shelf, invocation)
  const outcomes: Outcome[] = []
  const taken = takenNames(session)
  for (const [index, file] of files.entries()) {
    invocation.terminal.progress(`[${index + 1}/${files.length}] ${slugOf(file)}`)
    const outcome = await buildFile(file, taken, session)
    outcomes.push(outcome)
    announce(outcome, invocation)
    freeMemory(index + 1)
    // Between two topics the process hears Ctrl-C; no file is half-written then.
    await setImmediate()
  }
  invocation.terminal.progress('')
  const conflicts = checkShelf(outcomes.flatMap(({ ledger }) => ledger ?? []))
  const shelfProblems = [...conflicts, ...writeShelfFiles(outcomes, session)]
  return report(outcomes, shelfProblems, session)
}

function openSession(invocation: Invocation): Session {
  const options = readBuildOptions(invocation)
  const outDir = resolve(invocation.projectDir, options.output)
  const shelf = openShelf(invocation)
  refuseLinksBetween(invocation.projectDir, outDir)
  sweepTemporaries(outDir)
  const previous = readManifest(outDir).topics.map((entry) => [entry.slug, entry] as const)
  return {
    invocation,
    options,
    shelf,
    workshop: openWorkshop(invocation.templateFolders),
    fingerprints: openFingerprints(invocation, options),
    outDir,
    previous: new Map(previous),
  }
}

function readManifest(outDir: string): Manifest {
  const path = join(outDir, 'manifest.json')
  if (!existsSync(path) || !statSync(path).isFile()) return EMPTY_MANIFEST
  return parseManifest(readFileSync(path, 'utf8'))
}

/** Which topic owns each output folder, in the order of the whole shelf, so that a shard decides alike. */
function takenNames({ shelf }: Session): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  for (const file of shelf.files) {
    const key = collisionKey(outputName(slugOf(file)))
    if (!owners.has(key)) owners.set(key, file)
  }
  return owners
}

async function buildFile(
  file: string,
  taken: ReadonlyMap<string, string>,
  session: Session,
): Promise<Outcome> {
  const slug = slugOf(file)
  const owner = taken.get(collisionKey(outputName(slug)))
  if (owner !== undefined && owner !== file)
    return failed(file, [nameConflict(file, owner, session)])
  const known = session.previous.get(slug)
  if (known !== undefined && session.fingerprints.isFresh(known, session.outDir))
    return unchanged(file, known, session)
  try {
    return await buildChanged(file, session)
  } catch (error) {
    if (error instanceof OutputError) return failed(file, [outputDiagnostic(error, session)])
    return { ...failed(file, []), fault: error }
  }
}

function unchanged(file: string, entry: ManifestEntry, { shelf }: Session): Outcome {
  // Zod gives `endColumn: undefined` where a place has none; exact types want it absent, and nothing reads it.
  const ledger = { file: shelf.displayPath(file), facts: entry.facts as readonly OwnFact[] }
  return { file, state: 'unchanged', entry, ledger, diagnostics: [] }
}

async function buildChanged(file: string, session: Session): Promise<Outcome> {
  const { shelf, options, invocation } = session
  const { topic, diagnostics, inputs } = shelf.read(file)
  if (topic === undefined) return failed(file, diagnostics)
  const rendered = await renderTopic(topic, session.workshop, {
    formats: options.formats,
    preset: options.preset,
    creationDate: options.creationDate,
    playerScript: invocation.program.playerScript,
  })
  const all = sortDiagnostics([...diagnostics, ...rendered.diagnostics])
  const outputs = rendered.files.map((item) => writeOutput(item, topic, session))
  if (outputs.length === 0) return failed(file, all)
  const inputsHash = session.fingerprints.hashOf(topic.template, inputs)
  const ledger = ledgerOf(topic)
  const entry: ManifestEntry = {
    ...describe(topic),
    inputsHash,
    inputs: session.fingerprints.relative(inputs),
    outputs: [...outputs, ...keptOutputs(outputs, inputsHash, session.previous.get(topic.slug))],
    warnings: all.filter(({ code }) => code !== 'stale-fact').length,
    facts: ledger.facts.map((fact) => ({ ...fact })),
  }
  const state = hasErrors(all) ? 'failed' : 'built'
  return { file, state, entry, ledger, diagnostics: all }
}

function failed(file: string, diagnostics: readonly Diagnostic[]): Outcome {
  return { file, state: 'failed', entry: undefined, ledger: undefined, diagnostics }
}

function writeOutput(item: RenderedFile, topic: Topic, { outDir }: Session): ManifestOutput {
  const path = `${outputName(topic.slug)}/${item.path}`
  writeWhole(outDir, path, item.bytes)
  return {
    path,
    format: item.format,
    bytes: item.bytes.length,
    sha256: sha256(item.bytes),
    ...(item.slides === undefined ? {} : { slides: item.slides }),
    ...(item.pages === undefined ? {} : { pages: item.pages }),
  }
}

/** Other formats built from the very same inputs stay listed. */
function keptOutputs(
  outputs: readonly ManifestOutput[],
  inputsHash: string,
  previous: ManifestEntry | undefined,
): readonly ManifestOutput[] {
  if (previous === undefined || previous.inputsHash !== inputsHash) return []
  const formats = new Set(outputs.map(({ format }) => format))
  return previous.outputs.filter(({ format }) => !formats.has(format))
}

function describe(
  topic: Topic,
): Omit<ManifestEntry, 'inputsHash' | 'inputs' | 'outputs' | 'warnings' | 'facts'> {
  return {
    slug: topic.slug,
    title: inlineText(topic.title),
    subtitle: inlineText(topic.subtitle),
    summary: inlineText(topic.summary),
    lang: topic.lang,
    date: topic.date,
    subject: inlineText(topic.subject),
    syllabus: topic.syllabus.map(inlineText),
    template: topic.template,
  }
}

function nameConflict(file: string, owner: string, { shelf }: Session): Diagnostic {
  return makeDiagnostic(
    'output-name-conflict',
    { file: shelf.displayPath(file) },
    {
      message: `This topic and \`${shelf.displayPath(owner)}\` would be written to the same folder \`${outputName(slugOf(file))}\``,
      hint: 'rename one of the two files',
    },
  )
}

function outputDiagnostic(error: OutputError, { shelf }: Session): Diagnostic {
  return makeDiagnostic(
    error.code,
    { file: shelf.displayPath(error.path) },
    {
      message: `The file was not written: ${error.message}`,
      hint: 'what was there before is untouched',
    },
  )
}

/** One line a finished topic on stdout. */
function announce(
  { file, state, entry }: Outcome,
  { terminal, isJson, isQuiet }: Invocation,
): void {
  if (isJson || isQuiet || state === 'unchanged' || entry === undefined) return
  const documents = entry.outputs.filter(({ path }) =>
    /\/(?:deck\.(?:html|md)|brief\.pdf)$/.test(path),
  )
  const parts = documents.map((output) => {
    const extent = output.slides === undefined ? '' : `${output.slides} slides, `
    return `${output.path.split('/').at(-1)} (${extent}${printedSize(output.bytes)})`
  })
  terminal.out(`${slugOf(file)}: ${parts.join(' · ')}`)
}

/** The shelf page and the manifest: of this run's topics and of those built before that still exist. */
function writeShelfFiles(outcomes: readonly Outcome[], session: Session): readonly Diagnostic[] {
  const slugs = new Set(session.shelf.files.map(slugOf))
  const entries = new Map([...session.previous].filter(([slug]) => slugs.has(slug)))
  for (const { entry } of outcomes) if (entry !== undefined) entries.set(entry.slug, entry)
  const manifest: Manifest = { version: 1, topics: [...entries.values()] }
  const encoder = new TextEncoder()
  try {
    writeWhole(session.outDir, 'manifest.json', encoder.encode(writeManifest(manifest)))
    writeWhole(session.outDir, 'index.html', encoder.encode(shelfPage(manifest)))
    return []
  } catch (error) {
    if (error instanceof OutputError) return [outputDiagnostic(error, session)]
    throw error
  }
}

function report(
  outcomes: readonly Outcome[],
  shelfProblems: readonly Diagnostic[],
  session: Session,
): ExitCode {
  const { invocation, shelf, options } = session
  const problems = outcomes.flatMap(({ diagnostics }) => diagnostics)
  const diagnostics = withShared(shelf, [...problems, ...shelfProblems])
  const { terminal } = invocation
  if (diagnostics.length > 0 && !invocation.isJson)
    terminal.err(renderReport(diagnostics, invocation))
  if (invocation.isJson) terminal.out(JSON.stringify(jsonResult(outcomes, diagnostics)))
  else if (!invocation.isQuiet) terminal.err(summaryOf(outcomes, diagnostics, options))
  const fault = outcomes.find((outcome) => outcome.fault !== undefined)?.fault
  if (fault !== undefined) throw fault
  if (diagnostics.some(({ code }) => code === 'output-refused' || code === 'output-failed'))
    return EXIT.machine
  const isBad = options.isStrict ? diagnostics.length > 0 : hasErrors(diagnostics)
  return isBad ? EXIT.content : EXIT.done
}

function jsonResult(outcomes: readonly Outcome[], diagnostics: readonly Diagnostic[]): object {
  return {
    ok: !hasErrors(diagnostics),
    topics: outcomes.map(({ file, state, entry }) => ({
      slug: slugOf(file),
      state,
      outputs: entry?.outputs ?? [],
    })),
    diagnostics,
  }
}

function summaryOf(
  outcomes: readonly Outcome[],
  diagnostics: readonly Diagnostic[],
  options: BuildOptions,
): string {
  const count = (state: Outcome['state']): number =>
    outcomes.filter((outcome) => outcome.state === state).length
  const parts = [
    `${count('built')} built`,
    count('unchanged') === 0 ? '' : `${count('unchanged')} unchanged`,
    count('failed') === 0 ? '' : `${count('failed')} with errors`,
    countText(diagnostics),
  ].filter((text) => text !== '')
  return `${parts.join(', ')} → ${options.output}/index.html`
}
