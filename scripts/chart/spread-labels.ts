/** Labels beside marks, moved apart as little as needed. */

export type SpreadLabel = {
  /** Where its middle would like to be. */
  readonly at: number
  readonly height: number
}

/**
 * Middles of the labels, in the order given (which must be that of `at`), between `top` and `bottom`, none over
 * another. Labels that are too tall for the room together begin at the top and leave it at the bottom.
 */
export function spreadLabels(
  labels: readonly SpreadLabel[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): readonly number[] {
  const total = labels.reduce((sum, { height }) => sum + height, 0)
  const limit = Math.max(top, bottom - total)
  // Pools of touching labels, each as near to its wishes as it can be (isotonic regression by pools).
  const pools: { offsets: number; weight: number; from: number }[] = []
  let before = 0
  for (const [index, { at, height }] of labels.entries()) {
    let pool = { offsets: at - height / 2 - before, weight: 1, from: index }
    before += height
    for (;;) {
      const last = pools.at(-1)
      if (last === undefined || last.offsets / last.weight < pool.offsets / pool.weight) break
      pools.pop()
      pool = {
        offsets: last.offsets + pool.offsets,
        weight: last.weight + pool.weight,
        from: last.from,
      }
    }
    pools.push(pool)
  }
  let sum = 0
  return labels.map(({ height }, index) => {
    const pool = pools.findLast(({ from }) => from <= index)
    const start = Math.min(
      limit,
      Math.max(top, pool === undefined ? top : pool.offsets / pool.weight),
    )
    const middle = start + sum + height / 2
    sum += height
    return middle
  })
}
