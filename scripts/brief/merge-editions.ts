/** Two editions of one brief → blocks in pairs, by id. */
import type { Brief, Content, FlowBlock } from './brief-block.ts'
import { numberBlocks } from './measure-flow.ts'

/** One of each edition, in the order of the page: the standard one first. */
export type Two<T> = readonly [T, T]

export type BlockPair = {
  readonly kind: FlowBlock['kind']
  readonly id: string
  readonly priority: number
  /** The same in both languages; sections and boxes are counted apart. */
  readonly number: number
  /** Undefined: this edition does not have the block. */
  readonly blocks: Two<FlowBlock | undefined>
}

/** In the order of the first edition; what only the second has follows what it follows there. */
export function pairBlocks([first, second]: Two<Brief>): readonly BlockPair[] {
  const others = new Map(second.flow.map((block) => [keyOf(block), block]))
  const pairs = first.flow.map(
    (block): Two<FlowBlock | undefined> => [block, others.get(keyOf(block))],
  )
  const known = new Set(first.flow.map(keyOf))
  for (const [index, block] of second.flow.entries()) {
    if (known.has(keyOf(block))) continue
    const before = second.flow[index - 1]
    const at = pairs.findIndex(([, other]) => before !== undefined && other === before)
    pairs.splice(at + 1, 0, [undefined, block])
  }
  return numberPairs(pairs.flatMap(toPair))
}

/** Again after some were left out, so that the numbers on the page have no gaps. */
export function numberPairs(pairs: readonly BlockPair[]): readonly BlockPair[] {
  return numberBlocks(pairs).map(({ block, number }) => ({ ...block, number }))
}

function keyOf(block: FlowBlock): string {
  return `${block.kind} ${block.id}`
}

/** What the editions say differently of the importance of a block, the more important says. */
function toPair(blocks: Two<FlowBlock | undefined>): readonly BlockPair[] {
  const given = blocks.filter((block) => block !== undefined)
  const [block] = given
  if (block === undefined) return []
  const priority = Math.min(...given.map((one) => one.priority))
  return [{ kind: block.kind, id: block.id, priority, number: 0, blocks }]
}

/** A picture that both editions show is printed once where they stand below one another. */
export function withoutPictures(block: FlowBlock, paths: ReadonlySet<string>): FlowBlock {
  return {
    ...block,
    content: block.content.map((content): Content => {
      const isShown = content.kind === 'picture' && paths.has(content.path)
      return isShown ? { kind: 'paragraph', text: content.caption } : content
    }),
  }
}
