/** The document of a handout: one element for each sheet, everything it needs inside. */
import { escapeHtml } from '../../deck/html-text.ts'
import { policyFor } from '../../deck/page-policy.ts'
import type { HandoutWords } from './read-handout-markdown.ts'

export type HandoutPage = {
  readonly title: string
  readonly lang: string
  readonly css: string
  readonly body: string
}

export function writeHandout({ title, lang, css, body }: HandoutPage): string {
  const style = css.replace(/<\/(?=style)/gi, '<\\/')
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** @param sheets what stands below the header of each */
export function sheetsBody(sheets: readonly string[], words: HandoutWords): string {
  return sheets
    .map((content, index) => {
      const side = index % 2 === 0 ? 'sheet' : 'sheet even'
      return `<div class="${side}">${header(words, index + 1, sheets.length)}${content}</div>`
    })
    .join('\n')
}

/** Repeated on every sheet, so no part of what is read aloud. */
function header(words: HandoutWords, page: number, pages: number): string {
  const number = words.page.replace('{page}', String(page)).replace('{pages}', String(pages))
  const texts = [
    ['institute', words.institute],
    ['date', words.date],
    ['topic', words.topic],
    ['page', number],
  ] as const
  const spans = texts.map(([name, text]) => `<span class="${name}">${escapeHtml(text)}</span>`)
  return `<div class="head" aria-hidden="true">${spans.join('')}</div>`
}
