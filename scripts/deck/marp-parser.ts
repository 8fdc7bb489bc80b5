import MarkdownIt from 'markdown-it'
import { useMath } from '../math/markdown-math.ts'

/** Marp's parser: CommonMark, line breaks kept, tables, and our rule for formulas. Links in plain text change no width. */
export const markdownIt = new MarkdownIt('commonmark', { breaks: true, html: true })
  .enable(['table', 'strikethrough'])
  .use(useMath)
