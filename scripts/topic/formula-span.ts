import { badFormula, refusedFormula } from '../diagnostics/formula-problems.ts'
import type { Report, Where } from '../diagnostics/make-diagnostic.ts'
import { checkFormula } from '../math/check-formula.ts'
import type { Span } from './topic.ts'

type WhereIn = (start: number, end: number) => Where

/** A formula in running text; undefined after a report. `where` takes offsets in the TeX. */
export function formulaSpan(tex: string, where: WhereIn, report: Report): Span | undefined {
  const text = readFormula(tex, { isDisplay: false, where, report })
  return text === undefined ? undefined : { kind: 'formula', tex: cleanTex(tex), text }
}

type FormulaContext = {
  readonly isDisplay: boolean
  readonly where: WhereIn
  readonly report: Report
}

/** What a line without formulas says in its place; undefined after a report. */
export function readFormula(
  tex: string,
  { isDisplay, where, report }: FormulaContext,
): string | undefined {
  const checked = checkFormula(unnumbered(tex), isDisplay)
  if (checked.kind === 'good') return checked.text
  const place = where(checked.start, checked.end)
  if (checked.kind === 'bad') report(badFormula(place, checked))
  else
    report(
      refusedFormula(
        place,
        checked.kind === 'refused' ? 'formula-refused' : 'formula-too-large',
        checked,
      ),
    )
  return undefined
}

/** On one line, for Markdown: a line break is a space to TeX. */
export function cleanTex(tex: string): string {
  return unnumbered(tex).replace(/\s+/g, ' ').trim()
}

/** Lines of `align` would be numbered through the whole deck; a slide has no use for the numbers. */
function unnumbered(tex: string): string {
  return tex.replace(
    /\\(begin|end)\{(equation|align|alignat|gather)\}/g,
    (_, which: string, name: string) => `\\${which}{${name}*}`,
  )
}
