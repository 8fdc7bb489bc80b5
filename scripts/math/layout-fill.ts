/** Rules, frames and pictures of a formula: fraction bars, roots, braces, arrows, tall brackets, `\cancel`. */
import type { FormulaMark } from './formula-box.ts'
import type { KatexNode } from './katex.ts'
import { em } from './katex-style.ts'
import { type Laid, NOTHING, type Surroundings } from './laid.ts'

const BARS = ['frac-line', 'overline-line', 'underline-line', 'katex-hline', 'katex-hdashline']

/** Undefined: the node is not drawn but a row of others. */
export function fillOf(node: KatexNode, inner: Surroundings): Laid | undefined {
  const classes = node.classes ?? []
  const style = node.style ?? {}
  const { scale, isColored } = inner
  if (BARS.some((name) => classes.includes(name))) {
    const height = em(style['borderBottomWidth']) * scale
    return filling((width) => [{ kind: 'rule', x: 0, y: -height, width, height, isColored }])
  }
  if (classes.includes('katex-rule')) return ruleOf(style, inner)
  if (classes.includes('vertical-separator')) return separatorOf(style, inner)
  if (classes.includes('fbox')) return filling((width) => frameOf(style, width, inner))
  if (classes.includes('katex-sout')) {
    const height = 0.08 * scale
    return filling((width) => [{ kind: 'rule', x: 0, y: -height, width, height, isColored }])
  }
  return pictureOf(node, inner)
}

function filling(fill: (width: number) => readonly FormulaMark[], least = 0): Laid {
  return { ...NOTHING, width: least, fill }
}

type Style = Readonly<Record<string, string>>

function ruleOf(style: Style, { scale, isColored }: Surroundings): Laid {
  const width = em(style['borderRightWidth']) * scale
  const height = em(style['borderTopWidth']) * scale
  const y = -height - em(style['bottom']) * scale
  return { ...NOTHING, width, marks: [{ kind: 'rule', x: 0, y, width, height, isColored }] }
}

function separatorOf(style: Style, { scale, isColored }: Surroundings): Laid {
  const width = em(style['borderRightWidth']) * scale
  const margin = em(style['margin']?.split(' ')[1]) * scale
  const height = em(style['height']) * scale
  const y = -height - em(style['verticalAlign']) * scale
  return {
    ...NOTHING,
    width: width + 2 * margin,
    marks: [{ kind: 'rule', x: margin, y, width, height, isColored }],
  }
}

function frameOf(
  style: Style,
  width: number,
  { scale, isColored }: Surroundings,
): readonly FormulaMark[] {
  const height = em(style['height']) * scale
  const line = em(style['borderWidth']) * scale
  const rule = (x: number, y: number, ruleWidth: number, ruleHeight: number): FormulaMark => ({
    kind: 'rule',
    x,
    y,
    width: ruleWidth,
    height: ruleHeight,
    isColored,
  })
  return [
    rule(0, -height, width, line),
    rule(0, -line, width, line),
    rule(0, -height, line, height),
    rule(width - line, -height, line, height),
  ]
}

/** Where in the width a part of a brace or arrow stands, as shares of it. */
const SPANS: Readonly<Record<string, readonly [number, number]>> = {
  'halfarrow-left': [0, 0.502],
  'halfarrow-right': [0.498, 0.502],
  'brace-left': [0, 0.251],
  'brace-center': [0.25, 0.5],
  'brace-right': [0.749, 0.251],
}

function pictureOf(node: KatexNode, { scale, isColored }: Surroundings): Laid | undefined {
  const svgs = (node.children ?? []).flatMap((child) => svgIn(child))
  if (svgs.length === 0) return undefined
  const height = em(node.style?.['height']) * scale
  const own = em(node.style?.['width']) * scale
  const draw = (width: number): readonly FormulaMark[] =>
    svgs.flatMap(({ svg, span: [from, share] }) =>
      drawSvg(svg, { x: width * from, width: width * share, height, isColored, scale }),
    )
  if (own > 0) return { ...NOTHING, width: own, marks: draw(own) }
  return filling(draw, em(node.style?.['minWidth']) * scale)
}

type Picture = { readonly svg: KatexNode; readonly span: readonly [number, number] }

/** The picture itself, or the parts of a brace one level below. */
function svgIn(child: KatexNode): readonly Picture[] {
  if (child.attributes?.['height'] !== undefined && child.classes === undefined)
    return [{ svg: child, span: [0, 1] }]
  const name = child.classes?.find((candidate) => Object.hasOwn(SPANS, candidate))
  const span = name === undefined ? undefined : SPANS[name]
  const svg = child.children?.[0]
  return span === undefined || svg === undefined ? [] : [{ svg, span }]
}

type Place = {
  readonly x: number
  readonly width: number
  readonly height: number
  readonly scale: number
  readonly isColored: boolean
}

function drawSvg(svg: KatexNode, place: Place): readonly FormulaMark[] {
  return (svg.children ?? []).map((child) =>
    child.attributes?.['x1'] === undefined ? drawPath(svg, child, place) : drawStroke(child, place),
  )
}

function drawStroke(line: KatexNode, { x, width, height, scale, isColored }: Place): FormulaMark {
  const at = (name: string, whole: number): number =>
    (Number.parseFloat(line.attributes?.[name] ?? '0') / 100) * whole
  return {
    kind: 'stroke',
    x1: x + at('x1', width),
    y1: at('y1', height) - height,
    x2: x + at('x2', width),
    y2: at('y2', height) - height,
    thickness: em(line.attributes?.['stroke-width']) * scale,
    isColored,
  }
}

/** SVG 2, 8.2: `slice` fills the height and is cut at the sides, `none` stretches, else all is shown. */
function drawPath(svg: KatexNode, path: KatexNode, place: Place): FormulaMark {
  const [, , viewWidth = 1, viewHeight = 1] = (svg.attributes?.['viewBox'] ?? '')
    .split(' ')
    .map(Number)
  const ratio = svg.attributes?.['preserveAspectRatio'] ?? 'xMidYMid'
  const { x, width, height, isColored } = place
  const scales = [width / viewWidth, height / viewHeight] as const
  const both = ratio.includes('slice') ? Math.max(...scales) : Math.min(...scales)
  const [scaleX, scaleY] = ratio === 'none' ? scales : [both, both]
  const spare = width - viewWidth * scaleX
  const share = ratio.startsWith('xMin') ? 0 : ratio.startsWith('xMax') ? 1 : 0.5
  return {
    kind: 'path',
    data: /\bd='([^']*)'|\bd="([^"]*)"/.exec(path.toMarkup())?.slice(1).find(Boolean) ?? '',
    x: x + (ratio === 'none' ? 0 : spare * share),
    y: -height,
    scaleX,
    scaleY,
    clip: { x, y: -height, width, height },
    isColored,
  }
}
