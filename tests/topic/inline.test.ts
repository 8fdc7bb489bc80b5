import { describe, expect, it } from 'vitest'
import { type InlineScope, parseInline } from '../../scripts/topic/inline.ts'
import type { Span } from '../../scripts/topic/topic.ts'

function parse(text: string, isHtmlTrusted = false) {
  const refused: string[] = []
  const asked: string[] = []
  const scope: InlineScope = {
    isHtmlTrusted,
    figure: (id, start, end) => {
      asked.push(`${id}@${start}-${end}`)
      return id === 'none'
        ? undefined
        : {
            kind: 'figure',
            factId: id,
            printed: { number: '1', unit: '', before: '', after: '', phrase: '1' },
          }
    },
    citation: (sources) => ({ kind: 'citation', numbers: sources.map(({ id }) => id.length) }),
    formula: (tex) => (tex === 'bad' ? undefined : { kind: 'formula', tex, text: tex }),
    refuseLink: (url) => refused.push(url),
  }
  return { spans: parseInline(text, scope), refused, asked }
}

function show(spans: readonly Span[]): string {
  return spans
    .map((span) => {
      if (span.kind === 'text') return span.text
      if (span.kind === 'formula') return `<formula ${span.tex}>`
      if (span.kind === 'figure') return `<fact ${span.factId}>`
      if (span.kind === 'citation') return `<cite ${span.numbers.join(' ')}>`
      if (span.kind === 'html') return `<html ${span.html}>`
      if (span.kind === 'link') return `<link ${span.url}|${show(span.children)}>`
      return `<${span.kind} ${show(span.children)}>`
    })
    .join('')
}

describe('markup', () => {
  it.each([
    ['plain', 'plain'],
    ['{oil} up', '<fact oil> up'],
    ['{तेल-आयात}', '<fact तेल-आयात>'],
    ['a[@ie]', 'a<cite 2>'],
    ['a[@ie; @iee]', 'a<cite 2 3>'],
    ['a[@ie][@iee]', 'a<cite 2 3>'],
    ['a[@ie] [@iee]', 'a<cite 2> <cite 3>'],
    ['**bold** and *it*', '<strong bold> and <emphasis it>'],
    ['***both***', '<strong <emphasis both>>'],
    ['**a *b* c**', '<strong a <emphasis b> c>'],
    ['[x](https://e.org/a_(b))', '<link https://e.org/a_(b)|x>'],
    ['[**x** {oil}](#a)', '<link #a|<strong x> <fact oil>>'],
    ['[x](mailto:a@b.c)', '<link mailto:a@b.c|x>'],
    ['line\n  break', 'line break'],
  ])('%j', (text, expected) => {
    expect(show(parse(text).spans)).toBe(expected)
  })
})

describe('text stays text', () => {
  it.each([
    '{',
    '{}',
    '{ oil }',
    '{a b}',
    '{{title}}',
    '{{{oil}}}',
    '[x]',
    '[x](',
    '[x](a b)',
    '[@]',
    '[@ie',
    '2 * 3 * 4',
    '**',
    '****',
    '**open',
    '*open **both',
    '<b>bold</b>',
    '<!-- class: x -->',
    '---',
    'C:\\new',
    '](',
    'a_b_c',
  ])('%j', (text) => {
    expect(show(parse(text).spans)).toBe(text)
  })

  it.each([
    ['\\{oil}', '{oil}'],
    ['\\[@ie]', '[@ie]'],
    ['\\*a\\*', '*a*'],
    ['a \\\\ b', 'a \\ b'],
  ])('escaped: %j', (text, expected) => {
    expect(show(parse(text).spans)).toBe(expected)
  })
})

it.each([
  'javascript:alert(1)',
  'file:///etc/passwd',
  '\\\\host\\share',
  '//host/x',
  'data:text/html,x',
])('refuses the link %s and keeps its words', (url) => {
  const { spans, refused } = parse(`[words](${url})`)
  expect(refused).toEqual([url])
  expect(show(spans)).toBe('words')
})

it('tells where a figure stands in the text', () => {
  expect(parse('ab {oil} {none}').asked).toEqual(['oil@3-8', 'none@9-15'])
})

it('keeps tags only when HTML is trusted', () => {
  expect(show(parse('a <b class="x">b</b> < c', true).spans)).toBe(
    'a <html <b class="x">>b<html </b>> < c',
  )
})

it.each(['[', '](', '*', '**', '{', '{a', '[@', '[@a;', '<a ', '\\', '[a](', '*a **b '])(
  'reads 200,000 characters of %j in time that grows with the length',
  (piece) => {
    const text = piece.repeat(200_000 / piece.length)
    const start = performance.now()
    parse(text, true)
    // A quadratic reader needs minutes for this; a linear one a tenth of a second.
    expect(performance.now() - start).toBeLessThan(5000)
  },
)
