/** A formula as a line of text: for titles of windows, for alternative text, for who copies it. */
import { type KatexNode, katexOptions, openKatex, quietly } from './katex.ts'

/**
 * `x = (−b ± √(b² − 4ac))/2a` of the quadratic formula, from the tree that KaTeX makes for screen readers.
 * A display may say what a line of text may not: `\tag`, `align`. Throws KaTeX's ParseError.
 */
export function formulaText(tex: string, isDisplay: boolean): string {
  return textOf(formulaTree(tex, isDisplay))
    .replace(/\u2061/g, ' ')
    .replace(/[\u2062\u2063\u200b]/g, '')
    .replace(/\s+/g, ' ')
    .replace(LONE_SIGN_RE, '$1$2')
    .replace(/, (?=[=<>≤≥≠≈])/g, ' ')
    .trim()
}

/** The tree of MathML. Throws KaTeX's ParseError. */
export function formulaTree(tex: string, isDisplay: boolean): MathNode {
  const options = { ...katexOptions(isDisplay), output: 'mathml' as const }
  return quietly(() => openKatex().__renderToDomTree(tex, options))
}

/** A sign before a number, not between two: `(− b` is `(−b`. */
export const LONE_SIGN_RE = /((?:^|[([{,;=<>≤≥≠≈→/]|√\()\s*)([−+±∓]) (?=\S)/gu

type Writer = (parts: readonly string[], node: MathNode) => string

/** What KaTeX's MathML nodes have beside the rest. */
export type MathNode = KatexNode & { readonly type?: string }

const WRITERS: Readonly<Record<string, Writer>> = {
  mo: ([text = '']) => (SPACED_RE.test(text) ? ` ${text} ` : text),
  mspace: () => ' ',
  mfrac: ([above = '', below = '']) => `${wrapped(above)}/${wrapped(below)}`,
  msqrt: (parts) => `√${wrapped(parts.join(''))}`,
  mroot: ([base = '', degree = '']) => `${superscript(degree)}√${wrapped(base)}`,
  msup: ([base = '', above = '']) => base + superscript(above),
  msub: ([base = '', below = '']) => base + subscript(below),
  msubsup: ([base = '', below = '', above = '']) => base + subscript(below) + superscript(above),
  munder: ([base = '', below = '']) => base + subscript(below),
  mover: ([base = '', above = '']) => base + (ACCENTS[above.trim()] ?? superscript(above)),
  munderover: ([base = '', below = '', above = '']) => base + subscript(below) + superscript(above),
  mtable: (rows) => rows.join('; '),
  mtr: (cells) => cells.filter((cell) => cell !== '').join(', '),
  annotation: () => '',
  mphantom: () => '',
}

export const SPACED_RE = /^[=<>≤≥≠≈∼≅≡∝→←↔⇒⇐⇔⟹⟺⟶+−±∓×÷⋅∪∩⊂⊆⊃⊇∈∉∧∨∣:]$/u

export const ACCENTS: Readonly<Record<string, string>> = {
  '^': '\u0302',
  ˉ: '\u0304',
  '‾': '\u0304',
  '⃗': '\u20d7',
  '→': '\u20d7',
  '˙': '\u0307',
  '¨': '\u0308',
  '~': '\u0303',
}

export function textOf(node: MathNode): string {
  if (node.text !== undefined) return node.text
  const children = (node.children ?? []) as readonly MathNode[]
  const parts = children.map(textOf)
  const write = WRITERS[node.type ?? '']
  return write === undefined ? parts.join('') : write(parts, node)
}

/** Brackets around what is more than one sign or number. */
function wrapped(text: string): string {
  const inner = text.trim()
  return isOneThing(inner) ? inner : `(${inner})`
}

export function isOneThing(text: string): boolean {
  return /^(?:[\p{L}\p{M}]+|[\d.,]+\p{L}?|\([^()]*\))$/u.test(text)
}

const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+−=()n'].map((sign, index) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'][index] ?? sign]),
)
const SUBSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+−=()'].map((sign, index) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][index] ?? sign]),
)

function superscript(text: string): string {
  return script(text, SUPERSCRIPTS, '^')
}

function subscript(text: string): string {
  return script(text, SUBSCRIPTS, '_')
}

function script(text: string, signs: Readonly<Record<string, string>>, mark: string): string {
  const inner = text.replace(/\s+/g, '')
  if (inner === '') return ''
  if (/^[′″‴]+$/u.test(inner)) return inner
  const characters = [...inner]
  if (characters.every((character) => signs[character] !== undefined))
    return characters.map((character) => signs[character]).join('')
  return characters.length === 1 ? mark + inner : `${mark}(${text.trim()})`
}
