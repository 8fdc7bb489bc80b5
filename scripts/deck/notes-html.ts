/** What the speaker says, as HTML that the player and the presenter show. */
import MarkdownIt from 'markdown-it'
import { checkFormula } from '../math/check-formula.ts'
import { useMath } from '../math/markdown-math.ts'
import type { FormulaWriter } from './formula-html.ts'
import { escapeHtml } from './html-text.ts'

/** Word joiners that keep Marp from reading notes as directives; see the templates' `notes` helper. */
const GUARD_RE = /\u2060/g

const notesMarkdown = makeNotesMarkdown()

/** Notes are content: their tags stay text, their pictures become the words that describe them. */
export function writeNotes(notes: readonly string[]): string {
  const html = notes.map((note) => notesMarkdown.render(note.replace(GUARD_RE, ''))).join('')
  return html.trim() === '' ? '' : `<aside class="notes" hidden>${html.trim()}</aside>`
}

let paperMarkdown: MarkdownIt | undefined

/**
 * The same for paper, where formulas are set. Empty when nothing is said.
 * @param notes comments of a slide, as written
 */
export function writePaperNotes(notes: readonly string[], formulas: FormulaWriter): string {
  paperMarkdown ??= makePaperMarkdown()
  const environment: PaperEnvironment = { formulas }
  const markdown = paperMarkdown
  const texts = notes.map((note) => note.replace(COMMENT_RE, '$1').replace(GUARD_RE, ''))
  return texts
    .map((text) => markdown.render(text.trim(), environment))
    .join('')
    .trim()
}

const COMMENT_RE = /^<!--([\s\S]*)-->$/

type PaperEnvironment = { readonly formulas: FormulaWriter }

/** Nobody has checked the formulas of notes: what cannot be set is shown as it was written. */
function makePaperMarkdown(): MarkdownIt {
  const markdown = makeNotesMarkdown()
  useMath(markdown)
  markdown.renderer.rules['formula_inline'] = (tokens, index, _, env: PaperEnvironment) => {
    const tex = tokens[index]?.content ?? ''
    if (checkFormula(tex, false).kind !== 'good') return escapeHtml(`$${tex}$`)
    return env.formulas.write({ tex, isDisplay: false })
  }
  markdown.renderer.rules['formula_block'] = (tokens, index, _, env: PaperEnvironment) => {
    const tex = tokens[index]?.content ?? ''
    if (checkFormula(tex, true).kind !== 'good')
      return `<pre><code>${escapeHtml(`$$\n${tex}\n$$`)}</code></pre>\n`
    return `<div class="formula">${env.formulas.write({ tex, isDisplay: true })}</div>\n`
  }
  return markdown
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
