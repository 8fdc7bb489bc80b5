/** One Marp deck: read from the disk, converted, written. */
import { realpathSync } from 'node:fs'
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { type Diagnostic, hasErrors, NO_FILE } from '../diagnostics/diagnostic.ts'
import { makeDiagnostic } from '../diagnostics/make-diagnostic.ts'
import { marpLink, marpRemote, marpTheme } from '../diagnostics/marp-problems.ts'
import type { MarpPicture } from '../marp/marp-pictures.ts'
import type { Marp } from '../marp/open-marp.ts'
import type { ReadMarp } from '../marp/read-marp-deck.ts'
import { outputName } from '../output/output-name.ts'
import { OutputError, writeWhole } from '../output/write-whole.ts'
import { PrintError, type Printer } from '../print/printer.ts'
import {
  CONVERTERS,
  type ConvertFormat,
  type ConvertJob,
  openPage,
  placed,
  tellDeck,
} from '../render/convert-marp.ts'
import { themeOfSet } from '../render/set-theme.ts'
import { readTemplateSet } from '../template/template-set.ts'
import type { Theme } from '../theme/theme.ts'
import { readDeckPicture } from '../topic/read-deck-picture.ts'
import { readDeckSource, readThemesBeside } from '../topic/read-deck-source.ts'
import type { Invocation } from './command.ts'

export type Converted = {
  readonly file: string
  readonly slideCount: number
  readonly outputs: readonly ConvertedOutput[]
  readonly diagnostics: readonly Diagnostic[]
}

export type ConvertedOutput = {
  readonly format: ConvertFormat
  /** As the user would type it. */
  readonly path: string
  readonly bytes: number
}

export type ConvertTask = {
  readonly file: string
  readonly formats: readonly ConvertFormat[]
  readonly printer: Printer
  readonly invocation: Invocation
}

export async function convertDeck(task: ConvertTask): Promise<Converted> {
  const { file, invocation } = task
  const path = realpathSync(resolve(invocation.projectDir, file))
  const deckDir = dirname(path)
  const { text, diagnostics: faults } = readDeckSource(path, deckDir, file)
  if (text === undefined || hasErrors(faults))
    return { file, slideCount: 0, outputs: [], diagnostics: faults }
  const diagnostics: Diagnostic[] = [...faults]
  const warn = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic)
  const { marp, read } = await openDeck({ text, deckDir, file, warn, invocation })
  const job: ConvertJob = {
    file,
    marp,
    read,
    pictures: await readPictures({ read, text, deckDir, file, warn }),
    theme: lectureTheme(invocation),
    playerScript: invocation.program.playerScript,
    printer: task.printer,
    warn,
  }
  tellDeck(job)
  const outputs = await makeAll(job, task)
  return { file, slideCount: read.deck.slides.length, outputs, diagnostics }
}

type Opening = {
  readonly text: string
  readonly deckDir: string
  readonly file: string
  readonly invocation: Invocation
  warn(diagnostic: Diagnostic): void
}

const BUILT_IN = new Set(['default', 'gaia', 'uncover'])
const THEME_RE = /^\s*(?:<!--\s*)?theme\s*:\s*["']?([^\s"'#]+)/m

async function openDeck({ text, deckDir, file, warn, invocation }: Opening) {
  const { openMarp } = await import('../marp/open-marp.ts')
  const { readMarpDeck } = await import('../marp/read-marp-deck.ts')
  const { remoteStyles, remoteStylesOfDeck } = await import('../marp/remote-styles.ts')
  const named = THEME_RE.exec(text)
  const name = named?.[1]
  const isOwn = name === undefined || BUILT_IN.has(name)
  const themes = isOwn ? [] : readThemesBeside(deckDir)
  const refused = new Set<string>()
  const marp: Marp = openMarp({
    themes: themes.map(({ css }) => css),
    isTrusted: invocation.flags['trust-html'] === true,
    refuseLink: (address) => refused.add(address),
  })
  if (!isOwn && !marp.themeSet.has(name))
    warn(
      marpTheme(
        placed(file, lineAt(text, (named?.index ?? 0) + (named?.[0].search(/\S/) ?? 0))),
        name,
      ),
    )
  const read = readMarpDeck(text, marp)
  for (const address of refused) warn(marpLink(placed(file, lineOf(text, address)), address))
  for (const { address, line } of remoteStylesOfDeck(text))
    warn(marpRemote(placed(file, line), address))
  for (const { name: theme, css } of themes.filter(({ css }) => isTheme(css, name)))
    for (const { address, line } of remoteStyles(css))
      warn(marpRemote(placed(shownPath(join(deckDir, theme), invocation), line), address))
  return { marp, read }
}

function isTheme(css: string, name: string | undefined): boolean {
  return /@theme\s+(\S+)/.exec(css)?.[1] === name
}

function lineOf(text: string, words: string): number {
  const at = text.indexOf(words)
  return at < 0 ? 0 : lineAt(text, at)
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

type PictureInput = {
  readonly read: ReadMarp
  readonly text: string
  readonly deckDir: string
  readonly file: string
  warn(diagnostic: Diagnostic): void
}

/** Each once, told of at its first line. */
async function readPictures({ read, text, deckDir, file, warn }: PictureInput) {
  const { pictureUses } = await import('../marp/picture-uses.ts')
  const { pictureKind } = await import('../marp/picture-kind.ts')
  const pictures = new Map<string, MarpPicture>()
  const told = new Set<string>()
  const styled = [...text.matchAll(/url\(\s*["']?([^"')\s]+)/g)].map(([, src = '']) => src)
  const isWanted = (src: string): boolean => !/^(?:https?:)?\/\/|^data:|^#/i.test(src)
  const uses = [
    ...pictureUses(read.deck),
    ...styled.filter(isWanted).map((src) => ({ src, line: lineOf(text, src) })),
  ]
  for (const { src, line } of uses) {
    if (told.has(src)) continue
    told.add(src)
    const found = readDeckPicture(src, { deckDir, where: placed(file, line), kindOf: pictureKind })
    if ('severity' in found) warn(found)
    else pictures.set(src, found)
  }
  return pictures
}

function lectureTheme({ templateFolders }: Invocation): Theme {
  // The built-in set: one of the user's own under its name is for topics.
  const set = readTemplateSet('lecture', templateFolders.slice(-1))
  if (set === undefined) throw new Error('the built-in template set `lecture` is not there')
  return themeOfSet(set).theme
}

/** What one format cannot do never stops the others. */
async function makeAll(
  job: ConvertJob,
  { file, formats, invocation }: ConvertTask,
): Promise<readonly ConvertedOutput[]> {
  const name = outputName(basename(file).replace(/\.(?:md|markdown|mdown|marp|txt)$/i, ''))
  const asked = invocation.flags['output']
  const folder = typeof asked === 'string' ? asked : join('out', name)
  const outDir = resolve(invocation.projectDir, folder)
  const page = openPage(job)
  const outputs: ConvertedOutput[] = []
  for (const format of formats) {
    try {
      const bytes = await CONVERTERS[format](job, page)
      const written = `${name}.${format}`
      writeWhole(outDir, written, bytes)
      outputs.push({
        format,
        path: shownPath(join(outDir, written), invocation),
        bytes: bytes.length,
      })
    } catch (error) {
      job.warn(asDiagnostic(error, file, invocation))
    }
  }
  return outputs
}

function asDiagnostic(error: unknown, file: string, invocation: Invocation): Diagnostic {
  if (error instanceof PrintError) {
    const { code, reach, message, hint } = error.problem
    return makeDiagnostic(code, { file: reach === 'build' ? NO_FILE : file }, { message, hint })
  }
  if (!(error instanceof OutputError)) throw error
  const where = { file: shownPath(error.path, invocation) }
  const message = `The file was not written: ${error.message}`
  return makeDiagnostic(error.code, where, { message, hint: 'what was there before is untouched' })
}

/** From the working folder, or the whole path of what lies outside it. */
function shownPath(path: string, { projectDir }: Invocation): string {
  const inside = relative(projectDir, path)
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.replaceAll('\\', '/')
}
