/** Small insertions into XML of others, whose other characters stay as they are. */
import type { XmlNode } from './xml-tree.ts'

/** @param xml becomes the last child of the node */
export function appendChild(text: string, node: XmlNode, xml: string): string {
  const tag = text.slice(node.start, node.opened)
  if (!tag.endsWith('/>')) {
    const at = text.lastIndexOf('</', node.end)
    return text.slice(0, at) + xml + text.slice(at)
  }
  const name = /^<([^\s/>]+)/.exec(tag)?.[1] ?? ''
  const opened = text.slice(0, node.opened - 2)
  return `${opened}>${xml}</${name}>${text.slice(node.opened)}`
}
