/** Which tag each marked-content sequence of a page belongs to, as far as writing the page anew has to know. */
import { INLINE, PICTURES, type Tag } from './tag.ts'

/** Of the sequences of one page. */
export type Owners = {
  has(mcid: number): boolean
  /** The figure or formula around it. */
  pictureOf(mcid: number): Tag | undefined
  /** The paragraph, heading, item or cell around it. */
  blockOf(mcid: number): Tag | undefined
  /** Sequences of links, in their order. */
  readonly links: readonly { readonly link: Tag; readonly mcid: number }[]
}

type Place = {
  readonly picture: Tag | undefined
  readonly block: Tag
  readonly link: Tag | undefined
}

/** By number of the page object. */
export function ownersByPage(document: Tag): ReadonlyMap<number, Owners> {
  const pages = new Map<number, Map<number, Place>>()
  const visit = (tag: Tag, place: Place): void => {
    for (const kid of tag.kids) {
      if (kid.kind === 'tag') visit(kid, placeIn(kid, place))
      if (kid.kind !== 'content') continue
      const places = pages.get(kid.page) ?? new Map<number, Place>()
      pages.set(kid.page, places.set(kid.mcid, place))
    }
  }
  visit(document, { picture: undefined, block: document, link: undefined })
  return new Map([...pages].map(([page, places]) => [page, asOwners(places)]))
}

function placeIn(tag: Tag, { picture, block, link }: Place): Place {
  return {
    picture: picture ?? (PICTURES.has(tag.type) ? tag : undefined),
    block: INLINE.has(tag.type) ? block : tag,
    link: tag.type === 'Link' ? tag : link,
  }
}

export const NO_OWNERS: Owners = asOwners(new Map())

function asOwners(places: ReadonlyMap<number, Place>): Owners {
  return {
    has: (mcid) => places.has(mcid),
    pictureOf: (mcid) => places.get(mcid)?.picture,
    blockOf: (mcid) => places.get(mcid)?.block,
    links: [...places].flatMap(([mcid, { link }]) => (link === undefined ? [] : [{ link, mcid }])),
  }
}
