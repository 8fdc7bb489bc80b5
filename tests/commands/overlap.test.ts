/** Topics are rendered while others are printed: in which order they are told, how many at once, by how many browsers. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { npmChromium } from '../chromium.ts'
import {
  listAll,
  makeFolder,
  makeProject,
  type Run,
  runLectern,
  topicText,
} from '../run-lectern.ts'

const MANY_POINTS = `sections:\n${Array.from(
  { length: 40 },
  (_, i) => `  - { title: Section ${i}, points: [A point, Another] }\n`,
).join('')}`

/** The first takes the browser longest. */
const TOPICS = {
  'content/a.md': topicText('Long', MANY_POINTS),
  ...Object.fromEntries(
    Array.from({ length: 7 }, (_, i) => [`content/b${i}.md`, topicText(`Topic ${i}`)]),
  ),
}

type Watched = Run & { readonly starts: number }

/** Builds with a browser that writes down each of its starts. */
async function buildWatched(project: string, ...args: readonly string[]): Promise<Watched> {
  const folder = makeFolder()
  const log = join(folder, 'starts')
  const { path, environment } = npmChromium()
  const exports = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'\n`)
  makeProject(
    {
      browser: `#!/bin/sh\necho start >> '${log}'\n${exports.join('')}exec '${path}' "$@"\n`,
    },
    folder,
  )
  const browser = join(folder, 'browser')
  const run = await runLectern(['build', ...args, '--browser', browser], {
    cwd: project,
    under: ['sh', '-c', `chmod +x '${browser}' && exec "$@"`, 'sh'],
  })
  const starts = existsSync(log) ? readFileSync(log, 'utf8').split('\n').length - 1 : 0
  return { ...run, starts }
}

const namesIn = (out: string): readonly string[] =>
  out.split('\n').flatMap((line) => (line === '' ? [] : [line.split(':')[0] ?? '']))

describe('a build of several topics that are printed', () => {
  it('tells of them in file order, is done by one browser, and makes the same bytes by threads', async () => {
    const project = makeProject(TOPICS)
    const one = await buildWatched(project, '--to', 'html,pdf', '-o', 'one')
    expect([one.code, one.starts, one.err]).toEqual([0, 1, expect.stringContaining('8 built')])
    expect(namesIn(one.out)).toEqual(['a', 'b0', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6'])
    const two = await buildWatched(project, '--to', 'html,pdf', '-o', 'two', '--jobs', '2')
    expect([two.code, two.starts, two.out]).toEqual([0, 1, one.out])
    const files = listAll(join(project, 'one')).filter((name) => /\.\w+$/.test(name))
    expect(files.length).toBe(2 * 8 + 2)
    for (const name of files)
      expect(readFileSync(join(project, 'two', name)), name).toEqual(
        readFileSync(join(project, 'one', name)),
      )
  }, 120_000)

  it('starts no browser when nothing changed, or when no format is printed', async () => {
    const project = makeProject(TOPICS)
    const first = await buildWatched(project, '--to', 'html,md')
    expect([first.code, first.starts]).toEqual([0, 0])
    const printed = await buildWatched(project, '--to', 'pdf')
    expect([printed.code, printed.starts]).toEqual([0, 1])
    const idle = await buildWatched(project, '--to', 'pdf')
    expect([idle.code, idle.starts]).toEqual([0, 0])
    const idleThreads = await buildWatched(project, '--to', 'pdf', '--jobs', '2')
    expect([idleThreads.code, idleThreads.starts]).toEqual([0, 0])
  }, 120_000)
})
