/** Problems of formulas and of listings. */
import type { Code } from './codes.ts'
import type { Diagnostic } from './diagnostic.ts'
import { makeDiagnostic, suggest, type Where } from './make-diagnostic.ts'
import { nearest } from './nearest.ts'
import { excerpt } from './printable.ts'

type Words = { readonly message: string; readonly hint: string; readonly command?: string }

/** A command that is only misspelt is told with the right one. */
const COMMON_COMMANDS =
  `frac sqrt sum int prod lim sin cos tan log ln exp alpha beta gamma delta epsilon
  varepsilon theta lambda mu pi rho sigma tau phi varphi omega Gamma Delta Theta Lambda Pi Sigma Phi Omega
  infty partial nabla times div cdot cdots ldots dots pm mp le ge leq geq ne neq approx equiv propto to
  rightarrow leftarrow Rightarrow Leftrightarrow implies iff forall exists in notin subset subseteq cup cap
  emptyset text mathrm mathbf mathbb mathcal begin end left right overline underline overbrace underbrace
  hat bar vec dot ddot tilde binom boxed quad qquad operatorname`
    .split(/\s+/)
    .map((name) => `\\${name}`)

export function badFormula(where: Where, { message, hint, command }: Words): Diagnostic {
  const near = command === undefined ? undefined : nearest(command, COMMON_COMMANDS)
  return makeDiagnostic('bad-formula', where, {
    message: excerpt(message, 160),
    hint: near === undefined ? hint : `did you mean \`${near}\`?`,
  })
}

export function refusedFormula(
  where: Where,
  code: Extract<Code, 'formula-refused' | 'formula-too-large'>,
  { message, hint }: Words,
): Diagnostic {
  return makeDiagnostic(code, where, { message: excerpt(message, 160), hint })
}

export function unknownLanguage(where: Where, name: string, known: readonly string[]): Diagnostic {
  const { hint = 'such as `python`, `java`, `c`, `sql`, `javascript`; `text` for none' } = suggest(
    nearest(name, known),
    known,
  )
  return makeDiagnostic('unknown-language', where, {
    message: `No programming language here is called \`${excerpt(name, 30)}\``,
    hint,
  })
}

export function codeTooLong(where: Where, lines: number, most: number): Diagnostic {
  return makeDiagnostic('code-too-long', where, {
    message: `The listing has ${lines.toLocaleString('en')} lines; ${most} are the most`,
    hint: 'show the part that is taught, and link the whole',
  })
}

export function codeLineTooLong(where: Where, line: number, most: number): Diagnostic {
  return makeDiagnostic('code-too-long', where, {
    message: `Line ${line} of the listing has more than ${most} characters`,
    hint: 'break it as the language allows',
  })
}

export function unknownLine(where: Where, written: string, lines: number): Diagnostic {
  return makeDiagnostic('unknown-line', where, {
    message: `The listing has no line \`${excerpt(written, 20)}\``,
    hint: `write numbers from 1 to ${lines}, or a range such as \`2-4\``,
  })
}
