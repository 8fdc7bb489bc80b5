/** What layout works with: where a node stands, and what came of it. */
import type { FormulaMark } from './formula-box.ts'
import type { FontLook } from './katex-style.ts'

export type Surroundings = {
  readonly look: FontLook
  /** Size of the text around, in em of the formula. */
  readonly scale: number
  readonly align: 'left' | 'center' | 'right'
  /** Inside `\color`. */
  readonly isColored: boolean
}

export type Laid = {
  readonly width: number
  /** Of stacks and laps: a browser keeps their room free, also where KaTeX's own height is less. */
  readonly height: number
  readonly depth: number
  readonly marks: readonly FormulaMark[]
  /** What is drawn as wide as the stack it stands in: the bar of a fraction, a root, a brace. */
  readonly fill?: (width: number) => readonly FormulaMark[]
}

export const NOTHING: Laid = { width: 0, height: 0, depth: 0, marks: [] }
