/** How esbuild makes a program of ours for Node; also for the bench, which times what users run. */
import { sep } from 'node:path'
import type { BuildOptions, Plugin } from 'esbuild'

/** Loaded from node_modules at run time, when they are needed: they read data files beside themselves. */
const EXTERNAL = ['fontkit', 'harfbuzzjs', 'elkjs', 'katex', 'shiki', 'shiki/*']

/** Bundled CommonJS packages call `require` for Node's own modules. */
const REQUIRE_BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);"

/**
 * What libraries import for work that is never asked of them: pdfkit for its own text, fonts and encryption,
 * gray-matter to parse what it splits, Marp to pack style sheets (deck/marp-engine.ts), markdown-it to write
 * entities. A third of the start of a cold build. A call fails at once.
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
  { of: '@marp-team/marpit', path: './theme/scaffold', contents: 'export default {}' },
  { of: '@marp-team/marpit', path: './postcss/scaffold', contents: 'export default undefined' },
  { of: '@marp-team/marpit', path: './postcss/nesting', contents: 'export default undefined' },
  {
    of: '@marp-team/marp-core',
    path: 'postcss-selector-parser',
    contents: 'export default undefined',
  },
  // PostCSS goes without where there are none.
  { of: 'postcss', path: 'source-map-js', contents: 'module.exports = {}' },
  {
    of: 'entities',
    path: './encode.js',
    contents: 'export const encodeHTML = undefined, encodeNonAsciiHTML = undefined',
  },
]

type LeftOut = { readonly of: string; readonly path: string; readonly contents: string }

const leaveOut: Plugin = {
  name: 'leave-out',
  setup(builder) {
    builder.onResolve({ filter: /^[@a-z.]/ }, ({ path, importer }) => {
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

export const FOR_NODE = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'none',
  external: EXTERNAL,
  plugins: [leaveOut],
  banner: { js: REQUIRE_BANNER },
  logLevel: 'warning',
} satisfies BuildOptions
