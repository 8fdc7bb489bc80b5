/**
 * Compiles the program into `dist/`: plain JavaScript in a few chunks, so that a cold start parses little
 * and each output's library loads only when it is asked for. Run by `prepare` and before `npm run build`.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import Handlebars from 'handlebars'
import { FOR_NODE } from './bundle-options.ts'
import { BASE_FACES, baseCharactersOf } from './font/base-characters.ts'
import { cutWebFont } from './font/cut-web-font.ts'
import { faceKey } from './font/faces.ts'
import { COMPILE_OPTIONS, hashOfSource } from './template/compile-source.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

type File = { readonly path: string; readonly contents: Uint8Array }

async function bundleProgram(): Promise<readonly File[]> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: { lectern: 'scripts/build.ts', worker: 'scripts/commands/build-worker.ts' },
    outdir: 'dist',
    ...FOR_NODE,
    splitting: true,
    // Marp requires it and we import it: without this it is bundled and loaded twice.
    alias: { 'markdown-it': join(root, 'node_modules/markdown-it/index.mjs') },
    chunkNames: 'chunk-[hash]',
    write: false,
  })
  return result.outputFiles
}

async function bundlePlayer(): Promise<readonly File[]> {
  return bundlePage({ player: 'scripts/deck/player/player.ts' }, [
    'chrome109',
    'firefox115',
    'safari16',
  ])
}

/** What print/ has the browser run in a page before it is printed. */
async function bundleInk(): Promise<readonly File[]> {
  return bundlePage({ ink: 'scripts/print/ink/settle-ink.ts' }, ['chrome119'], 'ink')
}

/** What measures slides for `check --render`. */
async function bundleInspector(): Promise<readonly File[]> {
  return bundlePage(
    { inspect: 'scripts/print/inspect/measure-slides.ts' },
    ['chrome119'],
    'inspect',
  )
}

async function bundlePage(
  entryPoints: Readonly<Record<string, string>>,
  target: readonly string[],
  globalName?: string,
): Promise<readonly File[]> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: { ...entryPoints },
    outdir: 'dist',
    bundle: true,
    format: 'iife',
    ...(globalName !== undefined && { globalName }),
    platform: 'browser',
    target: [...target],
    minify: true,
    // The page is UTF-8: Hindi words need not be escaped.
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  })
  return result.outputFiles
}

/** The built-in template sets as code; one of the user's own is compiled when it is used. */
async function precompileTemplates(): Promise<readonly File[]> {
  const sources = readdirSync(join(root, 'templates'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.hbs'))
    .sort()
    .map((path) => readFileSync(join(root, 'templates', path), 'utf8').replaceAll('\r\n', '\n'))
  const entries = [...new Set(sources)].map(
    (source) =>
      `${JSON.stringify(hashOfSource(source))}:${String(Handlebars.precompile(source, COMPILE_OPTIONS))}`,
  )
  const code = `export const specifications = {${entries.join(',\n')}}\n`
  const { code: small } = await transform(code, { minify: true, format: 'esm' })
  return [{ path: join(dist, 'precompiled.js'), contents: new TextEncoder().encode(small) }]
}

/** The fonts that all decks share; a page that needs another character has its own cut when it is built. */
function cutFonts(): readonly File[] {
  return BASE_FACES.map((face) => ({
    path: join(dist, 'fonts', `${faceKey(face)}.woff2`),
    contents: cutWebFont(face, baseCharactersOf(face), 'tight'),
  }))
}

/** One hash of all the code: part of every cache key, so that a new program builds everything anew. */
function hashOf(files: readonly File[]): string {
  const hash = createHash('sha256')
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : 1)))
    hash.update(file.contents)
  return hash.digest('hex')
}

const files = [
  ...(await bundleProgram()),
  ...(await bundlePlayer()),
  ...(await bundleInk()),
  ...(await bundleInspector()),
  ...(await precompileTemplates()),
  ...cutFonts(),
]
rmSync(dist, { recursive: true, force: true })
mkdirSync(join(dist, 'fonts'), { recursive: true })
for (const file of files) writeFileSync(file.path, file.contents, { mode: 0o755 })
writeFileSync(join(dist, 'program.json'), `${JSON.stringify({ hash: hashOf(files) })}\n`)
