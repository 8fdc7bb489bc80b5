/** Hashes of everything a topic is made from: equal hash, equal output, so nothing is built twice. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { type ManifestEntry, type ManifestInput, sha256 } from '../output/manifest.ts'
import type { TemplateSet } from '../template/template-set.ts'
import type { BuildOptions } from './build-options.ts'
import type { Invocation } from './command.ts'

/** A file that was read, by absolute path; `sha256` is empty when it was looked for and is not there. */
export type Input = { readonly path: string; readonly sha256: string }

export type Fingerprints = {
  hashOf(template: string, inputs: readonly Input[]): string
  /** Inputs as the manifest keeps them: paths from the project folder, sorted. */
  relative(inputs: readonly Input[]): ManifestInput[]
  /** True when the entry's outputs are all there and would come out the same. */
  isFresh(entry: ManifestEntry, outDir: string): boolean
}

/** @param setOf reads a template set */
export function openFingerprints(
  invocation: Invocation,
  options: BuildOptions,
  setOf: (name: string) => TemplateSet | undefined,
): Fingerprints {
  const { projectDir, program } = invocation
  const templateHashes = new Map<string, string>()
  const templateHash = (name: string): string => {
    const known = templateHashes.get(name)
    if (known !== undefined) return known
    const set = setOf(name)
    const hash = set === undefined ? '' : hashOfSet(set)
    templateHashes.set(name, hash)
    return hash
  }
  const toRelative = (inputs: readonly Input[]): ManifestInput[] =>
    inputs
      .map(({ path, sha256: hash }) => ({
        path: relative(projectDir, path).split(sep).join('/'),
        sha256: hash,
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
  const combine = (template: string, inputs: readonly ManifestInput[]): string =>
    sha256(
      JSON.stringify({
        program: program.hash,
        template: templateHash(template),
        options: [
          options.template,
          options.size,
          options.preset,
          options.bilingual,
          options.profile,
          options.handout,
          options.widthPx,
          options.isHtmlTrusted,
          options.isSourceAttached,
          options.hasNotes,
          options.isAnnotated,
          options.creationDate,
        ].map((value) => value ?? null),
        inputs,
      }),
    )
  const hashOfFile = rememberHashes()
  return {
    hashOf: (template, inputs) => combine(template, toRelative(inputs)),
    relative: toRelative,
    isFresh(entry, outDir) {
      // A topic with problems is read again each time, so that they are shown each time.
      if (options.isForced || program.hash === '' || entry.warnings > 0) return false
      const built = new Set(entry.outputs.map(({ format }) => format))
      if (!options.formats.every((format) => built.has(format))) return false
      const inputs = entry.inputs.map(({ path }) => ({
        path,
        sha256: hashOfFile(resolve(projectDir, path)),
      }))
      if (combine(entry.template, inputs) !== entry.inputsHash) return false
      return entry.outputs.every(({ path, bytes }) => sizeOf(join(outDir, path)) === bytes)
    },
  }
}

/** Shared files are hashed once a run, however many topics use them. */
function rememberHashes(): (path: string) => string {
  const hashes = new Map<string, string>()
  return (path) => {
    let hash = hashes.get(path)
    if (hash === undefined) {
      hash = existsSync(path) && statSync(path).isFile() ? sha256(readFileSync(path)) : ''
      hashes.set(path, hash)
    }
    return hash
  }
}

function hashOfSet(set: TemplateSet): string {
  const files = [set.deck, set.brief, set.back ?? null, set.handout, ...set.layers]
  return sha256(JSON.stringify([...files, ...[...set.partials].flat()]))
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1
}
