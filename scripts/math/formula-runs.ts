/** A formula as a line of text with italic letters, exponents and indices, for programs that know no formulas. */
import {
  ACCENTS,
  formulaTree,
  isOneThing,
  LONE_SIGN_RE,
  type MathNode,
  SPACED_RE,
  textOf,
} from './formula-text.ts'

export type FormulaRun = {
  readonly text: string
  readonly isItalic?: boolean
  readonly isStrong?: boolean
  readonly rise?: 'super' | 'sub'
}

type Style = Omit<FormulaRun, 'text'>

/** `(−b ± √(b² − 4ac))/2a` with the exponent raised; what cannot be read stays as it was written. */
export function formulaRuns(tex: string): readonly FormulaRun[] {
  try {
    return clean(runsOf(formulaTree(tex, false), {}))
  } catch (problem) {
    if (problem instanceof Error && problem.name === 'ParseError') return [{ text: `$${tex}$` }]
    throw problem
  }
}

type Write = (node: MathNode, style: Style) => readonly FormulaRun[]

const WRITERS: Readonly<Record<string, Write>> = {
  mi: (node, style) => [letters(node, style)],
  mo: (node, style) => {
    const text = (node.children ?? []).map(textOf).join('')
    return [
      { ...style, text: SPACED_RE.test(text) && style.rise === undefined ? ` ${text} ` : text },
    ]
  },
  mspace: (_, style) => [{ ...style, text: ' ' }],
  mfrac: ({ children = [] }, style) => {
    const [above, below] = children
    return [...wrapped(above, style), { ...style, text: '/' }, ...wrapped(below, style)]
  },
  msqrt: (node, style) => [{ ...style, text: '√' }, ...wrapped(row(node), style)],
  mroot: ({ children: [base, degree] = [] }, style) => [
    ...raised(degree, style, 'super'),
    { ...style, text: '√' },
    ...wrapped(base, style),
  ],
  msup: ({ children: [base, above] = [] }, style) => scripts(style, base, undefined, above),
  msub: ({ children: [base, below] = [] }, style) => scripts(style, base, below, undefined),
  msubsup: ({ children: [base, below, above] = [] }, style) => scripts(style, base, below, above),
  munder: ({ children: [base, below] = [] }, style) => scripts(style, base, below, undefined),
  munderover: ({ children: [base, below, above] = [] }, style) =>
    scripts(style, base, below, above),
  mover: ({ children: [base, above] = [] }, style) => {
    const accent = above === undefined ? undefined : ACCENTS[textOf(above).trim()]
    if (accent === undefined) return scripts(style, base, undefined, above)
    // In the style of its letter: a mark alone in a run would stand on nothing.
    const runs = runsOf(base, style)
    const last = runs.at(-1) ?? { ...style, text: '' }
    return [...runs.slice(0, -1), { ...last, text: last.text + accent }]
  },
  mtable: ({ children = [] }, style) => separated(children, '; ', style),
  mtr: ({ children = [] }, style) =>
    separated(
      children.filter((cell) => textOf(cell as MathNode) !== ''),
      ', ',
      style,
    ),
  annotation: () => [],
  mphantom: () => [],
}

function runsOf(given: unknown, style: Style): readonly FormulaRun[] {
  // The children of KaTeX's MathML are nodes of MathML, which its type does not say.
  const node = given as MathNode | undefined
  if (node === undefined) return []
  if (node.text !== undefined) return [{ ...style, text: node.text }]
  const write = WRITERS[node.type ?? '']
  if (write !== undefined) return write(node, style)
  return (node.children ?? []).flatMap((child) => runsOf(child, style))
}

/** MathML Core, 3.2.3.1: a single letter is italic unless it says otherwise. */
function letters(node: MathNode, style: Style): FormulaRun {
  const text = textOf(node)
  const variant = node.attributes?.['mathvariant'] ?? ''
  const isItalic = variant === '' ? /^\p{L}$/u.test(text) : variant.includes('italic')
  const isStrong = variant.includes('bold')
  return { ...style, text, ...(isItalic && { isItalic }), ...(isStrong && { isStrong }) }
}

function row(node: MathNode): MathNode {
  return { ...node, type: 'mrow' }
}

/** Brackets around what is more than one sign or number. */
function wrapped(node: unknown, style: Style): readonly FormulaRun[] {
  const runs = runsOf(node, style)
  const text = runs.map((run) => run.text).join('')
  if (isOneThing(text.trim())) return runs
  return [{ ...style, text: '(' }, ...runs, { ...style, text: ')' }]
}

function scripts(
  style: Style,
  base: unknown,
  below: unknown,
  above: unknown,
): readonly FormulaRun[] {
  return [...runsOf(base, style), ...raised(below, style, 'sub'), ...raised(above, style, 'super')]
}

/** Raised once; an exponent of an exponent is said as in a line of text. */
function raised(node: unknown, style: Style, rise: 'super' | 'sub'): readonly FormulaRun[] {
  const text = node === undefined ? '' : textOf(node as MathNode).trim()
  if (text === '' || /^[′″‴]+$/u.test(text)) return [{ ...style, text }]
  if (style.rise === undefined) return runsOf(node, { ...style, rise })
  return [
    {
      ...style,
      text: `${rise === 'super' ? '^' : '_'}${[...text].length > 1 ? `(${text})` : text}`,
    },
  ]
}

function separated(nodes: readonly unknown[], by: string, style: Style): readonly FormulaRun[] {
  return nodes.flatMap((node, index) => [
    ...(index === 0 ? [] : [{ ...style, text: by }]),
    ...runsOf(node, style),
  ])
}

type Letters = readonly { readonly sign: string; readonly style: Style }[]

/** The same mending as in a line of plain text, letter by letter, so that each keeps its style. */
function clean(runs: readonly FormulaRun[]): readonly FormulaRun[] {
  const all = runs.flatMap(({ text, ...style }) =>
    [...text].map((sign) => ({ sign: /[\s\u2061]/u.test(sign) ? ' ' : sign, style })),
  )
  const plain = all.filter(({ sign }) => !/[\u2062\u2063\u200b]/u.test(sign))
  const single = without(plain, / (?= )|^ +| +$/g, (match) => match.index)
  const inner = without(single, /(?<=\() | (?=\))/g, (match) => match.index)
  const signed = without(inner, LONE_SIGN_RE, (match) => match.index + match[0].length - 1)
  return joined(without(signed, /,(?= [=<>≤≥≠≈])/g, (match) => match.index))
}

/** Without the letter that each match points at. */
function without(all: Letters, wanted: RegExp, at: (match: RegExpExecArray) => number): Letters {
  const units = all.flatMap(({ sign }, index) =>
    Array.from(sign, () => index).concat(sign.length > 1 ? [index] : []),
  )
  const text = all.map(({ sign }) => sign).join('')
  const dropped = new Set([...text.matchAll(wanted)].map((match) => units[at(match)]))
  return all.filter((_, index) => !dropped.has(index))
}

function joined(all: Letters): readonly FormulaRun[] {
  const runs: { style: Style; text: string }[] = []
  for (const { sign, style } of all) {
    const last = runs.at(-1)
    if (last !== undefined && isSame(last.style, style)) last.text += sign
    else runs.push({ style, text: sign })
  }
  return runs.map(({ style, text }) => ({ ...style, text }))
}

function isSame(one: Style, other: Style): boolean {
  return (
    one.isItalic === other.isItalic && one.isStrong === other.isStrong && one.rise === other.rise
  )
}
