/** Bookmarks (ISO 32000-1, 12.3.3) and page labels (12.4.2). */
import { pdfText } from '../../typeset/pdf-text-string.ts'

export type Bookmark = {
  readonly title: string
  /** Counted from 0. */
  readonly page: number
  readonly kids: readonly Bookmark[]
  /** False shows its kids only when the reader asks for them. */
  readonly isOpen: boolean
}

/** Pages from `page` on are numbered from `first`, behind the prefix. */
export type PageLabels = {
  /** Counted from 0. */
  readonly page: number
  readonly style: 'decimal' | 'roman' | 'none'
  readonly prefix: string
  readonly first: number
}

type Numbers = {
  allocate(): number
  readonly pages: readonly number[]
}

type Outline = { readonly root: number; readonly objects: ReadonlyMap<number, string> }

export function writeOutline(bookmarks: readonly Bookmark[], numbers: Numbers): Outline {
  const objects = new Map<number, string>()
  const root = numbers.allocate()
  const level = writeLevel(bookmarks, root, { numbers, objects })
  objects.set(root, `<</Type/Outlines${level}/Count ${countShown(bookmarks)}>>`)
  return { root, objects }
}

/** Returns the entries with which the parent names its first and last kid. */
function writeLevel(
  bookmarks: readonly Bookmark[],
  parent: number,
  place: { readonly numbers: Numbers; readonly objects: Map<number, string> },
): string {
  const ids = bookmarks.map(() => place.numbers.allocate())
  bookmarks.forEach((bookmark, index) => {
    const { title, page, kids, isOpen } = bookmark
    const id = ids[index] ?? 0
    const before = index === 0 ? '' : `/Prev ${ids[index - 1]} 0 R`
    const after = index === ids.length - 1 ? '' : `/Next ${ids[index + 1]} 0 R`
    const target = `/Dest[${place.numbers.pages[page]} 0 R/Fit]`
    const count = isOpen ? countShown(kids) : -countShown(kids)
    const below = kids.length === 0 ? '' : `${writeLevel(kids, id, place)}/Count ${count}`
    const source = `<</Title${pdfText(title)}/Parent ${parent} 0 R${before}${after}${target}${below}>>`
    place.objects.set(id, source)
  })
  return ids.length === 0 ? '' : `/First ${ids[0]} 0 R/Last ${ids.at(-1)} 0 R`
}

/** Entries that are seen when the ones above them are. */
function countShown(bookmarks: readonly Bookmark[]): number {
  return bookmarks.reduce((sum, { kids, isOpen }) => sum + 1 + (isOpen ? countShown(kids) : 0), 0)
}

const STYLES = { decimal: '/S/D', roman: '/S/r', none: '' } as const

export function writePageLabels(ranges: readonly PageLabels[]): string {
  const nums = ranges.map(({ page, style, prefix, first }) => {
    const start = first === 1 ? '' : `/St ${first}`
    const before = prefix === '' ? '' : `/P${pdfText(prefix)}`
    return `${page}<<${STYLES[style]}${before}${start}>>`
  })
  return `<</Nums[${nums.join('')}]>>`
}
