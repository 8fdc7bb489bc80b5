/** What stands side by side: symbols, spaces, rules and boxes, as a browser would set KaTeX's spans. */
import { type FormulaMark, moveMark } from './formula-box.ts'
import type { KatexNode } from './katex.ts'
import { edgesOf, em, lookOf, scaleOf, widthOf } from './katex-style.ts'
import { type Laid, NOTHING, type Surroundings } from './laid.ts'
import { fillOf } from './layout-fill.ts'
import { layoutSymbol } from './layout-symbol.ts'

/** KaTeX can make it and we do not set it; the reader refuses such a formula with its place. */
export class UnsupportedFormula extends Error {
  override readonly name = 'UnsupportedFormula'
}

const UNSUPPORTED = /^(?:cd-|reflectbox$|angl$|eqn-num$|mml-eqn-num$|mtr-glue$)/

export function layoutRow(node: KatexNode, around: Surroundings): Laid {
  const classes = node.classes ?? []
  const unsupported = classes.find((name) => UNSUPPORTED.test(name))
  if (unsupported !== undefined) throw new UnsupportedFormula(unsupported)
  if (isIgnored(classes)) return NOTHING
  const inner = insideOf(node, around)
  const content = contentOf(node, inner)
  const edges = edgesOf(node)
  const left = edges.left * inner.scale
  const own = widthOf(node)
  const rise = riseOf(node) * inner.scale
  const marks = isHidden(node)
    ? []
    : content.marks.map((mark) =>
        moveMark(mark, left + em(node.style?.['left']) * inner.scale, rise),
      )
  const { fill } = content
  return {
    ...content,
    width:
      left + (own === undefined ? content.width : own * inner.scale) + edges.right * inner.scale,
    marks,
    ...(fill === undefined
      ? {}
      : { fill: (width) => fill(width).map((mark) => moveMark(mark, left, rise)) }),
  }
}

function isIgnored(classes: readonly string[]): boolean {
  return (
    classes.includes('pstrut') || classes.includes('katex-strut') || classes.includes('vlist-s')
  )
}

function isHidden({ style }: KatexNode): boolean {
  return style?.['color'] === 'transparent'
}

/** `top` of a relative place; a stack reads that of its rows itself. */
function riseOf({ style, classes }: KatexNode): number {
  const isPlaced = style?.['position'] === 'relative' || classes?.includes('delimcenter') === true
  return isPlaced || classes?.includes('op-symbol') ? em(style?.['top']) : 0
}

const ALIGNS: Readonly<Record<string, Surroundings['align']>> = {
  msupsub: 'left',
  mfrac: 'center',
  'katex-accent': 'center',
  'op-limits': 'center',
  mover: 'center',
  munder: 'center',
  'x-arrow': 'center',
  'svg-align': 'left',
  'col-align-c': 'center',
  'col-align-l': 'left',
  'col-align-r': 'right',
}

function insideOf({ classes = [], style }: KatexNode, around: Surroundings): Surroundings {
  const align = classes.map((name) => ALIGNS[name]).find((name) => name !== undefined)
  return {
    look: lookOf(classes, around.look),
    scale: around.scale * scaleOf(classes),
    align: align ?? around.align,
    isColored: around.isColored || (style?.['color'] ?? 'transparent') !== 'transparent',
  }
}

function contentOf(node: KatexNode, inner: Surroundings): Laid {
  const classes = node.classes ?? []
  if (node.text !== undefined) return layoutSymbol(node.text, inner)
  if (isStack(node)) return layoutStack(node, inner)
  const lap = LAPS.find((name) => classes.includes(name))
  if (lap !== undefined) return layoutLap(node, inner, lap)
  const fill = fillOf(node, inner)
  if (fill !== undefined) return fill
  const row = layoutChildren(node.children ?? [], inner)
  const isOverhanging = classes.includes('accent-body') && !classes.includes('accent-full')
  return isOverhanging ? { ...row, width: 0 } : row
}

export function layoutChildren(children: readonly KatexNode[], inner: Surroundings): Laid {
  let x = 0
  let height = 0
  let depth = 0
  const marks: FormulaMark[] = []
  let fill: Laid['fill']
  for (const child of children) {
    const laid = layoutRow(child, inner)
    for (const mark of laid.marks) marks.push(moveMark(mark, x, 0))
    fill ??= laid.fill
    height = Math.max(height, laid.height)
    depth = Math.max(depth, laid.depth)
    x += laid.width
  }
  return { width: x, height, depth, marks, ...(fill === undefined ? {} : { fill }) }
}

const LAPS = ['llap', 'rlap', 'clap'] as const

/** A line of the deck's style sheet inside a lap, in em of KaTeX_Main. */
const LAP_HEIGHT = 0.8
const LAP_DEPTH = 0.2

/** `\llap` and its like take no room; what is in them stands left, right or over the place. */
function layoutLap(node: KatexNode, inner: Surroundings, lap: (typeof LAPS)[number]): Laid {
  const row = layoutChildren(node.children ?? [], inner)
  const shift = { llap: -row.width, rlap: 0, clap: -row.width / 2 }[lap]
  return {
    width: 0,
    height: Math.max(LAP_HEIGHT * inner.scale, node.height ?? 0, row.height),
    depth: Math.max(LAP_DEPTH * inner.scale, node.depth ?? 0, row.depth),
    marks: row.marks.map((mark) => moveMark(mark, shift, 0)),
  }
}

function isStack({ classes }: KatexNode): boolean {
  return classes?.includes('vlist-t') === true
}

type Row = {
  readonly laid: Laid
  readonly left: number
  readonly outer: number
  readonly y: number
} & Pick<Surroundings, 'align'>

/** What stands over one another, KaTeX's `vlist`: fractions, scripts, roots, matrices, accents. */
function layoutStack(node: KatexNode, inner: Surroundings): Laid {
  const [list, below] = (node.children ?? []).map((row) =>
    row.children?.find((child) => child.classes?.includes('vlist')),
  )
  const rows = (list?.children ?? []).map((child) => layoutStackRow(child, inner))
  const width = Math.max(0, ...rows.map((row) => row.outer))
  return {
    width,
    height: em(list?.style?.['height']) * inner.scale,
    depth: em(below?.style?.['height']) * inner.scale,
    marks: rows.flatMap((row) => placeRow(row, width)),
  }
}

function layoutStackRow(child: KatexNode, around: Surroundings): Row {
  const style = child.style ?? {}
  const align = child.classes?.includes('svg-align') ? 'left' : around.align
  const laid = layoutChildren(child.children ?? [], { ...around, align })
  const left = em(style['marginLeft']) * around.scale
  const right = em(style['marginRight']) * around.scale
  // A strut of a known height holds the row's baseline: the row stands where both add up.
  const strut = child.children?.find((inside) => inside.classes?.includes('pstrut'))
  const y = (em(style['top']) + em(strut?.style?.['height'])) * around.scale
  return { laid, left, outer: left + laid.width + right, y, align }
}

const SHARES = { left: 0, center: 0.5, right: 1 } as const

function placeRow({ laid, left, outer, y, align }: Row, width: number): readonly FormulaMark[] {
  const shift = left + (width - outer) * SHARES[align]
  const filled = laid.fill?.(width - (outer - laid.width)) ?? []
  return [
    ...laid.marks.map((mark) => moveMark(mark, shift, y)),
    ...filled.map((mark) => moveMark(mark, left, y)),
  ]
}
