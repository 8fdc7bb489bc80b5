/**
 * Marks the content of a page anew (ISO 32000-1, 14.6): what a reader is told is in a sequence of its tag, all else
 * is an artifact (PDF/UA-1, 7.1). Skia leaves bullets, rules and page numbers unmarked, and has the ground of an
 * element in the same sequence as what comes after it.
 */
import type { Owners } from './owners.ts'
import type { PageContent, Painting, Stretch } from './page-content.ts'
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
  const marker = new Marker(content.marks)
  content.paintings.forEach((painting, index) => {
    const target = targets[index] ?? ARTIFACT
    const text = texts.get(index)
    const picture = owners.pictureOf(target)
    if (target !== ARTIFACT && picture === undefined && text?.includes('/ActualText') === true) {
      marker.markInside(painting, target, text)
      return
    }
    marker.mark(painting, target, picture?.type ?? 'Span')
    const { kind, start, end } = painting
    const changed = kind === 'path' ? plainBand(content.source.slice(start, end)) : text
    if (changed !== undefined) marker.replace({ start, end, text: changed })
  })
  marker.leave()
  return { source: applyEdits(content.source, marker.edits), renumbered: marker.renumbered }
}

class Marker {
  readonly edits: Edit[]
  readonly renumbered = new Map<number, number[]>()
  #next = 0
  /** What the sequence that is open belongs to. */
  #current: number | undefined
  #end = 0

  /** @param old lines that open and close Skia's sequences */
  constructor(old: readonly Stretch[]) {
    this.edits = old.map((mark) => ({ ...mark, text: '' }))
  }

  replace(edit: Edit): void {
    this.edits.push(edit)
  }

  mark({ start, end }: Painting, target: number, type: string): void {
    if (target !== this.#current) {
      this.leave()
      const begin = target === ARTIFACT ? '/Artifact BMC\n' : this.#open(target, type, '')
      this.edits.push(insertion(start, begin))
    }
    this.#current = target
    this.#end = end
  }

  /**
   * Each stretch of a text object that has an ActualText is a sequence of the element itself: poppler forgets an
   * element when a sequence inside it ends.
   */
  markInside({ start, end }: Painting, target: number, text: string): void {
    this.leave()
    const lines: string[] = []
    let isOpen = false
    const close = (): void => {
      if (isOpen) lines.push('EMC')
      isOpen = false
    }
    const open = (property: string): void => {
      lines.push(this.#open(target, 'Span', property).trimEnd())
      isOpen = true
    }
    for (const line of text.split('\n')) {
      const property = /^\/Span<<(\/ActualText.*)>>BDC$/.exec(line)?.[1]
      if (property !== undefined || line === 'EMC' || line === 'ET') close()
      if (property !== undefined) open(property)
      else if (line.endsWith(' Tj') && !isOpen) open('')
      if (property === undefined && line !== 'EMC') lines.push(line)
    }
    this.edits.push({ start, end, text: lines.join('\n') })
  }

  leave(): void {
    if (this.#current !== undefined) this.edits.push(insertion(this.#end, 'EMC\n'))
    this.#current = undefined
  }

  #open(target: number, type: string, property: string): string {
    const numbers = this.renumbered.get(target)
    if (numbers === undefined) this.renumbered.set(target, [this.#next])
    else numbers.push(this.#next)
    return `/${type}<</MCID ${this.#next++}${property}>>BDC\n`
  }
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
