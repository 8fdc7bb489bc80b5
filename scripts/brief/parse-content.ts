/** Markdown inside a block → paragraphs, lists, tables, pictures, quotes. */
import MarkdownIt from 'markdown-it'
import type { Token } from 'markdown-it/index.js'
import { picturePath } from '../chart/picture.ts'
import { useMath } from '../math/markdown-math.ts'
import {
  BriefMarkdownError,
  type Content,
  type ListItem,
  type Rich,
  type TableColumn,
} from './brief-block.ts'
import { parseInline } from './parse-inline.ts'

/** `heading` of level 1 and 2 occur in the masthead and at the head of a section. */
export type MarkdownBlock =
  | Content
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: Rich }

// Raw HTML can only come from a template; parse-inline.ts knows the few tags that have a meaning.
const markdownIt = new MarkdownIt({ html: true, linkify: false, typographer: false }).use(useMath)

/** `firstLine` is the 1-based line of the file that `markdown` starts on. */
export function parseContent(markdown: string, firstLine: number): readonly MarkdownBlock[] {
  const cursor = new Cursor(markdownIt.parse(markdown, {}), firstLine)
  return parseBlocks(cursor, undefined)
}

class Cursor {
  readonly #tokens: readonly Token[]
  readonly #firstLine: number
  #index = 0
  #line = 0

  constructor(tokens: readonly Token[], firstLine: number) {
    this.#tokens = tokens
    this.#firstLine = firstLine
    this.#line = firstLine
  }

  get line(): number {
    return this.#line
  }

  peek(): Token | undefined {
    return this.#tokens[this.#index]
  }

  next(): Token {
    const token = this.#tokens[this.#index]
    if (token === undefined) throw new BriefMarkdownError(this.#line, 'the block ends too early')
    this.#index++
    if (token.map !== null) this.#line = this.#firstLine + token.map[0]
    return token
  }

  inline(): Rich {
    const token = this.next()
    return parseInline(token.children ?? [], this.#line)
  }
}

function parseBlocks(cursor: Cursor, closing: string | undefined): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = []
  for (let token = cursor.peek(); token !== undefined; token = cursor.peek()) {
    cursor.next()
    if (token.type === closing) return blocks
    const parse = PARSERS[token.type]
    if (parse === undefined) {
      throw new BriefMarkdownError(cursor.line, `${token.type} has no meaning in a brief`)
    }
    blocks.push(...parse(cursor, token))
  }
  return blocks
}

type Parser = (cursor: Cursor, token: Token) => readonly MarkdownBlock[]

const PARSERS: Readonly<Record<string, Parser>> = {
  paragraph_open: parseParagraph,
  heading_open: parseHeading,
  bullet_list_open: (cursor) => [parseList(cursor, 0)],
  ordered_list_open: (cursor, token) => [parseList(cursor, Number(token.attrGet('start') ?? 1))],
  blockquote_open: parseQuote,
  table_open: parseTable,
  html_block: parseComment,
  formula_block: (_, token) => [
    { kind: 'formula', tex: token.content, alt: String(token.meta?.alt ?? '') },
  ],
  fence: (_, token) => [readListing(token)],
}

function parseParagraph(cursor: Cursor): readonly MarkdownBlock[] {
  const inline = cursor.peek()?.children ?? []
  const [only] = inline
  if (inline.length === 1 && only?.type === 'image') {
    cursor.next()
    cursor.next()
    return [
      {
        kind: 'picture',
        path: picturePath(only.attrGet('src') ?? ''),
        alt: altOf(only),
        caption: [],
        line: cursor.line,
      },
    ]
  }
  const text = cursor.inline()
  cursor.next()
  return [{ kind: 'paragraph', text }]
}

function parseHeading(cursor: Cursor, token: Token): readonly MarkdownBlock[] {
  const text = cursor.inline()
  cursor.next()
  if (token.tag === 'h1') return [{ kind: 'heading', level: 1, text }]
  if (token.tag === 'h2') return [{ kind: 'heading', level: 2, text }]
  return [{ kind: 'subheading', text }]
}

function parseList(cursor: Cursor, start: number): Content {
  const items: ListItem[] = []
  while (cursor.peek()?.type === 'list_item_open') {
    cursor.next()
    items.push(toListItem(parseBlocks(cursor, 'list_item_close'), cursor.line))
  }
  cursor.next()
  return { kind: 'list', start, items }
}

function toListItem(blocks: readonly MarkdownBlock[], line: number): ListItem {
  const [first, ...rest] = blocks
  const children = rest.map((block) => asContent(block, line))
  if (first === undefined) return { text: [], children }
  if (first.kind === 'paragraph') return { text: first.text, children }
  return { text: [], children: [asContent(first, line), ...children] }
}

export function asContent(block: MarkdownBlock, line: number): Content {
  if (block.kind !== 'heading') return block
  throw new BriefMarkdownError(line, `a heading of level ${block.level} cannot stand here`)
}

function parseQuote(cursor: Cursor): readonly MarkdownBlock[] {
  const paragraphs = parseBlocks(cursor, 'blockquote_close').map((block) => {
    if (block.kind === 'paragraph') return block.text
    throw new BriefMarkdownError(cursor.line, `a quotation holds paragraphs, not ${block.kind}`)
  })
  return [{ kind: 'quote', paragraphs }]
}

function parseTable(cursor: Cursor): readonly MarkdownBlock[] {
  const columns: TableColumn[] = []
  const rows: Rich[][] = []
  for (let token = cursor.next(); token.type !== 'table_close'; token = cursor.next()) {
    if (token.type === 'th_open') {
      const isDecimal = token.attrGet('style') === 'text-align:right'
      columns.push({ head: cursor.inline(), isDecimal })
    }
    if (token.type === 'tr_open' && columns.length > 0) rows.push([])
    if (token.type === 'td_open') rows.at(-1)?.push(cursor.inline())
  }
  return [{ kind: 'table', columns, rows }]
}

/** ```` ```python {2,5} ````: on paper the language is of no use, the lines to stress are. */
function readListing({ info, content }: Token): Content {
  const marked = /\{([\d,]+)\}/.exec(info)?.[1] ?? ''
  return {
    kind: 'code',
    lines: content.replace(/\n$/, '').split('\n'),
    marked: marked === '' ? [] : marked.split(',').map(Number),
  }
}

function parseComment(cursor: Cursor, token: Token): readonly MarkdownBlock[] {
  if (/^<!--[\s\S]*-->\s*$/u.test(token.content)) return []
  throw new BriefMarkdownError(cursor.line, 'raw HTML has no meaning in a brief')
}

/** The paragraph right before a picture is its caption. */
export function attachCaptions(blocks: readonly MarkdownBlock[]): readonly MarkdownBlock[] {
  const result: MarkdownBlock[] = []
  for (const block of blocks) {
    const before = result.at(-1)
    if (block.kind === 'picture' && before?.kind === 'paragraph') {
      result[result.length - 1] = { ...block, caption: before.text }
    } else {
      result.push(block)
    }
  }
  return result
}

/** What the description says, without the marks that escape it. */
function altOf({ children }: Token): string {
  return (children ?? []).map(({ content }) => content).join('')
}
