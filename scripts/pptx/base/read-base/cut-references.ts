/** XML without the elements that point at parts which were left out: a reference to nothing makes Office repair the file. */
import { walk, type XmlNode } from './xml-tree.ts'

type Cut = { readonly start: number; readonly end: number }

/** @returns undefined when nothing has to go */
export function cutReferences(
  text: string,
  root: XmlNode,
  kept: ReadonlySet<string>,
): string | undefined {
  const cuts = [...walk(root)].flatMap((node) => cutsOf(node, text, kept))
  if (cuts.length === 0) return undefined
  let at = 0
  let left = ''
  for (const { start, end } of cuts) {
    if (start < at) continue
    left += text.slice(at, start)
    at = end
  }
  return left + text.slice(at)
}

/** Macros, programs and embedded objects that a click would start ([MS-OE376] 2.1.1242, `action`). */
const RUNS = /^ppaction:\/\/(?:macro|program|ole)/i

function cutsOf(node: XmlNode, text: string, kept: ReadonlySet<string>): readonly Cut[] {
  const { attributes, name, start, end, opened } = node
  if (RUNS.test(attributes['action'] ?? '')) return [{ start, end }]
  const lost = Object.entries(attributes).filter(
    ([key, value]) => key.startsWith('r:') && value !== '' && !kept.has(value),
  )
  if (lost.length === 0) return []
  // A picture may lose the file that it was linked to and keep the one inside (ECMA-376 Part 1 §20.1.8.13).
  if (name !== 'a:blip') return [{ start, end }]
  const tag = text.slice(start, opened)
  return lost.flatMap(([key]) => {
    const match = new RegExp(`\\s+[\\w.-]+:${key.slice(2)}\\s*=\\s*(?:"[^"]*"|'[^']*')`).exec(tag)
    if (match === null) return []
    const from = start + match.index
    return [{ start: from, end: from + match[0].length }]
  })
}
