import { describe, expect, it } from 'vitest'
import type { PageResult, PageTask, Printer } from '../../scripts/print/printer.ts'
import { openTurns } from '../../scripts/print/turns.ts'

const TASK: PageTask = {
  html: '',
  media: 'print',
  viewport: { widthPx: 1, heightPx: 1, scale: 1 },
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))

/** A printer that answers when it is told to, and pieces of work that say what they do. */
function openScene() {
  const log: string[] = []
  const asked: (() => void)[] = []
  const turns = openTurns<Printer>({
    run: () =>
      new Promise<PageResult>((resolve) => {
        asked.push(() => resolve({ inspected: undefined, pdf: undefined, pictures: [] }))
      }),
  })
  const work = (name: string, prints: number): Promise<void> =>
    turns.take(async (printer) => {
      log.push(`${name} begins`)
      for (let print = 0; print < prints; print += 1) {
        await printer.run(TASK)
        log.push(`${name} goes on`)
      }
      await pause()
      log.push(`${name} ends`)
    })
  return { log, asked, turns, work }
}

describe('pieces of work', () => {
  it('are done one after the other, in order, when nothing is printed', async () => {
    const { log, work } = openScene()
    await Promise.all([work('a', 0), work('b', 0), work('c', 0)])
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })

  it('begin while those before them wait for the browser', async () => {
    const { log, asked, work } = openScene()
    const all = Promise.all([work('a', 1), work('b', 1), work('c', 0)])
    while (log.length < 4) await pause()
    expect(log).toEqual(['a begins', 'b begins', 'c begins', 'c ends'])
    for (const answer of asked.reverse()) answer()
    await all
    expect(log.slice(4)).toEqual(['b goes on', 'a goes on', 'b ends', 'a ends'])
  })

  it('that fail hand their turn on', async () => {
    const { log, turns, work } = openScene()
    const failing = turns.take(() => Promise.reject(new Error('no')))
    const next = work('b', 0)
    await expect(failing).rejects.toThrow('no')
    await next
    expect(log).toEqual(['b begins', 'b ends'])
  })
})
