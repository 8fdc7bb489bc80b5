/** Lets a number of tasks in at once, the others in the order in which they came. */
export type Gate = { pass<Value>(work: () => Promise<Value>): Promise<Value> }

export function openGate(width: number): Gate {
  const waiting: (() => void)[] = []
  let inside = 0
  const enter = async (): Promise<void> => {
    inside += 1
    if (inside > width) await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const leave = (): void => {
    inside -= 1
    waiting.shift()?.()
  }
  return {
    async pass(work) {
      await enter()
      try {
        return await work()
      } finally {
        leave()
      }
    },
  }
}
