import { describe, expect, it } from 'vitest'
import { checkFormula } from '../../scripts/math/check-formula.ts'

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at)

function matrix(size: number): string {
  const rows = range(size).map((row) => range(size).map((column) => `a_{${row}${column}}`))
  return `\\begin{pmatrix}${rows.map((cells) => cells.join('&')).join('\\\\')}\\end{pmatrix}`
}

describe('a formula', () => {
  it('may have any number of subscripts, and 40 groups one in another', () => {
    expect(checkFormula(matrix(10), true).kind).toBe('good')
    const nested = (depth: number): string => `${'{'.repeat(depth)}x${'}'.repeat(depth)}`
    expect(checkFormula(nested(40), true).kind).toBe('good')
    expect(checkFormula(nested(41), true)).toMatchObject({ kind: 'refused', start: 40 })
  })

  it('may use macros of KaTeX as often as it has room', () => {
    expect(
      checkFormula(
        range(150)
          .map(() => '\\iff')
          .join(' \\\\ '),
        true,
      ).kind,
    ).toBe('too-large')
  })

  it.each([
    '\\def\\a#1{#1#1#1#1#1#1#1#1#1}\\a{\\a{\\a{xxxxxxxx}}}',
    'x\\newcommand{\\a}[1]{#1#1}\\a{x}',
    '\\global\\let\\a=\\b',
    '\\\\\\gdef\\a{x}',
  ])('defines no macro: %s', (tex) => {
    expect(checkFormula(tex, true)).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(/^`\\(?:def|newcommand|global|gdef)` is not allowed/),
    })
  })

  it('takes a line break before letters for what it is', () => {
    expect(checkFormula('\\begin{aligned} a &= b \\\\def &= g \\end{aligned}', true).kind).toBe(
      'good',
    )
  })
})
