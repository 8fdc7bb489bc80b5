/** One topic file → its outputs on the disk and its entry in the manifest. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Diagnostic, hasErrors, NO_FILE, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic } from '../diagnostics/make-diagnostic.ts'
import {
  type ManifestBrief,
  type ManifestEntry,
  type ManifestOutput,
  sha256,
} from '../output/manifest.ts'
import { collisionKey, outputName } from '../output/output-name.ts'
import { removeWhole } from '../output/remove-whole.ts'
import { OutputError, writeWhole } from '../output/write-whole.ts'
import { FORMATS, needsBrowser, renderTopic } from '../pipeline.ts'
import type { PageFit, RenderedFile, RenderOptions } from '../render/job.ts'
import { ledgerOf, type OwnFact } from '../topic/check-shelf.ts'
import { inlineText } from '../topic/inline-text.ts'
import type { Topic } from '../topic/topic.ts'
import { type Outcome, outputDiagnostic, type Session } from './build-session.ts'
import { slugOf } from './shelf.ts'

/** Never throws: what goes wrong is in the outcome, so that the other topics are built. */
export async function buildTopic(file: string, session: Session): Promise<Outcome> {
  const slug = slugOf(file)
  const owner = session.owners.get(collisionKey(outputName(slug)))
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
  const facts = entry.facts as readonly OwnFact[]
  const ledger = { file: shelf.displayPath(file), lang: entry.lang, facts }
  return { file, state: 'unchanged', entry, briefs: entry.briefs, ledger, diagnostics: [] }
}

async function buildChanged(file: string, session: Session): Promise<Outcome> {
  const { shelf } = session
  if (needsBrowser(session.options.formats)) session.printer.start()
  const { topic, sibling, diagnostics, inputs } = shelf.read(file)
  if (topic === undefined) return failed(file, diagnostics)
  const outputs: ManifestOutput[] = []
  const emit = (item: RenderedFile): void => {
    outputs.push(writeOutput(item, topic, session))
  }
  const wanted = renderOptions(file, session)
  const rendered = await renderTopic({ topic, sibling }, { ...session, emit }, wanted)
  outputs.sort((a, b) => orderOf(a) - orderOf(b))
  const all = sortDiagnostics([...diagnostics, ...rendered.diagnostics])
  if (outputs.length === 0) return { ...failed(file, all), briefs: rendered.briefs }
  const inputsHash = session.fingerprints.hashOf(topic.template, inputs)
  const ledger = ledgerOf(topic)
  const kept = keptOutputs(outputs, inputsHash, session.previous.get(topic.slug))
  const outdated = clearOutdated([...outputs, ...kept], rendered.complete, { topic, session })
  const briefs = [...rendered.briefs.map(briefEntry), ...keptBriefs(kept, topic.slug, session)]
  const entry: ManifestEntry = {
    ...describe(topic),
    inputsHash,
    inputs: session.fingerprints.relative(inputs),
    outputs: [...outputs, ...kept],
    outdated: [...outdated],
    briefs,
    warnings: all.filter(({ code }) => code !== 'stale-fact').length,
    facts: ledger.facts.map((fact) => ({ ...fact })),
  }
  // What the machine lacks is not this topic's error: it is built, but for one format.
  const state = hasErrors(all.filter(({ file: at }) => at !== NO_FILE)) ? 'failed' : 'built'
  return { file, state, entry, briefs, ledger, diagnostics: all }
}

function renderOptions(file: string, { options, invocation }: Session): RenderOptions {
  return {
    formats: options.formats,
    size: options.size,
    preset: options.preset,
    bilingual: options.bilingual,
    profile: options.profile,
    handout: options.handout,
    widthPx: options.widthPx,
    creationDate: options.creationDate,
    source: options.isSourceAttached
      ? { name: basename(file), bytes: readFileSync(file) }
      : undefined,
    playerScript: invocation.program.playerScript,
    inkScript: invocation.program.inkScript,
    hasNotes: options.hasNotes,
    isAnnotated: options.isAnnotated,
  }
}

/** The manifest's lists are mutable; the report's are not. */
function briefEntry(fit: PageFit): ManifestBrief {
  return {
    ...fit,
    columnFill: [...fit.columnFill],
    sections: [...fit.sections],
    dropped: [...fit.dropped],
  }
}

function keptBriefs(
  kept: readonly ManifestOutput[],
  slug: string,
  { previous }: Session,
): readonly ManifestBrief[] {
  const paths = new Set(kept.map(({ path }) => path))
  const briefs = previous.get(slug)?.briefs ?? []
  return briefs.filter(({ path }) => paths.has(`${outputName(slug)}/${path}`))
}

function failed(file: string, diagnostics: readonly Diagnostic[]): Outcome {
  return { file, state: 'failed', entry: undefined, briefs: [], ledger: undefined, diagnostics }
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
    ...(item.widthPx === undefined ? {} : { widthPx: item.widthPx }),
    ...(item.heightPx === undefined ? {} : { heightPx: item.heightPx }),
  }
}

const ORDER: readonly string[] = FORMATS

/** Formats are made at the same time; each makes its own files in order. */
function orderOf({ format }: ManifestOutput): number {
  return ORDER.indexOf(format)
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

/**
 * What earlier builds wrote and this one did not make: removed when its format was made, all of it, so that no
 * `deck-24.png` stays of a deck that has 23 slides now; else still known, to be removed one day.
 */
function clearOutdated(
  current: readonly ManifestOutput[],
  complete: ReadonlySet<string>,
  { topic, session }: { readonly topic: Topic; readonly session: Session },
): readonly ManifestOutput[] {
  const previous = session.previous.get(topic.slug)
  const paths = new Set(current.map(({ path }) => path))
  const own = `${outputName(topic.slug)}/`
  const old = [...(previous?.outputs ?? []), ...(previous?.outdated ?? [])].filter(
    ({ path }) => !paths.has(path) && path.startsWith(own),
  )
  for (const output of old) if (complete.has(output.format)) removeWhole(session.outDir, output)
  return old.filter(({ format }) => !complete.has(format))
}

function describe(
  topic: Topic,
): Omit<
  ManifestEntry,
  'inputsHash' | 'inputs' | 'outputs' | 'outdated' | 'briefs' | 'warnings' | 'facts'
> {
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
