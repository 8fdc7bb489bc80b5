import { describe, expect, it } from 'vitest'
import { type FormulaRun, formulaRuns } from '../../scripts/math/formula-runs.ts'
import { formulaText } from '../../scripts/math/formula-text.ts'

/** `/x/` italic, `^[2]` raised, `_[n]` lowered. */
function shown(tex: string): string {
  return formulaRuns(tex).map(sayRun).join('')
}

function sayRun({ text, isItalic, rise }: FormulaRun): string {
  const letters = isItalic === true ? `/${text}/` : text
  if (rise === undefined) return letters
  return `${rise === 'super' ? '^' : '_'}[${letters}]`
}

describe('a formula as runs', () => {
  it.each([
    ['E=mc^2', '/E/ = /mc/^[2]'],
    ['x = \\frac{-b \\pm \\sqrt{b^2-4ac}}{2a}', '/x/ = (−/b/ ± √(/b/^[2] − 4/ac/))/2/a/'],
    ['e^{i\\pi}', '/e/^[/iπ/]'],
    ['x_{n-1}^2', '/x/_[/n/]_[−1]^[2]'],
    ['\\mathrm{CO_2}', 'CO_[2]'],
    ['\\sin x \\le 1', 'sin /x/ ≤ 1'],
    ["f'(x)", '/f/′(/x/)'],
    ['\\overline{x}', '/x̄/'],
    ['2^{2^n}', '2^[2^n]'],
    ['\\text{growth of } Y', 'growth of /Y/'],
  ])('%s', (tex, runs) => {
    expect(shown(tex)).toBe(runs)
  })

  it('stays as it was written when it cannot be read', () => {
    expect(formulaRuns('\\nothing{')).toEqual([{ text: '$\\nothing{$' }])
  })

  it('says what its line of text says, where that has no exponents', () => {
    for (const tex of ['a + b = c', '\\frac{a+b}{c}', '\\sqrt{x}', 'P(A \\mid B)', '5{,}000'])
      expect(
        formulaRuns(tex)
          .map(({ text }) => text)
          .join(''),
      ).toBe(formulaText(tex, false))
  })
})
