/** The structure tree of a tagged PDF (ISO 32000-1, 14.7) as plain data. */
import type { Entries } from './entries.ts'

export type Tag = {
  readonly kind: 'tag'
  /** Of the structure type: `H2`, `LI`, `NonStruct`. */
  readonly type: string
  /** What it says of itself: Alt, Lang, A, ID; not its place in the tree. */
  readonly entries: Entries
  readonly kids: readonly TagKid[]
}

export type TagKid = Tag | MarkedContent | TaggedAnnotation

/** A marked-content sequence of a page. */
export type MarkedContent = {
  readonly kind: 'content'
  /** Number of the page object. */
  readonly page: number
  readonly mcid: number
}

export type TaggedAnnotation = {
  readonly kind: 'annotation'
  readonly page: number
  /** Number of the annotation object. */
  readonly id: number
}

/** Told by their description, whatever is drawn in them. */
export const PICTURES: ReadonlySet<string> = new Set(['Figure', 'Formula'])

/** Parts of a line, by ISO 32000-1, 14.8.4.4, those of PDF 2.0, and what Chromium has around every text. */
export const INLINE: ReadonlySet<string> = new Set([
  'Span',
  'Strong',
  'Em',
  'Code',
  'Link',
  'Quote',
  'NonStruct',
])

export function makeTag(type: string, kids: readonly TagKid[], entries: Entries = new Map()): Tag {
  return { kind: 'tag', type, entries, kids }
}

/** The page of the first content in it. */
export function pageOf(kid: TagKid): number | undefined {
  if (kid.kind !== 'tag') return kid.page
  for (const each of kid.kids) {
    const page = pageOf(each)
    if (page !== undefined) return page
  }
  return undefined
}

/** The same tag with other contents for each of its own; an empty list drops one. */
export function withContents(
  tag: Tag,
  contentsFor: (content: MarkedContent) => readonly MarkedContent[],
): Tag {
  const kids = tag.kids.flatMap((kid): readonly TagKid[] => {
    if (kid.kind === 'tag') return [withContents(kid, contentsFor)]
    return kid.kind === 'content' ? contentsFor(kid) : [kid]
  })
  return { ...tag, kids }
}

/** Those that the tag itself holds. */
export function annotationsOf(tag: Tag): readonly TaggedAnnotation[] {
  return tag.kids.filter((kid) => kid.kind === 'annotation')
}
