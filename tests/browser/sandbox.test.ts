/** The browser's own sandbox: on for users, off for root and on request, and always said. */
import { spawnSync } from 'node:child_process'
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { npmChromium } from '../chromium.ts'
import {
  makeFolder,
  makeProject,
  program,
  type Run,
  runLectern,
  topicText,
} from '../run-lectern.ts'

const TIMEOUT = 120_000
const isRoot = process.getuid?.() === 0
const AS_NOBODY = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups']
const SAID = /^lectern: the browser prints without its sandbox: (.*)$/m

/** A user in a user namespace in which nobody may make another: as in containers that forbid it. */
const WITHOUT_NAMESPACES = [
  'sh',
  '-c',
  `unshare --user sleep 60 & holder=$!
until [ "$(readlink /proc/$holder/ns/user)" != "$(readlink /proc/self/ns/user)" ]; do sleep 0.05; done
echo "0 0 70000" > /proc/$holder/uid_map; echo "0 0 70000" > /proc/$holder/gid_map
nsenter --user=/proc/$holder/ns/user --setuid 0 --setgid 0 sh -c 'echo 0 > /proc/sys/user/max_user_namespaces; exec "$@"' sh "$@"
code=$?; kill $holder; exit $code`,
  'sh',
  ...AS_NOBODY,
]

/** Whether nobody can run the program here: the folder may be closed, or the tools missing. */
function canRun(under: readonly string[]): boolean {
  const [command = '', ...args] = under
  const reading = `require('fs').accessSync(${JSON.stringify(program)}); require('fs').accessSync(${JSON.stringify(npmChromium().path)}, 1)`
  return spawnSync(command, [...args, process.execPath, '-e', reading]).status === 0
}

type Printed = Run & {
  /** The command line of the browser. */
  readonly args: string
}

async function print(under: readonly string[], env: Record<string, string> = {}): Promise<Printed> {
  const cwd = makeProject({ 'content/a.md': topicText('A'), 'out/.keep': '' })
  const folder = makeFolder()
  const { path, environment } = npmChromium()
  const browser = join(folder, 'browser')
  writeFileSync(browser, `#!/bin/sh\nprintf '%s\\n' "$@" > ${folder}/args\nexec ${path} "$@"\n`)
  chmodSync(browser, 0o755)
  for (const open of [cwd, join(cwd, 'content'), join(cwd, 'out'), folder]) chmodSync(open, 0o777)
  const run = await runLectern(['build', '--to', 'pdf', '--browser', browser], {
    cwd,
    env: { HOME: folder, TMPDIR: folder, ...environment, ...env },
    under,
  })
  return { ...run, args: readFileSync(join(folder, 'args'), 'utf8') }
}

describe.skipIf(process.platform !== 'linux')('the sandbox', () => {
  it.skipIf(!isRoot)(
    'is off for root, which is said once, but not with --quiet',
    async () => {
      const { code, err, args } = await print([])
      expect(code).toBe(0)
      expect(args).toMatch(/^--no-sandbox$/m)
      expect(err.match(new RegExp(SAID, 'gm'))).toHaveLength(1)
      expect(SAID.exec(err)?.[1]).toBe('Chromium has none for root: run as another user to have it')
      const quiet = await runLectern(['build', '--to', 'pdf', '-q'], {
        cwd: makeProject({ 'content/a.md': topicText('A') }),
      })
      expect([quiet.code, quiet.err]).toEqual([0, ''])
    },
    TIMEOUT,
  )

  it(
    'is on for a user, and nothing is said',
    async ({ skip }) => {
      const under = isRoot ? AS_NOBODY : []
      if (!canRun(under)) return skip('nobody may not read this folder')
      const { code, err, args } = await print(under)
      expect([code, SAID.test(err)]).toEqual([0, false])
      expect(args).toMatch(/^--headless$/m)
      expect(args).not.toMatch(/no-sandbox/)
    },
    TIMEOUT,
  )

  it(
    'that the machine does not give stops the printing, unless the user does without',
    async ({ skip }) => {
      if (!isRoot || !canRun(WITHOUT_NAMESPACES)) return skip('needs root, unshare and nsenter')
      const refused = await print(WITHOUT_NAMESPACES)
      expect(refused.code).toBe(3)
      expect(refused.err).toMatch(/does not start: this machine does not let it have its sandbox/)
      expect(refused.err).toMatch(/set CHROME_NO_SANDBOX=1/)
      const without = await print(WITHOUT_NAMESPACES, { CHROME_NO_SANDBOX: '1' })
      expect([without.code, SAID.exec(without.err)?.[1]]).toEqual([0, 'CHROME_NO_SANDBOX is set'])
    },
    TIMEOUT,
  )
})

describe('doctor', () => {
  it(
    'names the browser, its version, why this one, and its sandbox',
    async () => {
      const { code, out } = await runLectern(['doctor'], {
        cwd: makeProject({ 'content/a.md': topicText('A') }),
        env: { CHROME_PATH: npmChromium().path, ...npmChromium().environment },
      })
      expect(code).toBe(0)
      expect(out).toMatch(
        /^ok {4}Browser +HeadlessChrome\/[\d.]+, .*\/chromium \(CHROME_PATH\); its sandbox is o/m,
      )
    },
    TIMEOUT,
  )

  it(
    'notes a browser that does not start, and does not fail for it',
    async () => {
      const { code, out } = await runLectern(['doctor', '--browser', '/bin/false'], {
        cwd: makeProject({ 'content/a.md': topicText('A') }),
      })
      expect(code).toBe(0)
      expect(out).toMatch(
        /^note {2}Browser +The browser `\/bin\/false` \(--browser\) does not start/m,
      )
    },
    TIMEOUT,
  )
})
