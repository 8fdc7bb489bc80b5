/** Which tag each marked-content sequence of a page belongs to, as far as marking it anew has to know. */
import type { Owners } from './mark-content.ts'
import { PICTURES, type Tag } from './tag.ts'

/** By number of the page object. */
export function ownersByPage(document: Tag): ReadonlyMap<number, Owners> {
  const pages = new Map<number, Map<number, Tag | undefined>>()
  const visit = (tag: Tag, picture: Tag | undefined): void => {
    for (const kid of tag.kids) {
      if (kid.kind === 'tag') visit(kid, picture ?? (PICTURES.has(kid.type) ? kid : undefined))
      if (kid.kind !== 'content') continue
      const owners = pages.get(kid.page) ?? new Map<number, Tag | undefined>()
      pages.set(kid.page, owners.set(kid.mcid, picture))
    }
  }
  visit(document, undefined)
  return new Map([...pages].map(([page, owners]) => [page, asOwners(owners)]))
}

export const NO_OWNERS: Owners = { has: () => false, pictureOf: () => undefined }

function asOwners(owners: ReadonlyMap<number, Tag | undefined>): Owners {
  return { has: (mcid) => owners.has(mcid), pictureOf: (mcid) => owners.get(mcid) }
}
