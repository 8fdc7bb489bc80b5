import { isText, type MarkupElement, type MarkupNode } from './markup-tree.ts'

/** In the order of reading. */
export function firstHeading(nodes: readonly MarkupNode[]): MarkupElement | undefined {
  for (const node of nodes) {
    if (isText(node)) continue
    if (/^h[1-6]$/.test(node.tag)) return node
    const inside = firstHeading(node.children)
    if (inside !== undefined) return inside
  }
  return undefined
}
