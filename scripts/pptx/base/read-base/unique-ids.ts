/** Ids of masters and layouts, unique in the whole file: two that are the same make Office repair it. */
import type { Part } from '../../write/package.ts'
import type { CopiedParts } from './copy-parts.ts'
import type { Template } from './open-template.ts'
import { child, childrenOf, numberOf, parsePart, type XmlNode } from './xml-tree.ts'

export type UniqueIds = {
  readonly parts: readonly Part[]
  /** Of the masters, in their order. */
  readonly ids: readonly number[]
  /** Free from here on. */
  readonly firstId: number
}

/** ECMA-376 Part 1 §19.7.7, `ST_SlideMasterId`. */
const LEAST = 2_147_483_648
const MOST = 4_294_967_295 - 1000

/** The template's own when they are in order, else all of them anew. */
export function uniqueIds({ main, masters }: Template, { parts, pathOf }: CopiedParts): UniqueIds {
  const written = masterIds(main)
  const all = [...written, ...masters.flatMap(({ root }) => layoutIds(root).map(({ id }) => id))]
  const isFine = all.every((id) => id >= LEAST && id < MOST) && new Set(all).size === all.length
  if (isFine && written.length === masters.length)
    return { parts, ids: written, firstId: Math.max(...all) + 1 }
  let next = LEAST
  const ids = masters.map(() => next++)
  const paths = new Set(masters.map(({ part }) => pathOf(part)))
  const renumbered = parts.map((part) => {
    if (!paths.has(part.path)) return part
    const { text, root } = parsePart(part)
    return { ...part, content: renumber(text, root, () => next++) }
  })
  return { parts: renumbered, ids, firstId: next }
}

function masterIds(main: XmlNode): readonly number[] {
  const nodes = childrenOf(child(main, 'p:sldMasterIdLst'), 'p:sldMasterId')
  return nodes.map((node) => numberOf(node, 'id') ?? 0)
}

function layoutIds(master: XmlNode): readonly { readonly node: XmlNode; readonly id: number }[] {
  const nodes = childrenOf(child(master, 'p:sldLayoutIdLst'), 'p:sldLayoutId')
  return nodes.map((node) => ({ node, id: numberOf(node, 'id') ?? 0 }))
}

const ID_RE = /\sid\s*=\s*(?:"[^"]*"|'[^']*')/

function renumber(text: string, root: XmlNode, nextId: () => number): string {
  let at = 0
  let renumbered = ''
  for (const { node } of layoutIds(root)) {
    const tag = text.slice(node.start, node.opened)
    const id = ` id="${nextId()}"`
    const own = ID_RE.test(tag) ? tag.replace(ID_RE, id) : tag.replace(/^<[^\s/>]+/, `$&${id}`)
    renumbered += text.slice(at, node.start) + own
    at = node.opened
  }
  return renumbered + text.slice(at)
}
