import { MessageChannel } from 'node:worker_threads'
import { afterAll, describe, expect, it } from 'vitest'
import { printerOver, printFor } from '../../scripts/commands/print-thread.ts'
import { pageTask } from '../browser/page-task.ts'
import { openTestPrinter } from '../own-browser.ts'

const printer = openTestPrinter()
const { port1: thread, port2: main } = new MessageChannel()
afterAll(() => {
  thread.close()
  return printer.close()
})

describe('the printer of a thread', () => {
  printFor(main, printer)
  const asking = printerOver(thread)

  it('prints by the browser of the main thread', async () => {
    const { pdf } = await asking.run(pageTask('x'))
    expect(pdf?.length).toBeGreaterThan(500)
  })

  it('fails with what is our fault, not the whole program', async () => {
    await expect(asking.run(pageTask('x', { inspect: 'nothing.at.all' }))).rejects.toThrow(
      /nothing is not defined/,
    )
  })
})
