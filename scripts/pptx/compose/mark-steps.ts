/** Cards, columns and events that the author marked to come one by one: each a group, each at a click of its own. */
import type { Block } from '../../deck/slide.ts'
import type { Shape } from '../presentation.ts'

/** @param shapes drawn of the block: those of a list, when they are groups, one for each of its items */
export function markSteps(block: Block, shapes: readonly Shape[]): readonly Shape[] {
  if (block.kind !== 'list' || !block.items.some(({ isFragment }) => isFragment)) return shapes
  // Only what stands on the slide itself can wait for a click, so a group of groups is opened.
  const [only] = shapes
  const open = shapes.length === 1 && only?.kind === 'group' ? only.children : shapes
  const groups = open.filter(({ kind }) => kind === 'group')
  if (groups.length !== block.items.length) return shapes
  return open.map((shape) => {
    if (shape.kind !== 'group') return shape
    const isStep = block.items[groups.indexOf(shape)]?.isFragment === true
    return isStep ? { ...shape, isStep } : shape
  })
}
