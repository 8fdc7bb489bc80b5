/**
 * Text of content as Markdown that prints exactly that text, wherever a template puts it: never a slide,
 * a directive, a tag, emphasis, a list, a table cell border, mathematics or an emoji.
 * Source: CommonMark 0.31.2 §2.4 (backslash escapes), GFM tables, markdown-it's emoji and maths plugins.
 */

/** Characters that mean something in the middle of a line. */
const INLINE_MARKS_RE = /[\\`*_[\]|~$]/g
/** What would open a block if it stood first on a line: heading, list, rule, fence, setext underline. */
const BLOCK_OPENER_RE = /^(?:[#+\-=:]|\d{1,9}(?=[.)](?:\s|$)))/
const SHORTCODE_RE = /:(?=[\w+-]{1,64}:)/g
/**
 * Where Marp's linkifier begins. It reads the escapes of an address as a part of it (`b\_c`), and a slide
 * opened from a disk takes `//host/share` for a network share.
 */
const LINKABLE_RE = /\/(?=\/)|(?=@\S)/g

/** Most texts have nothing of all this: words, and signs that mean nothing, with single spaces between. */
const MAY_NEED_ESCAPE_RE = /[\\`*_[\]|~$&<>:/@]|[^\S ]|\u0085| {2}|^[ #+\-=\d]| $/

export function escapeMarkdown(text: string): string {
  if (!MAY_NEED_ESCAPE_RE.test(text)) return text
  const line = text
    .replace(/[\s\u0085\u2028\u2029]+/g, keepNoBreak)
    .trim()
    .replace(INLINE_MARKS_RE, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(SHORTCODE_RE, '\\:')
    .replace(LINKABLE_RE, '$&\\')
  return line.replace(BLOCK_OPENER_RE, escapeOpener)
}

/** Runs of white space become one space; no-break spaces are text and stay. */
function keepNoBreak(run: string): string {
  return /^[\u00a0\u202f\u2007]+$/.test(run) ? run : ' '
}

/** `1.` becomes `1\.`; any other opener takes the backslash before it. */
function escapeOpener(opener: string): string {
  return /^\d/.test(opener) ? `${opener}\\` : `\\${opener}`
}

/** Keeps inner edges: text inside a line, whose ends touch other spans. */
export function escapeMarkdownSpan(text: string): string {
  const escaped = escapeMarkdown(`x${text}x`)
  return escaped.slice(1, -1)
}

const GUARD = '\u2060'

/** What Marp, Prettier and linters would act on instead of showing as a note. */
const NEEDS_GUARD_RE = /[:{[?]|^(?:prettier-|markdownlint-|lint )/m

/**
 * Speaker notes as one HTML comment that Marp can only take as notes. Marp reads a comment as YAML and
 * swallows it when a key is a directive (`class: …`); a first line that is a plain scalar makes every
 * further mapping invalid YAML. Long runs of blanks or dashes are capped, because Marpit's expression
 * for comments is quadratic in them.
 */
export function noteComment(notes: string): string {
  const text = notes
    .replaceAll('<!--', `<!${GUARD}--`)
    .replace(/--+(!?)>/g, (dashes) => `${dashes.slice(0, -1)}${GUARD}>`)
    .replace(/[^\S\n]{41,}/g, ' '.repeat(40))
    .replace(/-{41,}/g, '-'.repeat(40))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (text === '') return ''
  const guard = NEEDS_GUARD_RE.test(text) ? `${GUARD}\n` : ''
  return `<!--\n${guard}${text}\n-->`
}

/** Raw HTML text for attributes and elements that a template writes itself. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
