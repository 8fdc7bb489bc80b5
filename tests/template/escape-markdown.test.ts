import { Marp } from '@marp-team/marp-core'
import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { escapeMarkdown, noteComment } from '../../scripts/template/escape-markdown.ts'
import { naughtyStrings } from '../corpora.ts'

const plain = new MarkdownIt('commonmark', { breaks: true }).enable('table')

/** The text a reader sees when the escaped string stands in a list item. */
function shown(text: string): string {
  const [list] = plain
    .parse(`- ${escapeMarkdown(text)}\n`, {})
    .filter(({ type }) => type === 'inline')
  const children = list?.children ?? []
  expect(children.every(({ type }) => type === 'text' || type === 'text_special')).toBe(true)
  return children.map(({ content }) => content).join('')
}

function expected(text: string): string {
  return text.replace(/(?![\u00a0\u202f\u2007])[\s\u0085\u2028\u2029]+/g, ' ').trim()
}

describe('escapeMarkdown', () => {
  it.each([
    '---',
    '***',
    '# heading',
    '1. item',
    '2024) item',
    '- item',
    '+ item',
    '===',
    ':::',
    '<b>bold</b>',
    '<!-- class: x -->',
    '{{title}}',
    '**bold** _it_ `code` ~~x~~',
    '![x](http://x.y/z.png)',
    '[a](javascript:alert(1))',
    'a | b',
    'AT&T &amp; &lt;',
    '$x^2$',
    '\\',
    'C:\\new',
  ])('prints %s as it was typed', (text) => {
    expect(shown(text)).toBe(text)
  })

  it.each([
    '//host/share',
    'see //host/share',
    'file://host/share',
    'ftp://host/file',
    'FTP://host/file',
    'x:// //host/a',
    '///host',
    'https://a.org/b_c~d?e=1&f=$2*3',
    'www.a_b.org',
    'mailto:a_b@c.in',
    'a_b@c.in',
  ])('stays %s in Marp, and no link', (text) => {
    expect(shown(text)).toBe(text)
    const { html } = new Marp({ script: false }).render(escapeMarkdown(text))
    expect(html).not.toContain('<a')
    expect(html).toContain(text.replaceAll('&', '&amp;'))
  })

  it('prints any text as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const wanted = expected(text.replaceAll('\0', ''))
        if (wanted === '') return
        expect(shown(text.replaceAll('\0', ''))).toBe(wanted)
      }),
      { seed: 7, numRuns: 2000 },
    )
  })

  it('leaves plain text readable: no backslash where none is needed', () => {
    const text = 'India–Russia: oil worth 52.7 (2024), “rare earths” – 40–50 %. Done!'
    expect(escapeMarkdown(text)).toBe(text)
  })
})

describe('noteComment', () => {
  const marp = new Marp({ script: false })

  it.each([
    'class: invert',
    'footer: y',
    '_class: a\ncolor: red',
    '{class: x}',
    'lint disable',
    'prettier-ignore',
  ])('keeps %s as a note, never as a directive', (notes) => {
    const { comments, html } = marp.render(`# a\n\n${noteComment(notes)}\n`)
    expect(comments[0]?.[0]?.replaceAll('\u2060', '').trim()).toBe(notes)
    expect(html).toContain('<section id="1">')
  })

  it('does not end early at --> or begin again at <!--', () => {
    const { comments, html } = marp.render(`# a\n\n${noteComment('x --> y <!-- z ---> w')}\n`)
    expect(comments).toHaveLength(1)
    expect(comments[0]?.[0]?.replaceAll('\u2060', '')).toBe('x --> y <!-- z ---> w')
    expect(html).not.toContain(' y ')
  })

  it('makes one note of every hostile string', () => {
    for (const text of naughtyStrings()) {
      const comment = noteComment(`a ${text}`)
      const { comments, html } = marp.render(`# title\n\n${comment}\n\n---\n\n# two\n`, {
        htmlAsArray: true,
      })
      expect(html).toHaveLength(2)
      expect(comments[0]).toHaveLength(1)
    }
  })

  it('is empty for empty notes', () => {
    expect(noteComment(' \n ')).toBe('')
  })
})
