/** Tags → the objects of a structure tree (ISO 32000-1, 14.7), numbered by the caller. */
import { writeEntries } from './entries.ts'
import type { Tag, TagKid } from './tag.ts'

export type TreeNumbers = {
  allocate(): number
  /** Page objects, in order: their index is their key in the parent tree. */
  readonly pages: readonly number[]
}

export type WrittenTree = {
  readonly root: number
  readonly objects: ReadonlyMap<number, string>
  /** Key in the parent tree of every tagged annotation, by its object number. */
  readonly annotationKeys: ReadonlyMap<number, number>
}

type Writing = {
  readonly numbers: TreeNumbers
  readonly objects: Map<number, string>
  /** By page object: the element of every MCID. */
  readonly contents: Map<number, number[]>
  readonly annotations: Map<number, number>
  readonly named: { readonly id: string; readonly element: number }[]
}

export function writeTags(document: Tag, numbers: TreeNumbers): WrittenTree {
  const writing: Writing = {
    numbers,
    objects: new Map(),
    contents: new Map(numbers.pages.map((page) => [page, []])),
    annotations: new Map(),
    named: [],
  }
  const root = numbers.allocate()
  const top = writeElement(writing, document, root)
  const annotations = [...writing.annotations]
  const pageCount = numbers.pages.length
  const parents = [
    ...numbers.pages.map((page) => `[${(writing.contents.get(page) ?? []).map(ref).join(' ')}]`),
    ...annotations.map(([, element]) => ref(element)),
  ].map((value, key) => `${key} ${value}`)
  const entries = [
    `/Type/StructTreeRoot/K ${ref(top)}/ParentTree<</Nums[${parents.join('\n')}]>>`,
    `/ParentTreeNextKey ${parents.length}${idTree(writing)}`,
    // What PDF 1.7 has no name for, though PDF 2.0 does (ISO 32000-2, 14.8.4).
    '/RoleMap<</Strong/Span/Em/Span>>',
  ]
  writing.objects.set(root, `<<${entries.join('')}>>`)
  return {
    root,
    objects: writing.objects,
    annotationKeys: new Map(annotations.map(([id], index) => [id, pageCount + index])),
  }
}

function writeElement(writing: Writing, tag: Tag, parent: number): number {
  const id = writing.numbers.allocate()
  const page = tag.kids.find((kid) => kid.kind !== 'tag')?.page
  const kids = tag.kids.map((kid) => writeKid(writing, kid, { id, page }))
  const name = tag.entries.get('ID')
  if (name !== undefined) writing.named.push({ id: name, element: id })
  const entries = new Map([
    ['Type', '/StructElem'],
    ['S', `/${tag.type}`],
    ['P', ref(parent)],
  ])
  if (page !== undefined) entries.set('Pg', ref(page))
  for (const [key, value] of tag.entries) entries.set(key, value)
  if (kids.length > 0) entries.set('K', kids.length === 1 ? kids.join() : `[${kids.join(' ')}]`)
  writing.objects.set(id, writeEntries(entries))
  return id
}

function writeKid(
  writing: Writing,
  kid: TagKid,
  { id, page }: { readonly id: number; readonly page: number | undefined },
): string {
  if (kid.kind === 'tag') return ref(writeElement(writing, kid, id))
  const other = kid.page === page ? '' : `/Pg ${ref(kid.page)}`
  if (kid.kind === 'annotation') {
    writing.annotations.set(kid.id, id)
    return `<</Type/OBJR${other}/Obj ${ref(kid.id)}>>`
  }
  const contents = writing.contents.get(kid.page)
  if (contents !== undefined) contents[kid.mcid] = id
  return other === '' ? String(kid.mcid) : `<</Type/MCR${other}/MCID ${kid.mcid}>>`
}

/** Header cells that other cells name (ISO 32000-1, 14.8.5.7), in the order of their names. */
function idTree({ named }: Writing): string {
  if (named.length === 0) return ''
  const sorted = named.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return `/IDTree<</Names[${sorted.map(({ id, element }) => `${id} ${ref(element)}`).join(' ')}]>>`
}

function ref(id: number): string {
  return `${id} 0 R`
}
