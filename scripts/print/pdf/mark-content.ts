/**
 * Marks the content of a page anew (ISO 32000-1, 14.6): what a reader is told is in a sequence of its tag, all else
 * is an artifact (PDF/UA-1, 7.1). Skia leaves bullets, rules and page numbers unmarked, and has the ground of an
 * element in the same sequence as what comes after it.
 */
import type { PageContent, Painting } from './page-content.ts'
import type { Tag } from './tag.ts'

export type MarkedPage = {
  readonly source: string
  /** New sequences of each of Skia's, which may be none. */
  readonly renumbered: ReadonlyMap<number, readonly number[]>
}

/** The tags that sequences of a page belong to. */
export type Owners = {
  has(mcid: number): boolean
  /** The figure or formula around it. */
  pictureOf(mcid: number): Tag | undefined
}

const ARTIFACT = -1

export function markContent(content: PageContent, owners: Owners): MarkedPage {
  const targets = chooseTargets(content.paintings, owners)
  const renumbered = new Map<number, number[]>()
  let next = 0
  const parts: Insertion[] = []
  let current: number | undefined
  content.paintings.forEach((painting, index) => {
    const target = targets[index] ?? ARTIFACT
    if (target === current) return
    const before = content.paintings[index - 1]
    if (before !== undefined) parts.push({ at: before.end, text: 'EMC\n' })
    current = target
    if (target === ARTIFACT) parts.push({ at: painting.start, text: '/Artifact BMC\n' })
    else {
      const name = owners.pictureOf(target) === undefined ? 'Span' : 'Figure'
      parts.push({ at: painting.start, text: `/${name}<</MCID ${next}>>BDC\n` })
      const numbers = renumbered.get(target)
      if (numbers === undefined) renumbered.set(target, [next])
      else numbers.push(next)
      next++
    }
  })
  const last = content.paintings.at(-1)
  if (last !== undefined) parts.push({ at: last.end, text: 'EMC\n' })
  return { source: rewrite(content, parts), renumbered }
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

type Insertion = { readonly at: number; readonly text: string }

/** Without the marks there were, and with the new ones. */
function rewrite({ source, marks }: PageContent, insertions: readonly Insertion[]): string {
  const out: string[] = []
  let at = 0
  let next = 0
  const insertUntil = (end: number): void => {
    for (; next < insertions.length; next++) {
      const insertion = insertions[next]
      if (insertion === undefined || insertion.at > end) return
      out.push(source.slice(at, insertion.at), insertion.text)
      at = insertion.at
    }
  }
  for (const mark of marks) {
    insertUntil(mark.start)
    out.push(source.slice(at, mark.start))
    at = mark.end
  }
  insertUntil(source.length)
  out.push(source.slice(at))
  return out.join('')
}
