import { checkFormula } from '../math/check-formula.ts'

/** Why KaTeX cannot set a formula; undefined: it can. One that is too large for a line of ours has room on these slides. */
export function formulaFault(tex: string, isDisplay: boolean): string | undefined {
  const checked = checkFormula(tex.trim(), isDisplay)
  return checked.kind === 'good' || checked.kind === 'too-large' ? undefined : checked.message
}
