/** The structure of a tagged PDF with the text of its elements, as pdf.js reads both. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Tagged = {
  readonly role: string
  readonly lang: string
  readonly alt: string
  /** Of the element itself and what is inside, in the order of the structure. */
  readonly text: string
  readonly children: readonly Tagged[]
}

/** One tree for each page, with the elements that have content on it. */
export async function readStructure(pdf: Uint8Array): Promise<readonly Tagged[]> {
  const loading = getDocument({ data: pdf.slice(), verbosity: 0 })
  const document = await loading.promise
  const trees: Tagged[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const tree: unknown = await page.getStructTree()
    trees.push(toTagged(asNode(tree), textsById(content.items)))
  }
  await loading.destroy()
  return trees
}

/** Elements of these roles, in order, wherever they stand. */
export function findAll(tree: Tagged, ...roles: readonly string[]): readonly Tagged[] {
  const inside = tree.children.flatMap((child) => findAll(child, ...roles))
  return roles.includes(tree.role) ? [tree, ...inside] : inside
}

type StructNode = {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly lang?: string
  readonly alt?: string
  readonly children?: readonly StructNode[]
}

function asNode(tree: unknown): StructNode {
  if (typeof tree === 'object' && tree !== null) return tree
  throw new Error('the page has no structure')
}

function toTagged(node: StructNode, texts: ReadonlyMap<string, string>): Tagged {
  const kids = node.children ?? []
  const parts = kids.map((kid) =>
    kid.role === undefined ? (texts.get(kid.id ?? '') ?? '') : toTagged(kid, texts),
  )
  return {
    role: node.role ?? '',
    lang: node.lang ?? '',
    alt: node.alt ?? '',
    text: parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
    children: parts.filter((part) => typeof part !== 'string'),
  }
}

/** Text by the id of the marked content it stands in, artifacts left out. */
function textsById(items: readonly object[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  const open: string[] = []
  for (const item of items) {
    if ('str' in item) {
      const id = open.findLast((each) => each !== '')
      if (id !== undefined) texts.set(id, (texts.get(id) ?? '') + String(item.str))
    } else if ('type' in item && item.type === 'endMarkedContent') open.pop()
    else open.push('id' in item && typeof item.id === 'string' ? item.id : '')
  }
  return texts
}
