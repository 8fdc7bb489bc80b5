/** A plain Marp deck and the themes that lie beside it. */
import { join } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { cannotRead, notAFile, tooLarge } from '../diagnostics/source-problems.ts'
import { decodeSource, listNames, readInside } from './read-source.ts'

const MEGABYTE = 1_000_000
/** Decks may hold small pictures as data. */
const MAX_MEGABYTES = 5
const MAX_THEME_BYTES = MEGABYTE
const THEME_FOLDERS = ['', 'theme', 'themes', 'css', 'styles']
const MOST_THEMES = 50

export type DeckSource = {
  /** Line ends are LF, no byte order mark; undefined when an error was found. */
  readonly text: string | undefined
  readonly diagnostics: readonly Diagnostic[]
}

/** @param deckDir real path of the folder that the deck lies in */
export function readDeckSource(path: string, deckDir: string, file: string): DeckSource {
  const read = readInside(path, deckDir, MAX_MEGABYTES * MEGABYTE)
  if ('problem' in read) {
    const { problem } = read
    const fault =
      problem.kind === 'too-large'
        ? tooLarge({ file }, MAX_MEGABYTES)
        : problem.kind === 'not-a-file'
          ? notAFile({ file }, problem.what)
          : cannotRead({ file }, problem.kind === 'refused' ? problem.reason : problem.kind)
    return { text: undefined, diagnostics: [fault] }
  }
  const { text, diagnostics } = decodeSource(read.bytes, file)
  // A mark before the first line harms nothing here.
  return { text, diagnostics: diagnostics.filter(({ code }) => code !== 'bom') }
}

export type ThemeFile = { readonly name: string; readonly css: string }

/** Style sheets with a name of their own, in the folder of the deck and those in it that themes are kept in. */
export function readThemesBeside(deckDir: string): readonly ThemeFile[] {
  const paths = THEME_FOLDERS.flatMap((folder) =>
    listNames(join(deckDir, folder))
      .filter((name) => name.toLowerCase().endsWith('.css'))
      .map((name) => (folder === '' ? name : `${folder}/${name}`)),
  )
  return paths.slice(0, MOST_THEMES).flatMap((name) => {
    const read = readInside(join(deckDir, name), deckDir, MAX_THEME_BYTES)
    const css = 'bytes' in read ? new TextDecoder().decode(read.bytes) : ''
    return /@theme\s+\S/.test(css) ? [{ name, css }] : []
  })
}
