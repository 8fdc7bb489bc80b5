/** `out/manifest.json`: every output with its size, pages or slides, and the hash of what it was made from. */
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'

const Output = z.object({
  /** Relative to the output folder, with `/`. */
  path: z.string(),
  format: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  slides: z.optional(z.number()),
  pages: z.optional(z.number()),
  /** Of a picture. */
  widthPx: z.optional(z.number()),
  heightPx: z.optional(z.number()),
})

const Input = z.object({
  /** Relative to the project folder, with `/`; `sha256` is empty for a file that was looked for and is not there. */
  path: z.string(),
  sha256: z.string(),
})

/** How a page came out: `FitReport` of the brief, kept so that a topic that is not built again still has it. */
const Brief = z.object({
  path: z.string(),
  side: z.string(),
  preset: z.string(),
  rung: z.string(),
  sizePt: z.number(),
  leadingPt: z.number(),
  xHeightMm: z.number(),
  columns: z.number(),
  fill: z.number(),
  columnFill: z.array(z.number()),
  trials: z.number(),
  overflowLines: z.number(),
  sections: z.array(z.object({ id: z.string(), lines: z.number() })),
  hyphens: z.number(),
  widestGapPt: z.number(),
  inkPercent: z.number(),
  dropped: z.array(z.string()),
  largestSection: z.string(),
  cheapestCut: z.string(),
})

const Entry = z.object({
  slug: z.string(),
  /** Hash of program, options, templates and every input file: equal hash, equal output. */
  inputsHash: z.string(),
  inputs: z.array(Input),
  outputs: z.array(Output),
  /** Files of earlier builds, of other inputs, in formats that nobody asked for since: they go when theirs is made without them. */
  outdated: z._default(z.array(Output), []),
  briefs: z._default(z.array(Brief), []),
  title: z.string(),
  subtitle: z.string(),
  summary: z.string(),
  lang: z.string(),
  date: z.string(),
  subject: z.string(),
  syllabus: z.array(z.string()),
  template: z.string(),
  /** Problems other than old figures: those come with the calendar, and `lectern check` tells of them. */
  warnings: z.number(),
  /** The figures that the topic's own file gives, so that two topics that disagree are always found. */
  facts: z.array(
    z.object({
      id: z.string(),
      value: z.string(),
      number: z.string(),
      unit: z.string(),
      place: z.object({ line: z.number(), column: z.number(), endColumn: z.optional(z.number()) }),
    }),
  ),
})

const Manifest = z.object({ version: z.literal(1), topics: z.array(Entry) })

export type ManifestOutput = z.infer<typeof Output>
export type ManifestBrief = z.infer<typeof Brief>
export type ManifestInput = z.infer<typeof Input>
export type ManifestEntry = z.infer<typeof Entry>
export type Manifest = z.infer<typeof Manifest>

export const EMPTY_MANIFEST: Manifest = { version: 1, topics: [] }

/** A manifest of another version or a damaged one counts as none: everything is built again. */
export function parseManifest(text: string): Manifest {
  try {
    const parsed = Manifest.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : EMPTY_MANIFEST
  } catch {
    // Not JSON: the same as no manifest.
    return EMPTY_MANIFEST
  }
}

/** Parsed again, so that an entry kept from an older manifest has its keys in the order of a new one. */
export function writeManifest(manifest: Manifest): string {
  const { version, topics } = Manifest.parse(manifest)
  const sorted = topics
    .map((entry) => ({
      ...entry,
      outputs: [...entry.outputs].sort(byPath),
      outdated: [...entry.outdated].sort(byPath),
    }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
  return `${JSON.stringify({ version, topics: sorted }, null, 2)}\n`
}

function byPath(a: ManifestOutput, b: ManifestOutput): number {
  return a.path < b.path ? -1 : 1
}

export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
