/** Inputs that nobody here wrote, from the folder `../shared/corpora` beside the project; a small stand-in elsewhere. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const corporaDir = fileURLToPath(new URL('../../shared/corpora/', import.meta.url))

/** minimaxir/big-list-of-naughty-strings; without the folder a handful of our own, said aloud. */
export function naughtyStrings(): readonly string[] {
  const path = `${corporaDir}naughty-strings/blns.json`
  if (existsSync(path))
    return (JSON.parse(readFileSync(path, 'utf8')) as string[]).filter((text) => text.trim() !== '')
  process.stderr.write(
    'tests: ../shared/corpora is not here; using a short list of hostile strings\n',
  )
  return [
    '---',
    '<script>alert(1)</script>',
    '{{x}}',
    '-->',
    '<!-- class: x -->',
    '`x`',
    ['$', '{7*7}'].join(''),
    '\u202etest',
    '田中さん',
    '👾',
    '__proto__',
  ]
}
