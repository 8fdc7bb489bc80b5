/**
 * Marks the content of a page anew (ISO 32000-1, 14.6): what a reader is told is in a sequence of its tag, all else
 * is an artifact (PDF/UA-1, 7.1). Skia leaves bullets, rules and page numbers unmarked, and has the ground of an
 * element in the same sequence as what comes after it.
 */
import type { Owners } from './owners.ts'
import type { PageContent, Painting } from './page-content.ts'
import { plainBand } from './plain-bands.ts'

export type MarkedPage = {
  readonly source: string
  /** New sequences of each of Skia's, which may be none. */
  readonly renumbered: ReadonlyMap<number, readonly number[]>
}

const ARTIFACT = -1

/** @param texts what text objects become, by the number of their painting */
export function markContent(
  content: PageContent,
  owners: Owners,
  texts: ReadonlyMap<number, string>,
): MarkedPage {
  const targets = chooseTargets(content.paintings, owners)
  const renumbered = new Map<number, number[]>()
  const edits: Edit[] = content.marks.map((mark) => ({ ...mark, text: '' }))
  let next = 0
  let current: number | undefined
  let last = 0
  content.paintings.forEach((painting, index) => {
    const target = targets[index] ?? ARTIFACT
    if (target !== current) {
      if (current !== undefined) edits.push(insertion(last, 'EMC\n'))
      const begin =
        target === ARTIFACT
          ? '/Artifact BMC\n'
          : `/${owners.pictureOf(target)?.type ?? 'Span'}<</MCID ${next}>>BDC\n`
      edits.push(insertion(painting.start, begin))
      if (target !== ARTIFACT) renumbered.set(target, [...(renumbered.get(target) ?? []), next++])
    }
    current = target
    last = painting.end
    const { kind, start, end } = painting
    const changed = kind === 'path' ? plainBand(content.source.slice(start, end)) : texts.get(index)
    if (changed !== undefined) edits.push({ start, end, text: changed })
  })
  if (current !== undefined) edits.push(insertion(last, 'EMC\n'))
  return { source: applyEdits(content.source, edits), renumbered }
}

/** For each painting one of Skia's sequences, whose tag it goes to, or ARTIFACT. */
function chooseTargets(paintings: readonly Painting[], owners: Owners): readonly number[] {
  const withText = new Set(paintings.filter(({ kind }) => kind === 'text').map(({ mcid }) => mcid))
  const targets = paintings.map(({ mcid }) =>
    owners.has(mcid) && (withText.has(mcid) || owners.pictureOf(mcid) !== undefined)
      ? mcid
      : ARTIFACT,
  )
  return joinPictures(targets, owners)
}

/** Shapes that are drawn between two labels of a figure belong to it. */
function joinPictures(targets: readonly number[], owners: Owners): readonly number[] {
  const joined = [...targets]
  let last = -1
  targets.forEach((target, index) => {
    if (target === ARTIFACT) return
    const picture = owners.pictureOf(target)
    const before = joined[last]
    if (picture !== undefined && before !== undefined && owners.pictureOf(before) === picture)
      joined.fill(before, last, index + 1)
    last = index
  })
  return joined
}

type Edit = { readonly start: number; readonly end: number; readonly text: string }

function insertion(at: number, text: string): Edit {
  return { start: at, end: at, text }
}

function applyEdits(source: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end)
  const parts: string[] = []
  let at = 0
  for (const { start, end, text } of sorted) {
    parts.push(source.slice(at, start), text)
    at = end
  }
  parts.push(source.slice(at))
  return parts.join('')
}
