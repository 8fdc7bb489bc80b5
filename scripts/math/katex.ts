/**
 * KaTeX and how we ask it. Loaded for the first formula only: it costs 25 ms. What is not public of it, the
 * layout tree of `__renderToDomTree`, is typed here and held by a contract test.
 */
import { createRequire } from 'node:module'

/** A node of the layout tree: a span, a symbol, an SVG picture, a path or a line. Lengths in em. */
export type KatexNode = {
  readonly classes?: readonly string[]
  readonly style?: Readonly<Record<string, string>>
  readonly attributes?: Readonly<Record<string, string>>
  readonly children?: readonly KatexNode[]
  readonly height?: number
  readonly depth?: number
  /** Of a symbol. */
  readonly text?: string
  readonly italic?: number
  /** Of a path. */
  readonly pathName?: string
  toMarkup(): string
}

export type KatexOptions = {
  readonly displayMode: boolean
  readonly output?: 'html' | 'mathml' | 'htmlAndMathml'
  readonly throwOnError: true
  readonly trust: (context: { readonly command: string }) => boolean
  readonly strict: (code: string) => 'error' | 'warn' | 'ignore'
  readonly maxExpand: number
  readonly maxSize: number
  readonly globalGroup: false
  readonly macros: Record<string, string>
}

type Katex = {
  readonly version: string
  renderToString(tex: string, options: KatexOptions): string
  __renderToDomTree(tex: string, options: KatexOptions): KatexNode
}

const require = createRequire(import.meta.url)
let library: Katex | undefined

export function openKatex(): Katex {
  library ??= require('katex') as Katex
  return library
}

export function katexFile(path: string): string {
  return require.resolve(`katex/dist/${path}`)
}

/** KaTeX says on the console that it has no metrics for ₹; we measure such signs in our own fonts. */
export function quietly<T>(work: () => T): T {
  const { console } = globalThis
  const { warn } = console
  console.warn = () => {}
  try {
    return work()
  } finally {
    console.warn = warn
  }
}

/** Of KaTeX's own macros, which `\iff` and `\neq` are too; and the longest length a formula may ask for, in em. */
const MAX_EXPANSIONS = 2000
const MAX_SIZE_EM = 20

/** Nothing is trusted: `\href`, `\includegraphics` and `\html…` are told to `refuse` and never made. */
export function katexOptions(
  isDisplay: boolean,
  refuse: (command: string) => void = () => {},
): KatexOptions {
  return {
    displayMode: isDisplay,
    throwOnError: true,
    trust: ({ command }) => {
      refuse(command)
      return false
    },
    // Text in any script is welcome, and the rupee sign; what no font has is told by the reader.
    strict: () => 'ignore',
    maxExpand: MAX_EXPANSIONS,
    maxSize: MAX_SIZE_EM,
    globalGroup: false,
    macros: {},
  }
}
