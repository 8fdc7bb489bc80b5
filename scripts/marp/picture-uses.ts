/** Every address of a picture that a deck shows, with the line where it stands. */

import { isText, type MarkupNode } from './markup-tree.ts'
import type { MarpDeck } from './marp-deck.ts'

export type PictureUse = { readonly src: string; readonly line: number }

export function pictureUses({ slides }: MarpDeck): readonly PictureUse[] {
  const uses: PictureUse[] = []
  const visit = (nodes: readonly MarkupNode[]): void => {
    for (const node of nodes) {
      if (isText(node)) continue
      const src = node.tag === 'img' ? (node.attributes.get('src') ?? '') : ''
      if (src !== '') uses.push({ src, line: node.line })
      visit(node.children)
    }
  }
  for (const { header, content, footer, backgrounds } of slides) {
    visit(header)
    uses.push(
      ...backgrounds.filter(({ src }) => src !== '').map(({ src, line }) => ({ src, line })),
    )
    visit(content)
    visit(footer)
  }
  return uses
}
