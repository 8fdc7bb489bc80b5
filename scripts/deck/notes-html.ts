/** What the speaker says, as HTML that the player and the presenter show. */
import MarkdownIt from 'markdown-it'

/** Word joiners that keep Marp from reading notes as directives; see the templates' `notes` helper. */
const GUARD_RE = /\u2060/g

const notesMarkdown = makeNotesMarkdown()

/** Notes are content: their tags stay text, their pictures become the words that describe them. */
export function writeNotes(notes: readonly string[]): string {
  const html = notes.map((note) => notesMarkdown.render(note.replace(GUARD_RE, ''))).join('')
  return html.trim() === '' ? '' : `<aside class="notes" hidden>${html.trim()}</aside>`
}

function makeNotesMarkdown(): MarkdownIt {
  const markdown = new MarkdownIt({ html: false })
  markdown.validateLink = (url) => /^(?:https?:\/\/|mailto:)/i.test(url)
  const { rules } = markdown.renderer
  rules['image'] = (tokens, index) => markdown.utils.escapeHtml(tokens[index]?.content ?? '')
  rules['heading_open'] = (tokens, index) => `<${headingTag(tokens[index]?.tag)}>`
  rules['heading_close'] = (tokens, index) => `</${headingTag(tokens[index]?.tag)}>\n`
  rules['link_open'] = (tokens, index, options, _env, self) => {
    // In the presenter's own window a link would end the talk.
    tokens[index]?.attrSet('target', '_blank')
    tokens[index]?.attrSet('rel', 'noopener noreferrer')
    return self.renderToken(tokens, index, options)
  }
  return markdown
}

/** The page and its slides own the first two levels. */
function headingTag(tag = 'h3'): string {
  return tag < 'h4' ? 'h3' : 'h4'
}
