/**
 * Whether a file may say that it is PDF/UA-1 (ISO 14289-1, 5): what can be missing in a page that Chromium printed.
 * All else the writer sees to.
 */
import type { Annotation } from './annotations.ts'
import { PICTURES, type Tag } from './tag.ts'

export function claimsAccess(
  document: Tag,
  annotations: readonly Annotation[],
  isTagged: (annotation: number) => boolean,
): boolean {
  const tags = allTags(document)
  return (
    tags.every((tag) => !PICTURES.has(tag.type) || isDescribed(tag)) &&
    isOrdered(tags) &&
    annotations.every(({ id }) => isTagged(id))
  )
}

/** 7.2: nothing marks single words as Hindi, so that a document in English may have none. */
export function hasOneLanguage(text: string, lang: string): boolean {
  return lang.startsWith('hi') || !/\p{Script=Devanagari}/u.test(text)
}

/** In the order of reading. */
function allTags(tag: Tag): readonly Tag[] {
  return [tag, ...tag.kids.flatMap((kid) => (kid.kind === 'tag' ? allTags(kid) : []))]
}

/** 7.3 and 7.7. */
function isDescribed({ entries }: Tag): boolean {
  return entries.has('Alt') || entries.has('ActualText')
}

/** 7.4.2: headings begin with the first level, and leave none out on the way down. */
function isOrdered(tags: readonly Tag[]): boolean {
  let last = 0
  return tags.every(({ type }) => {
    const level = /^H([1-6])$/.exec(type)?.[1]
    if (level === undefined) return true
    const isNext = Number(level) <= last + 1
    last = Number(level)
    return isNext
  })
}
