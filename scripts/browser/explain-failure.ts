/** What a browser that ended left on stderr, in words that say what to do. */
import { statfsSync } from 'node:fs'

export type Ending = {
  /** The last lines of stderr. */
  readonly said: string
  readonly code: number | null
  readonly signal: string | null
  /** The folder of its profile. */
  readonly profile: string
}

export type Explanation = {
  readonly why: string
  readonly hint: string
  /** True when no other document would be printed either. */
  readonly isOfMachine?: boolean
  /** A signal ended it, for no reason that it told: the next start may do. */
  readonly isSudden?: boolean
}

export const LOOK = '`lectern doctor` shows which browser is used and why'

type Symptom = {
  readonly pattern: RegExp
  explain(match: RegExpExecArray): Explanation
}

const SYMPTOMS: readonly Symptom[] = [
  {
    pattern:
      /No usable sandbox|Failed to move to new namespace|credentials\.cc.*(?:Permission|not permitted)|SUID sandbox helper binary was found, but is not configured/,
    explain: () => ({
      why: 'this machine does not let it have its sandbox',
      hint: 'allow user namespaces, or set CHROME_NO_SANDBOX=1 to print without the sandbox',
    }),
  },
  {
    pattern: /error while loading shared libraries: ([^:\s]+)/,
    explain: (match) => ({
      why: `the library ${match[1]} is missing`,
      hint: `install the package that brings ${match[1]}, or \`npm install @sparticuz/chromium@143\`, which needs no library of the system`,
    }),
  },
  {
    pattern: /No space left on device|ENOSPC/i,
    explain: () => ({ why: 'the disk is full', hint: ROOM }),
  },
  {
    pattern: /Too many open files|EMFILE/i,
    explain: () => ({
      why: 'too many files are open',
      hint: 'raise the limit with `ulimit -n 4096`',
    }),
  },
  {
    pattern: /Exec format error|ENOEXEC/,
    explain: () => ({ why: 'it is made for another kind of processor', hint: LOOK }),
  },
  {
    // The file is there, as find-browser.ts made sure.
    pattern: /^spawn .* ENOENT$/,
    explain: () => ({
      why: 'the loader or interpreter that it names is missing, as when it was made for another C library',
      hint: 'install the browser of this system, on Alpine Linux `apk add chromium`',
    }),
  },
]

export const ROOM =
  'make room in the temporary folder, or set TMPDIR to a folder with 50 MB to spare'
export const FULL: Explanation = {
  why: 'the temporary folder is full',
  hint: ROOM,
  isOfMachine: true,
}
/** What is painted is shared memory in the temporary folder: a slide of 1920 pixels 8 MB, and less does not do. */
const LEAST_FREE_BYTES = 10_000_000

export function explainFailure(ending: Ending): Explanation {
  for (const { pattern, explain } of SYMPTOMS) {
    const match = pattern.exec(ending.said)
    if (match !== null) return explain(match)
  }
  if (isFull(ending.profile)) return FULL
  const why = howEnded(ending)
  return { why, hint: LOOK, ...(ending.signal !== null && { isSudden: true }) }
}

export function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize < LEAST_FREE_BYTES
  } catch {
    // Gone already: then there is room.
    return false
  }
}

function howEnded({ said, code, signal }: Ending): string {
  const by = signal === null ? `with exit code ${code}` : `by ${signal}`
  const how = code === null && signal === null ? 'it cannot be run' : `it ended ${by}`
  const last = lastWords(said)
  return last === '' ? how : `${how}: ${last}`
}

const MOST_WORDS = 200

/** Said at every start without the sandbox, and taken for the reason of whatever ends the browser later. */
const NOISE = /^InitializeSandbox\(\) called with multiple threads/

/** Chromium puts time and source place before what it says, and says much that is of no consequence. */
function lastWords(said: string): string {
  const lines = said.split('\n').map((line) => line.replace(/^\[[^\]]*\]\s*/, '').trim())
  return lines.findLast((line) => line !== '' && !NOISE.test(line))?.slice(0, MOST_WORDS) ?? ''
}
