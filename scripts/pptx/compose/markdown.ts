/** The parsers of what becomes text of a presentation: deck Markdown as Marp reads it, and notes. */
import MarkdownIt from 'markdown-it'
import { useMath } from '../../math/markdown-math.ts'

let deck: MarkdownIt | undefined
let notes: MarkdownIt | undefined
let open: MarkdownIt | undefined

/** Of slides. Marp makes links of addresses that stand in the text. */
export function deckMarkdown(): MarkdownIt {
  deck ??= new MarkdownIt('commonmark', { breaks: true, html: true, linkify: true })
    .enable(['table', 'strikethrough', 'linkify'])
    .use(useMath)
  return deck
}

/** Of notes, which are content: their tags stay text; see deck/notes-html.ts. */
export function notesMarkdown(): MarkdownIt {
  notes ??= new MarkdownIt({ html: false }).use(useMath)
  return notes
}

/** Reads as a link also what the others refuse to: to find it. */
export function openMarkdown(): MarkdownIt {
  if (open === undefined) {
    open = new MarkdownIt('commonmark', { html: true }).enable(['table']).use(useMath)
    open.validateLink = () => true
  }
  return open
}
