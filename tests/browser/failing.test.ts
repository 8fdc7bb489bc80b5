/** A browser that ends, hangs or is killed at work, driven through the room's own door. */
import { afterEach, describe, expect, it } from 'vitest'
import { LIMITS, type Limits } from '../../scripts/browser/limits.ts'
import type { OpenPrinter } from '../../scripts/browser/open-printer.ts'
import { PrintError } from '../../scripts/print/printer.ts'
import { openTestPrinter } from '../own-browser.ts'
import { makeFolder } from '../run-lectern.ts'
import { ENDLESS, pageTask } from './page-task.ts'
import { browsersIn, expectNothingLeft, hasProc, renderersIn, until } from './processes.ts'

const TIMEOUT = 120_000

type Opened = { readonly printer: OpenPrinter; readonly folder: string }

const opened: Opened[] = []

function open(limits: Partial<Limits> = {}): Opened {
  const folder = makeFolder()
  const printer = openTestPrinter(
    { temporaryDir: folder, cores: 2 },
    { limits: { ...LIMITS, ...limits } },
  )
  opened.push({ printer, folder })
  return { printer, folder }
}

afterEach(async () => {
  for (const { printer, folder } of opened.splice(0)) {
    await printer.close()
    if (hasProc) await expectNothingLeft(folder)
  }
})

async function problemOf(work: Promise<unknown>): Promise<PrintError['problem'] | undefined> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  return error instanceof PrintError ? error.problem : undefined
}

/** Long enough in the browser to be interrupted there. */
const LONG = pageTask('<p>word</p>'.repeat(3_000))

describe('a browser that is closed', () => {
  it(
    'in the middle of a print is not started again',
    async () => {
      const { printer, folder } = open()
      await printer.run(pageTask('first'))
      const print = problemOf(printer.run(LONG))
      await printer.close()
      expect(await print).toMatchObject({ code: 'browser-failed', reach: 'build' })
      printer.start()
      expect(await problemOf(printer.run(pageTask('later')))).toMatchObject({ reach: 'build' })
      if (hasProc) expect(browsersIn(folder)).toEqual([])
    },
    TIMEOUT,
  )
})

describe.skipIf(!hasProc)('a browser that fails once', () => {
  it.each([
    ['is killed', browsersIn, 'SIGKILL'],
    ['has its page killed', renderersIn, 'SIGKILL'],
    ['hangs', browsersIn, 'SIGSTOP'],
  ] as const)(
    'and %s in the middle of a print is replaced, and all are printed',
    async (...row) => {
      const [, find, signal] = row
      const { printer, folder } = open({ taskMs: () => 10_000 })
      await printer.run(pageTask('first'))
      const prints = [printer.run(LONG), printer.run(pageTask('a neighbour'))]
      for (const pid of find(folder)) process.kill(pid, signal)
      for (const { pdf } of await Promise.all(prints)) expect(pdf?.length).toBeGreaterThan(500)
      await until(() => browsersIn(folder).length < 2)
    },
    TIMEOUT,
  )
})

/** Short for what never ends, generous for what does. */
function impatience(ms: number): Pick<Limits, 'taskMs'> {
  return { taskMs: ({ inspect }) => (inspect === undefined ? 30_000 : ms) }
}

describe('a document at which the browser hangs', () => {
  it(
    'is tried twice and told; its neighbours are printed',
    async () => {
      const { printer } = open(impatience(2_000))
      const hanging = problemOf(printer.run(pageTask('hangs', ENDLESS)))
      const others = await Promise.all([1, 2, 3].map((at) => printer.run(pageTask(`deck ${at}`))))
      expect(others.map(({ pdf }) => pdf?.length ?? 0).every((length) => length > 500)).toBe(true)
      expect(await hanging).toMatchObject({
        code: 'print-timeout',
        reach: 'document',
        message: 'The browser was given 2 seconds to print this, twice, and did not end',
      })
    },
    TIMEOUT,
  )

  it(
    'after three in a row ends the printing of all, once told',
    async () => {
      const { printer, folder } = open(impatience(500))
      for (const deck of [1, 2, 3])
        expect(await problemOf(printer.run(pageTask(`hangs ${deck}`, ENDLESS)))).toMatchObject({
          reach: 'document',
        })
      const told = await Promise.all(
        [4, 5].map((deck) => problemOf(printer.run(pageTask(`deck ${deck}`)))),
      )
      expect(told[0]).toMatchObject({ code: 'print-timeout', reach: 'build' })
      expect(told[1]).toEqual(told[0])
      if (hasProc) await until(() => browsersIn(folder).length === 0)
    },
    TIMEOUT,
  )

  it(
    'does not count when others were printed in between',
    async () => {
      const { printer } = open({ ...impatience(500), failuresInARow: 2 })
      for (const deck of [1, 2]) {
        await problemOf(printer.run(pageTask(`hangs ${deck}`, ENDLESS)))
        const { pdf } = await printer.run(pageTask(`deck ${deck}`))
        expect(pdf?.length).toBeGreaterThan(500)
      }
    },
    TIMEOUT,
  )
})

describe('an expression that fails', () => {
  it(
    'is our bug, told as such, and the browser prints on',
    async () => {
      const { printer, folder } = open()
      await expect(printer.run(pageTask('x', { inspect: 'nothing.at.all' }))).rejects.toThrow(
        /ReferenceError: nothing is not defined/,
      )
      expect((await printer.run(pageTask('y'))).pdf?.length).toBeGreaterThan(500)
      if (hasProc) expect(browsersIn(folder)).toHaveLength(1)
    },
    TIMEOUT,
  )
})
