/** Diagrams that cannot be drawn, or not so that a class can read them. */
import type { Diagnostic } from './diagnostic.ts'
import { makeDiagnostic, type Where } from './make-diagnostic.ts'

type Words = { readonly message: string; readonly hint: string }

export function diagramSyntax(where: Where, words: Words): Diagnostic {
  return makeDiagnostic('diagram-syntax', where, words)
}

export function diagramKind(where: Where, words: Words): Diagnostic {
  return makeDiagnostic('diagram-kind', where, words)
}

export function diagramTooLarge(where: Where, words: Words): Diagnostic {
  return makeDiagnostic('diagram-too-large', where, words)
}

export function diagramIgnored(where: Where, words: Words): Diagnostic {
  return makeDiagnostic('diagram-ignored', where, words)
}

export type SmallDiagram = {
  /** Size of its type on the slide. */
  readonly textPx: number
  readonly minPx: number
  /** How many boxes, messages or values it has, and how many of them would be legible; 0: not even one. */
  readonly count: number
  readonly fitting: number
  readonly parts: string
}

export function diagramSmall(where: Where, small: SmallDiagram): Diagnostic {
  const { textPx, minPx, count, fitting, parts } = small
  const surplus = count - fitting
  const cut =
    fitting > 1
      ? `${surplus} of its ${count} ${parts} are too many for one slide: leave them out, shorten the labels, or make two sections`
      : 'shorten its labels, or say it in a table'
  return makeDiagnostic('diagram-small', where, {
    message: `The type of the diagram is ${Math.floor(textPx)} px high on the slide, and ${minPx} px is the least that the last row can read`,
    hint: cut,
  })
}
