/** What one slide needs beside its own XML: relationships, pictures, charts, ids that are used once. */
import type { MediaFile } from '../presentation.ts'
import { safeLink } from '../safe-link.ts'
import { type Part, type Relationship, relationshipType } from './package.ts'
import type { Step } from './timing-xml.ts'

export type SlideParts = {
  /** Of the next shape; unique on the slide. */
  nextId(): number
  /** Of the shape that got its id last: what of it waits for a click. */
  addSteps(steps: readonly Omit<Step, 'shapeId'>[]): void
  readonly steps: readonly Step[]
  /** The same address is one relationship; undefined where no link may lead. */
  link(target: string): { readonly id: string; readonly isSlide: boolean } | undefined
  /** Returns the id of the relationship. */
  addMedia(file: MediaFile | { readonly mime: 'image/svg+xml'; readonly bytes: Uint8Array }): string
  /** A part that belongs to this slide alone, such as a chart. */
  addPart(part: Part, type: string): string
  readonly relationships: readonly Relationship[]
}

/** What all slides of a package share: the same picture is written once. */
export type SharedParts = {
  mediaPath(file: { readonly mime: string; readonly bytes: Uint8Array }): string
  readonly slideCount: number
  readonly parts: readonly Part[]
  /** Numbers of parts that are counted through the package: `chart` → 1, 2, … */
  count(kind: string): number
  add(part: Part): void
}

/** @param base what is in the package already: no name of it is given again */
export function openSharedParts(slideCount: number, base: readonly Part[]): SharedParts {
  const parts: Part[] = []
  const media = new Map<string, string>()
  const counts = new Map<string, number>()
  const first = base.reduce((most, { path }) => Math.max(most, numberOf(path)), 0)
  const count = (kind: string): number => {
    const next = (counts.get(kind) ?? first) + 1
    counts.set(kind, next)
    return next
  }
  return {
    slideCount,
    parts,
    count,
    add: (part) => parts.push(part),
    mediaPath({ mime, bytes }) {
      // The bytes themselves tell one picture from another, without a hash to collide.
      const key = `${mime} ${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')}`
      const known = media.get(key)
      if (known !== undefined) return known
      const path = `ppt/media/image${count('image')}.${ENDINGS[mime] ?? 'bin'}`
      media.set(key, path)
      parts.push({ path, contentType: mime, content: bytes })
      return path
    },
  }
}

/** `ppt/media/image12.png` is the twelfth. */
function numberOf(path: string): number {
  return Number(/(\d{1,9})\.\w+$/.exec(path)?.[1] ?? 0)
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpeg',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
}

/** @param first what the slide has before it links to anything: its layout */
export function openSlideParts(
  first: readonly Omit<Relationship, 'id'>[],
  shared: SharedParts,
): SlideParts {
  const relationships: Relationship[] = []
  const known = new Map<string, string>()
  const steps: Step[] = []
  let id = 1
  const relate = (relationship: Omit<Relationship, 'id'>): string => {
    const key = `${relationship.type} ${relationship.target}`
    const before = known.get(key)
    if (before !== undefined) return before
    const fresh = `rId${relationships.length + 1}`
    relationships.push({ id: fresh, ...relationship })
    known.set(key, fresh)
    return fresh
  }
  for (const relationship of first) relate(relationship)
  return {
    relationships,
    nextId: () => ++id,
    steps,
    addSteps: (added) => steps.push(...added.map((step) => ({ ...step, shapeId: id }))),
    link(address) {
      const target = safeLink(address, shared.slideCount)
      if (target === undefined) return undefined
      if (!target.startsWith('#'))
        return {
          id: relate({ type: relationshipType('hyperlink'), target, isExternal: true }),
          isSlide: false,
        }
      const path = slidePath(Number(target.slice(1)))
      return { id: relate({ type: relationshipType('slide'), target: path }), isSlide: true }
    },
    addMedia: (file) => relate({ type: relationshipType('image'), target: shared.mediaPath(file) }),
    addPart(part, type) {
      shared.add(part)
      return relate({ type, target: part.path })
    },
  }
}

export function slidePath(number: number): string {
  return `ppt/slides/slide${number}.xml`
}
