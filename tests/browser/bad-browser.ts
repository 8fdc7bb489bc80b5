/** Programs that are no browsers. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FoundBrowser } from '../../scripts/browser/find-browser.ts'
import { makeFolder } from '../run-lectern.ts'

const SCRIPTS = {
  sleeps: '#!/bin/sh\nsleep 600\n',
  garbage: '#!/bin/sh\nprintf "garbage\\000" >&4\nsleep 600\n',
  emptyAnswer: '#!/bin/sh\nprintf \'{"id":1}\\000\' >&4\nsleep 600\n',
  library:
    '#!/bin/sh\necho "chrome: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2\nexit 127\n',
  crashes: '#!/bin/sh\nkill -SEGV $$\n',
  noInterpreter: '#!/nowhere/at/all\n',
  notExecutable: '#!/bin/sh\n',
} as const

export function badBrowser(kind: keyof typeof SCRIPTS | 'folder'): string {
  const path = join(makeFolder(), kind)
  if (kind === 'folder') {
    mkdirSync(path)
    return path
  }
  writeFileSync(path, SCRIPTS[kind])
  chmodSync(path, kind === 'notExecutable' ? 0o644 : 0o755)
  return path
}

/** A signal ends it the first time; from then on it is this browser. */
export function onceCrashing({ path, environment }: FoundBrowser): string {
  const folder = makeFolder()
  const script = join(folder, 'once-crashing')
  const variables = Object.entries(environment).map(([name, value]) => `export ${name}='${value}'`)
  const crash = `if mkdir '${join(folder, 'crashed')}' 2>/dev/null; then kill -SEGV $$; fi`
  writeFileSync(script, ['#!/bin/sh', crash, ...variables, `exec '${path}' "$@"`, ''].join('\n'))
  chmodSync(script, 0o755)
  return script
}
