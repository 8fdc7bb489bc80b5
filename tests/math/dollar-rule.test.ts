import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markdownIt } from '../../scripts/deck/marp-parser.ts'
import { findFormula } from '../../scripts/math/dollar-rule.ts'
import { cellMarkdown, inlineMarkdown } from '../../scripts/template/inline-markdown.ts'
import { naughtyStrings } from '../corpora.ts'

/** The formulas of a text, read as the reader reads it: from left to right, `\$` passed over. */
function formulasIn(text: string): readonly string[] {
  const found: string[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '$') {
      const formula = findFormula(text, at)
      if (formula === undefined) continue
      found.push(formula.tex)
      at = formula.end - 1
    }
  }
  return found
}

const MONEY: readonly string[] = [
  'US$ 39.1 billion and US$ 3.3 billion',
  'US$39.1 billion, up from US$3.3 billion',
  '$5 or $6',
  'A$3–$4',
  '$5–$6',
  '$5-$6 and $7',
  'from $1,000 to $2,000',
  '$3 billion (2024) and $4 billion (2025)',
  'It costs $5.',
  'between $5 and 10$',
  'a $100 note or a 50$ note',
  '$3 million (US$)',
  '($6)/($7)',
  'HK$ 5, S$ 6, NZ$7, C$8',
  '$5/$6',
  // `{price}` is a figure of the ledger.
  ['price: $', '{price}, cost: $', '{cost}'].join(''),
  ['from $', '{low}–$', '{high}'].join(''),
  '$$$',
  '$',
  '$ x $',
  '$x $',
  '\\$x$',
  '\\$5 and \\$6',
  'रुपये 500 और US$ 39.1 अरब',
  'the US$–₹ rate, the €–$ rate',
  'R$ 5 e R$ 6',
]

const MATHS: readonly (readonly [string, readonly string[]])[] = [
  ['$x$', ['x']],
  ['the root $x^2$, and $y$.', ['x^2', 'y']],
  ['($x$)', ['x']],
  ['“$x$”', ['x']],
  ['$a$-th and $b$–$c$', ['a', 'b', 'c']],
  ['$$E = mc^2$$', ['E = mc^2']],
  ['$5$', ['5']],
  ['$2x + 3$', ['2x + 3']],
  ['$\\$5$', ['\\$5']],
  ['costs $5, where $x = 5$', ['x = 5']],
  ['है, $x$।', ['x']],
  ['$100\\%$', ['100\\%']],
]

describe('the rule for dollar signs', () => {
  it.each(MONEY)('money stays text: %s', (text) => {
    expect(formulasIn(text)).toEqual([])
  })

  it.each(MATHS)('mathematics is found: %s', (text, expected) => {
    expect(formulasIn(text)).toEqual(expected)
  })

  it('never reads an amount of money as mathematics', () => {
    const currency = fc.constantFrom('$', 'US$', 'A$', 'US$ ', '$ ')
    const amount = fc
      .tuple(currency, fc.double({ min: 0, max: 1e6, noNaN: true }))
      .map(([sign, value]) => `${sign}${value.toFixed(2)}`)
    const words = fc.constantFrom(
      ' and ',
      ' or ',
      ', ',
      '–',
      ' to ',
      ' billion and ',
      '/',
      ' (',
      ') ',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(amount, words), { maxLength: 6 }), (parts) => {
        expect(formulasIn(parts.flat().join(''))).toEqual([])
      }),
    )
  })

  it('finds what stands between dollar signs and nothing across them', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('$', 'x', ' ', '\\', '5', '{', '^') }),
        (text) => {
          for (const tex of formulasIn(text)) {
            expect(tex.replace(/\\[\s\S]/g, '')).not.toContain('$')
            expect(tex).toBe(tex.trim())
          }
        },
      ),
    )
  })

  it('takes time in proportion to the text', () => {
    const text = '$'.repeat(200_000) + ' $5'.repeat(50_000) + '${'.repeat(50_000)
    expect(formulasIn(text)).toEqual([])
  })
})

describe('what templates write', () => {
  const tex = fc
    .stringMatching(/^[a-z][a-z^_+=<>|*`[\]\\{}!-]{0,12}[a-z]$/)
    .filter((text) => !/\\$|\n/.test(text))
  const plain = fc.string({ unit: fc.constantFrom(...'ab5 $*_`[]<|\\{}-!') })

  it('comes back from Markdown as the same formulas and the same text', () => {
    fc.assert(
      fc.property(plain, tex, plain, (before, formula, after) => {
        // The reader opens and closes formulas only where the rule lets it.
        const written = `${before} $${formula}$ ${after}`
        fc.pre(findFormula(written, before.length + 1)?.tex === formula)
        const markdown = inlineMarkdown([
          { kind: 'text', text: `${before} ` },
          { kind: 'formula', tex: formula, text: formula },
          { kind: 'text', text: ` ${after}` },
        ])
        const tokens = markdownIt.parseInline(markdown, {})[0]?.children ?? []
        expect(
          tokens.filter(({ type }) => type === 'formula_inline').map(({ content }) => content),
        ).toEqual([formula])
      }),
    )
  })

  it('never makes mathematics of text', () => {
    const strings = [...naughtyStrings(), ...MONEY, ...MATHS.map(([text]) => text)]
    for (const text of strings) {
      const markdown = inlineMarkdown([{ kind: 'text', text }])
      const tokens = markdownIt.parseInline(markdown, {})[0]?.children ?? []
      expect(
        tokens.some(({ type }) => type === 'formula_inline'),
        text,
      ).toBe(false)
    }
  })

  it('keeps bars of a formula inside the cell of a table', () => {
    const cell = cellMarkdown([{ kind: 'formula', tex: '|x| \\| y', text: '' }])
    const tokens = markdownIt.parse(`| a | b |\n| - | - |\n| ${cell} | c |`, {})
    const cells = tokens.flatMap((token, index) =>
      token.type === 'td_open' ? [tokens[index + 1]?.children?.[0]?.content] : [],
    )
    expect(cells).toEqual(['|x| \\| y', 'c'])
  })
})
