import { describe, expect, it } from 'vitest'
import { writeNotes } from '../../scripts/deck/notes-html.ts'

describe('writeNotes', () => {
  it('formats paragraphs, emphasis, lists, headings, links and line breaks', () => {
    const html = writeNotes([
      '# Begin\n\nSay *this* and **that**,\nthen stop.\\\nWait.\n\n- one\n- two\n\n3. three\n\n#### Later\n\n[paper](https://example.org/a?b=1&c=2)',
    ])
    expect(html).toBe(
      [
        '<aside class="notes" hidden><h3>Begin</h3>',
        '<p>Say <em>this</em> and <strong>that</strong>,\nthen stop.<br>\nWait.</p>',
        '<ul>\n<li>one</li>\n<li>two</li>\n</ul>',
        '<ol start="3">\n<li>three</li>\n</ol>',
        '<h4>Later</h4>',
        '<p><a href="https://example.org/a?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">paper</a></p></aside>',
      ].join('\n'),
    )
  })

  it.each([
    'class: ask the class',
    'footer: y\ncolor: red',
    'a --> b',
    '<script>alert(1)</script>',
    '</script><script>alert(1)</script>',
    '</aside></main><img src=x onerror=alert(1)>',
    ']]> <![CDATA[ x',
    '<!-- _class: title -->',
    '<style>section{display:none}</style>',
    '[x](javascript:alert(1))',
    '[x](data:text/html,y)',
    '[x](file:///etc/passwd)',
    '<a href="https://example.org">x</a>',
  ])('keeps as text: %s', (note) => {
    const html = writeNotes([note])
    const tags = html.match(/<[^>]*>/g) ?? []
    expect(tags).toEqual(['<aside class="notes" hidden>', '<p>', '</p>', '</aside>'])
    expect(html).toContain(
      note
        .split('\n')[0]
        ?.replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;'),
    )
  })

  it('says what a picture shows and fetches none', () => {
    expect(writeNotes(['![A map](https://example.org/x.png "t") here'])).toBe(
      '<aside class="notes" hidden><p>A map here</p></aside>',
    )
  })

  it('takes out the word joiners that guard directives', () => {
    expect(writeNotes(['\u2060\nclass: x\na --\u2060> b'])).toBe(
      '<aside class="notes" hidden><p>class: x\na --&gt; b</p></aside>',
    )
  })

  it('writes nothing where nothing is said', () => {
    expect(writeNotes([])).toBe('')
    expect(writeNotes([' \n\u2060\n'])).toBe('')
  })
})
