/** What one run of `lectern build` knows from its start, and what becomes of each topic. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic } from '../diagnostics/make-diagnostic.ts'
import {
  EMPTY_MANIFEST,
  type Manifest,
  type ManifestEntry,
  parseManifest,
} from '../output/manifest.ts'
import { collisionKey, outputName } from '../output/output-name.ts'
import { type OutputError, refuseLinksBetween } from '../output/write-whole.ts'
import type { Printer } from '../print/printer.ts'
import { openWorkshop, type Workshop } from '../render/workshop.ts'
import type { TopicLedger } from '../topic/check-shelf.ts'
import { type BuildOptions, readBuildOptions } from './build-options.ts'
import type { Invocation } from './command.ts'
import { type Fingerprints, openFingerprints } from './fingerprints.ts'
import { openShelf, type Shelf, slugOf } from './shelf.ts'
import type { PageReport } from './tell-brief.ts'

/** A printer whose browser can be started ahead of the first task. */
export type BuildPrinter = Printer & { start(): void }

export type Session = {
  readonly invocation: Invocation
  readonly options: BuildOptions
  readonly shelf: Shelf
  readonly workshop: Workshop
  readonly printer: BuildPrinter
  readonly fingerprints: Fingerprints
  readonly outDir: string
  readonly previous: ReadonlyMap<string, ManifestEntry>
  /** The topic file that owns each output folder, by the folder's collision key. */
  readonly owners: ReadonlyMap<string, string>
}

export type Outcome = {
  readonly file: string
  readonly state: 'built' | 'unchanged' | 'failed'
  readonly entry: ManifestEntry | undefined
  /** How the pages of paper came out, also of a topic that was not built again or that does not fit. */
  readonly briefs: readonly PageReport[]
  /** What the shelf check needs of the topic; the topic itself, with its images, is let go. */
  readonly ledger: TopicLedger | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** A fault of ours, shown at the end; the other topics are built first. */
  readonly fault?: unknown
}

export function openSession(invocation: Invocation, printer: BuildPrinter): Session {
  const options = readBuildOptions(invocation)
  const outDir = resolve(invocation.projectDir, options.output)
  const shelf = openShelf(invocation)
  refuseLinksBetween(invocation.projectDir, outDir)
  const workshop = openWorkshop(invocation.templateFolders)
  const previous = readManifest(outDir).topics.map((entry) => [entry.slug, entry] as const)
  return {
    invocation,
    options,
    shelf,
    workshop,
    printer,
    fingerprints: openFingerprints(invocation, options, workshop.setOf),
    outDir,
    previous: new Map(previous),
    owners: ownersOf(shelf),
  }
}

function readManifest(outDir: string): Manifest {
  const path = join(outDir, 'manifest.json')
  if (!existsSync(path) || !statSync(path).isFile()) return EMPTY_MANIFEST
  return parseManifest(readFileSync(path, 'utf8'))
}

/** In the order of the whole shelf, so that every shard decides alike. */
function ownersOf(shelf: Shelf): ReadonlyMap<string, string> {
  const owners = new Map<string, string>()
  for (const file of shelf.files) {
    const key = collisionKey(outputName(slugOf(file)))
    if (!owners.has(key)) owners.set(key, file)
  }
  return owners
}

export function outputDiagnostic(error: OutputError, { shelf }: Session): Diagnostic {
  return makeDiagnostic(
    error.code,
    { file: shelf.displayPath(error.path) },
    {
      message: `The file was not written: ${error.message}`,
      hint: 'what was there before is untouched',
    },
  )
}
