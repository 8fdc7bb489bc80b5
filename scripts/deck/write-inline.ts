/** A line of text as Markdown again, with parts of it replaced. */
import type { InlineText, Piece, Range } from './inline-text.ts'
import type { InlineSource } from './slide.ts'

/** Of the text, by Markdown that stands as it is. */
export type Replacement = Range & { readonly by: InlineSource }

export type WriteOptions = {
  /** Not overlapping, from left to right. */
  readonly replacements: readonly Replacement[]
  /** Where a link may not lead: its words stay. */
  isForbidden(url: string): boolean
  /** What is said of a picture. */
  describe(alt: string): string
}

/** Emphasis of which nothing is left goes with its text. */
export function writeInline({ pieces }: InlineText, options: WriteOptions): InlineSource {
  const links: string[] = []
  const parts = pieces.map((piece) => {
    if (piece.token.type === 'link_open') links.push(linkEnd(piece, options))
    if (piece.token.type === 'link_open') return links.at(-1) === '' ? '' : '['
    return piece.token.type === 'link_close' ? (links.pop() ?? '') : writePiece(piece, options)
  })
  return withoutEmptyPairs(parts.join(''))
}

function linkEnd({ token }: Piece, { isForbidden }: WriteOptions): string {
  const url = token.attrGet('href') ?? ''
  return isForbidden(url) ? '' : `](${destination(url)})`
}

/** CommonMark 0.31.2, 6.3: between angle brackets anything may stand but a line break and these. */
function destination(url: string): string {
  return `<${url.replace(/[<>\\\n]/g, (sign) => encodeURIComponent(sign))}>`
}

/** Tags, because `**` beside a tag opens or closes by rules that the neighbours decide. */
const TAGS: Readonly<Record<string, string>> = {
  strong_open: '<strong>',
  strong_close: '</strong>',
  em_open: '<em>',
  em_close: '</em>',
  s_open: '<s>',
  s_close: '</s>',
}

/** What a raw tag of an author says to who points at it. */
const TITLE_RE = /\btitle\s*=\s*(?:"[^"]*"|'[^']*')/gi

function writePiece({ token, start, end }: Piece, options: WriteOptions): string {
  const isInside = options.replacements.some((one) => one.start <= start && end <= one.end)
  // What stands between two letters and shows something: a formula, a line break.
  if (isInside && end > start && token.type !== 'text') return ''
  switch (token.type) {
    case 'text':
      return writeText(token.content, { start, end }, options.replacements)
    case 'softbreak':
    case 'hardbreak':
      return '\n'
    case 'code_inline':
      return writeCode(token.content)
    case 'formula_inline':
      return `$${token.content}$`
    case 'html_inline':
      return token.content.replace(TITLE_RE, options.describe)
    case 'image': {
      const alt = escapeText(options.describe(token.content))
      return `![${alt}](${destination(token.attrGet('src') ?? '')})`
    }
    default:
      return TAGS[token.type] ?? ''
  }
}

/** A replacement stands where its first character stood, also when it takes in several tokens. */
function writeText(
  content: string,
  { start, end }: Range,
  replacements: readonly Replacement[],
): string {
  let at = start
  let written = ''
  for (const range of replacements.filter((one) => one.start < end && one.end > start)) {
    written += escapeText(content.slice(at - start, Math.max(at, range.start) - start))
    if (range.start >= start) written += range.by
    at = Math.min(end, range.end)
  }
  return written + escapeText(content.slice(at - start))
}

/** CommonMark 0.31.2, 6.1: the fence is longer than any run of backticks inside. */
function writeCode(content: string): string {
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const isPadded = /^`|`$|^ .* $/.test(content)
  return isPadded ? `${fence} ${content} ${fence}` : `${fence}${content}${fence}`
}

const MARKS_RE = /[\\`*_[\]|~$!]/g
const OPENER_RE = /^(\s*)([#+\-=:]|\d{1,9}(?=[.)]))/gm

/** Text that means nothing else where it stands, and holds no address that Marp would make a link of. */
function escapeText(text: string): string {
  return text
    .replace(MARKS_RE, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/\/(?=\/)|(?=@\S)|:(?=[\w+-]{1,64}:)/g, (mark) => (mark === ':' ? '\\:' : `${mark}\\`))
    .replace(OPENER_RE, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    )
}

const EMPTY_RE = /<(strong|em|s|b|i)><\/\1>|\[\]\(<[^>]*>\)/g

function withoutEmptyPairs(source: InlineSource): InlineSource {
  const less = source.replace(EMPTY_RE, '')
  return less === source ? source : withoutEmptyPairs(less)
}
