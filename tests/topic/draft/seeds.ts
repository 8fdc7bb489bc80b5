/** The two raw notes, from the folder `../shared/seeds` beside the project. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const seedsDir = fileURLToPath(new URL('../../../../shared/seeds/', import.meta.url))

export const hasSeeds = existsSync(seedsDir)

if (!hasSeeds) process.stderr.write('tests: ../shared/seeds is not here; skipping the real notes\n')

export function seed(name: string): string {
  return readFileSync(`${seedsDir}${name}`, 'utf8')
}
