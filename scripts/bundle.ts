/**
 * Compiles the program into `dist/`: plain JavaScript in a few chunks, so that a cold start parses little
 * and each output's library loads only when it is asked for. Run by `prepare` and before `npm run build`.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, transform } from 'esbuild'
import Handlebars from 'handlebars'
import { COMPILE_OPTIONS, hashOfSource } from './template/compile-source.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = join(root, 'dist')

/** Loaded from node_modules at run time, when they are needed: they read data files beside themselves. */
const EXTERNAL = ['fontkit', 'subset-font']

/**
 * What libraries import for work that is never asked of them: pdfkit for its own text, fonts and encryption,
 * gray-matter to parse what it splits. A third of the start of a cold build. A call fails at once.
 */
const LEFT_OUT: readonly LeftOut[] = [
  { of: 'pdfkit', path: 'fontkit', contents: 'export const create = undefined' },
  { of: 'pdfkit', path: 'linebreak', contents: 'export default undefined' },
  {
    of: 'pdfkit',
    path: '@noble/ciphers/aes',
    contents: 'export const cbc = undefined, ecb = undefined',
  },
  {
    of: 'gray-matter',
    path: 'js-yaml',
    contents: `const refuse = () => { throw new Error('js-yaml is left out') }
      export const safeLoad = refuse, safeDump = refuse`,
  },
]

type LeftOut = { readonly of: string; readonly path: string; readonly contents: string }

const leaveOut: Plugin = {
  name: 'leave-out',
  setup(builder) {
    builder.onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) => {
      const found = LEFT_OUT.find((one) => one.path === path && isOf(importer, one.of))
      return found === undefined ? undefined : { path, namespace: 'left-out', pluginData: found }
    })
    builder.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ pluginData }) => {
      // What onResolve gave.
      const { contents } = pluginData as LeftOut
      return { contents }
    })
  },
}

function isOf(importer: string, packageName: string): boolean {
  return importer.split(sep).join('/').includes(`/node_modules/${packageName}/`)
}

/** Bundled CommonJS packages call `require` for Node's own modules. */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);"

type File = { readonly path: string; readonly contents: Uint8Array }

async function bundleProgram(): Promise<readonly File[]> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: { lectern: 'scripts/build.ts', worker: 'scripts/commands/build-worker.ts' },
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    minify: true,
    legalComments: 'none',
    external: EXTERNAL,
    plugins: [leaveOut],
    // Marp requires it and we import it: without this it is bundled and loaded twice.
    alias: { 'markdown-it': join(root, 'node_modules/markdown-it/index.mjs') },
    banner: { js: REQUIRE_BANNER },
    chunkNames: 'chunk-[hash]',
    write: false,
    logLevel: 'warning',
  })
  return result.outputFiles
}

async function bundlePlayer(): Promise<readonly File[]> {
  const result = await build({
    absWorkingDir: root,
    entryPoints: { player: 'scripts/deck/player/player.ts' },
    outdir: 'dist',
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome109', 'firefox115', 'safari16'],
    minify: true,
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
  ...(await precompileTemplates()),
]
rmSync(dist, { recursive: true, force: true })
mkdirSync(dist, { recursive: true })
for (const file of files) writeFileSync(file.path, file.contents, { mode: 0o755 })
writeFileSync(join(dist, 'program.json'), `${JSON.stringify({ hash: hashOf(files) })}\n`)
