/** The word list of Debian's `hunspell-hi`, for tests on many Hindi words. */
import { existsSync, readFileSync } from 'node:fs'

const WORD_LIST = '/usr/share/hunspell/hi_IN.dic'

/** Whether the list is here; says so when not, and never skips where tools are required. */
export function hasHindiWords(): boolean {
  if (existsSync(WORD_LIST) || process.env['LECTERN_REQUIRE_TOOLS'] !== undefined) return true
  process.stderr.write('skipped: hunspell-hi is not installed\n')
  return false
}

/** All 15,990 words in NFC; the first line of the file is their number. */
export function readHindiWords(): readonly string[] {
  return readFileSync(WORD_LIST, 'utf8')
    .normalize('NFC')
    .split('\n')
    .slice(1)
    .filter((word) => word !== '')
}
