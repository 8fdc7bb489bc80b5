/** Programs that are no browsers. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../run-lectern.ts'

const SCRIPTS = {
  sleeps: '#!/bin/sh\nsleep 600\n',
  garbage: '#!/bin/sh\nprintf "garbage\\000" >&4\nsleep 600\n',
  emptyAnswer: '#!/bin/sh\nprintf \'{"id":1}\\000\' >&4\nsleep 600\n',
  library:
    '#!/bin/sh\necho "chrome: error while loading shared libraries: libnss3.so: cannot open shared object file" >&2\nexit 127\n',
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
