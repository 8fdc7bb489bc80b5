import MarkdownIt from 'markdown-it'

/** Marp's parser: CommonMark, line breaks kept, tables. Links in plain text change no width. */
export const markdownIt = new MarkdownIt('commonmark', { breaks: true, html: true }).enable([
  'table',
  'strikethrough',
])
