import { describe, expect, it } from 'vitest'
import { cutNotes, textLength } from '../../../scripts/print/handout/cut-notes.ts'

describe('cutNotes', () => {
  it('closes what is open and opens it again', () => {
    expect(cutNotes('<p>one <strong>two three</strong> four</p>', [8])).toEqual([
      '<p>one <strong>two</strong></p>',
      '<p class="rest"><strong class="rest">three</strong> four</p>',
    ])
  })

  it('leaves whole what begins at the cut', () => {
    expect(cutNotes('<p>one</p>\n<p>two</p>', [4])).toEqual(['<p>one</p>', '<p>two</p>'])
    expect(cutNotes('<ul>\n<li>a</li>\n<li><p>b</p></li>\n</ul>', [3])).toEqual([
      '<ul>\n<li>a</li></ul>',
      '<ul class="rest"><li><p>b</p></li>\n</ul>',
    ])
  })

  it('goes on counting in a list, also in the middle of an item', () => {
    const list = '<ol start="3">\n<li>abc</li>\n<li>def ghi</li>\n<li>j</li>\n</ol>'
    expect(cutNotes(list, [5])[1]).toBe(
      '<ol class="rest" start="4"><li>def ghi</li>\n<li>j</li>\n</ol>',
    )
    expect(cutNotes(list, [9])[1]).toBe(
      '<ol class="rest" start="4"><li class="rest">ghi</li>\n<li>j</li>\n</ol>',
    )
  })

  it('puts the head of a table over each part of it', () => {
    const head = '<thead>\n<tr>\n<th>H</th>\n</tr>\n</thead>'
    const table = `<table>\n${head}\n<tbody>\n<tr>\n<td>a</td>\n</tr>\n<tr>\n<td></td>\n<td>b</td>\n</tr>\n</tbody>\n</table>`
    const text = table.replace(/<[^>]*>/g, '')
    const [first, second] = cutNotes(table, [text.indexOf('b')])
    expect(first).toContain('<td>a</td>')
    expect(first?.match(/<tr>/g)).toHaveLength(2)
    expect(second).toBe(
      `<table class="rest">${head}<tbody class="rest"><tr>\n<td></td>\n<td>b</td>\n</tr>\n</tbody>\n</table>`,
    )
  })

  it('counts a reference as the one character that it stands for', () => {
    expect(textLength('<p>a &amp; b &lt;c&gt;</p>')).toBe('a & b <c>'.length)
    expect(cutNotes('<p>a &amp; b</p>', [2])).toEqual(['<p>a</p>', '<p class="rest">&amp; b</p>'])
  })

  it('cuts one text many times, also where two parts follow each other at once', () => {
    expect(cutNotes('<p>abcdef</p>', [1, 2, 5])).toEqual([
      '<p>a</p>',
      '<p class="rest">b</p>',
      '<p class="rest">cde</p>',
      '<p class="rest">f</p>',
    ])
  })

  it('gives an empty first part to what does not fit at all', () => {
    expect(cutNotes('<pre>x</pre>', [0])).toEqual(['', '<pre>x</pre>'])
  })

  it('passes over an element without an end', () => {
    expect(cutNotes('<p>a<br>b</p>', [1])).toEqual(['<p>a<br></p>', '<p class="rest">b</p>'])
  })

  it('loses no text wherever it cuts', () => {
    const html =
      '<h3>T</h3>\n<p>a <em>b &amp; c</em> d</p>\n<ol>\n<li>e\n<ul>\n<li>f</li>\n</ul>\n</li>\n<li>g</li>\n</ol>\n<pre><code>h\n  i\n</code></pre>'
    const text = (part: string): string => part.replace(/<[^>]*>|\s/g, '')
    for (let first = 0; first < textLength(html); first++)
      for (let second = first + 1; second < textLength(html); second++) {
        const parts = cutNotes(html, [first, second])
        expect(parts).toHaveLength(3)
        expect(parts.map(text).join('')).toBe(text(html))
        for (const part of parts) expect(unbalanced(part), part).toEqual([])
      }
  })
})

/** Tags that are not closed, or closed without being open. */
function unbalanced(html: string): readonly string[] {
  const open: string[] = []
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (name === 'br') continue
    if (closing === '') open.push(name)
    else if (open.pop() !== name) return [`</${name}>`]
  }
  return open
}
