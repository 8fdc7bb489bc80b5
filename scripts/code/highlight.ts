/**
 * Which words of a program are keywords, strings, comments: Shiki with its JavaScript engine (no WebAssembly)
 * and the grammars of the languages that occur. Loaded for the first listing only.
 */
import type { HighlighterCore, ThemeRegistrationRaw } from 'shiki/core'
import { languageOf, PLAIN_TEXT } from './languages.ts'

export type WordKind = 'plain' | 'keyword' | 'string' | 'comment' | 'number' | 'name' | 'type'

export type CodeWord = { readonly text: string; readonly kind: WordKind }

export type HighlightedLine = readonly CodeWord[]

/** Scopes of TextMate grammars (macromates.com/manual, “Naming conventions”) and what they are to a reader. */
const SCOPES: Readonly<Record<Exclude<WordKind, 'plain'>, readonly string[]>> = {
  comment: ['comment', 'punctuation.definition.comment'],
  string: ['string', 'constant.character', 'markup.inline.raw', 'punctuation.definition.string'],
  number: ['constant.numeric', 'constant.language', 'keyword.other.unit'],
  keyword: [
    'keyword',
    'storage',
    'variable.language',
    'entity.name.tag',
    'punctuation.definition.directive',
    'markup.heading',
  ],
  name: [
    'entity.name.function',
    'support.function',
    'entity.other.attribute-name',
    'meta.function-call',
  ],
  type: ['entity.name.type', 'entity.name.class', 'support.class', 'support.type'],
}

/** Operators are keywords to most grammars and plain to a reader. */
const PLAIN_SCOPES = [
  'keyword.operator',
  'punctuation',
  'meta.embedded',
  'string meta.embedded',
  'meta.template.expression',
]

const KINDS = Object.keys(SCOPES) as readonly Exclude<WordKind, 'plain'>[]
const PLAIN_COLOR = '#000000'

function colorOf(kind: WordKind): string {
  return `#00000${kind === 'plain' ? 0 : KINDS.indexOf(kind) + 1}`
}

/** A theme whose colours are names: what they look like is the template set's. */
const THEME: ThemeRegistrationRaw = {
  name: 'lectern',
  type: 'light',
  fg: PLAIN_COLOR,
  bg: '#ffffff',
  settings: [
    { settings: { foreground: PLAIN_COLOR, background: '#ffffff' } },
    ...KINDS.map((kind) => ({
      scope: [...SCOPES[kind]],
      settings: { foreground: colorOf(kind) },
    })),
    { scope: PLAIN_SCOPES, settings: { foreground: PLAIN_COLOR } },
    {
      scope: ['keyword.operator.new', 'keyword.operator.logical.python', 'keyword.operator.word'],
      settings: { foreground: colorOf('keyword') },
    },
  ],
}

let highlighter: Promise<HighlighterCore> | undefined

/** The words of every line; a language that Shiki does not have is plain text. */
export async function highlight(
  lines: readonly string[],
  language: string,
): Promise<readonly HighlightedLine[]> {
  const id = languageOf(language) ?? PLAIN_TEXT
  if (id === PLAIN_TEXT) return lines.map(plainLine)
  const shiki = await openHighlighter(id)
  const tokens = shiki.codeToTokensBase(lines.join('\n'), {
    lang: id,
    theme: 'lectern',
    // A limit of time would make two builds differ; the reader limits the length of lines.
    tokenizeTimeLimit: 0,
  })
  return lines.map((line, index) =>
    (tokens[index] ?? []).length === 0
      ? plainLine(line)
      : (tokens[index] ?? []).map(({ content, color }) => ({ text: content, kind: kindOf(color) })),
  )
}

function plainLine(line: string): HighlightedLine {
  return line === '' ? [] : [{ text: line, kind: 'plain' }]
}

function kindOf(color: string | undefined): WordKind {
  return KINDS.find((kind) => colorOf(kind) === color?.toLowerCase()) ?? 'plain'
}

async function openHighlighter(language: string): Promise<HighlighterCore> {
  highlighter ??= makeHighlighter()
  const shiki = await highlighter
  const { bundledLanguages } = await import('shiki/langs')
  // languages.ts lists the names of this very table; a test compares the two.
  const load = bundledLanguages[language as keyof typeof bundledLanguages]
  if (!shiki.getLoadedLanguages().includes(language)) await shiki.loadLanguage(load)
  return shiki
}

async function makeHighlighter(): Promise<HighlighterCore> {
  const [{ createHighlighterCore }, { createJavaScriptRegexEngine }] = await Promise.all([
    import('shiki/core'),
    import('shiki/engine/javascript'),
  ])
  return createHighlighterCore({
    themes: [THEME],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  })
}
