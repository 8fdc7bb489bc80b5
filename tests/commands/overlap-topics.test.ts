import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildAll } from '../../scripts/commands/build-all.ts'
import { openSession } from '../../scripts/commands/build-session.ts'
import type { Invocation } from '../../scripts/commands/command.ts'
import { TOPICS_UNDER_WAY } from '../../scripts/commands/overlap-topics.ts'
import type { PageResult } from '../../scripts/print/printer.ts'
import { testPlaces } from '../own-browser.ts'
import { makeProject, rootDir, topicText } from '../run-lectern.ts'

function invocationIn(projectDir: string): Invocation {
  return {
    args: [],
    flags: { to: 'pdf' },
    projectDir,
    templateFolders: [{ path: join(rootDir, 'templates'), displayPath: 'templates' }],
    program: {
      version: '',
      hash: '',
      playerScript: '',
      inkScript: '',
      inspectScript: '',
      node: '',
      platform: '',
    },
    today: '2025-08-08',
    sourceDateEpoch: undefined,
    browser: testPlaces(),
    report: 'human',
    isJson: false,
    isQuiet: true,
    terminal: {
      out: () => undefined,
      err: () => undefined,
      progress: () => undefined,
      isColored: false,
    },
  }
}

/** What a page gives back to a task that never was: enough to see the topic fail, in its turn. */
const NOTHING: PageResult = { inspected: undefined, pdf: undefined, pictures: [] }

describe('topics that wait for a slow browser', () => {
  it('are no more than a few at once, however many there are', async () => {
    const names = Array.from({ length: 12 }, (_, i) => `t${String(i).padStart(2, '0')}`)
    const project = makeProject(
      Object.fromEntries(names.map((name) => [`content/${name}.md`, topicText(name)])),
    )
    const asked: (() => void)[] = []
    const answerAll = (): void => {
      for (const answer of asked.splice(0).reverse()) answer()
    }
    let count = 0
    let most = 0
    const session = openSession(invocationIn(project), {
      start: () => undefined,
      run: () =>
        new Promise((resolve) => {
          asked.push(() => resolve(NOTHING))
          count += 1
          most = Math.max(most, asked.length)
          const isFull = asked.length >= TOPICS_UNDER_WAY || count === names.length
          // Time in which one too many would come; then the last that came is answered first.
          if (isFull) setTimeout(answerAll, 200)
        }),
    })
    const files = names.map((name) => join(project, 'content', `${name}.md`))
    const told: string[] = []
    for await (const { file } of buildAll(files, session)) told.push(file)
    expect(told).toEqual(files)
    expect(most).toBe(TOPICS_UNDER_WAY)
  }, 60_000)
})
