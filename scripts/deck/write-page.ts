/** The file around the slides: head, policy, style sheet, player. */
import { createHash } from 'node:crypto'
import { escapeHtml } from './html-text.ts'
import { policyFor } from './page-policy.ts'

export type Page = {
  readonly title: string
  readonly lang: string
  readonly css: string
  readonly body: string
  /** Of the presenter window, as JSON. */
  readonly words: string
  readonly script: string
  /** The body has some. */
  readonly mayStyle?: 'style attributes'
}

export function writePage({ title, lang, css, body, words, script, mayStyle }: Page): string {
  // Neither may end its own element; in CSS and in JavaScript strings the backslash changes nothing.
  const style = css.replace(/<\/(?=style)/gi, '<\\/')
  const code = script.replace(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--')
  // By which the windows of this deck know each other.
  const identity = createHash('sha256').update(title).update(body).digest('hex').slice(0, 32)
  const policy = policyFor(style, code, mayStyle)
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Lectern">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main data-deck="${identity}" data-words='${words.replaceAll('&', '&amp;').replaceAll("'", '&#39;').replaceAll('<', '&lt;')}'>${body}</main>
<script>${code}</script>
</body>
</html>
`
}
