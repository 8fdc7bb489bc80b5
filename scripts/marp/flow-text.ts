/** Lines of text with their styles, from what stands inside one paragraph. */
import { formulaText } from '../math/formula-text.ts'
import type { FlowLine, FlowPicture, FlowRun } from './flow.ts'
import { formulaFault } from './formula-fault.ts'
import { isText, type MarkupElement, type MarkupNode } from './markup-tree.ts'
import { DISPLAY, FORMULA } from './token-events.ts'

type Style = Omit<FlowRun, 'text'>

const STYLES: Readonly<Record<string, Style>> = {
  strong: { isStrong: true },
  b: { isStrong: true },
  th: { isStrong: true },
  dt: { isStrong: true },
  summary: { isStrong: true },
  em: { isItalic: true },
  i: { isItalic: true },
  cite: { isItalic: true },
  dfn: { isItalic: true },
  var: { isItalic: true },
  address: { isItalic: true },
  s: { isStruck: true },
  del: { isStruck: true },
  strike: { isStruck: true },
  code: { isCode: true },
  kbd: { isCode: true },
  samp: { isCode: true },
  tt: { isCode: true },
  sup: { rise: 'super' },
  sub: { rise: 'sub' },
  small: { scale: 0.82 },
  big: { scale: 1.2 },
}

export function styleOf({ tag, attributes }: MarkupElement, around: Style): Style {
  const own = { ...around, ...STYLES[tag] }
  const href = tag === 'a' ? attributes.get('href') : undefined
  const color = tag === 'font' ? attributes.get('color') : undefined
  return {
    ...own,
    ...(href !== undefined && href !== '' && { link: href }),
    ...(color !== undefined && { color }),
  }
}

export type InlineParts = { readonly runs: FlowLine; readonly pictures: readonly FlowPicture[] }

/** Tags that are lines of their own wherever they stand: authors put them inside headings and cells too. */
const BREAKING = new Set('p div li tr h1 h2 h3 h4 h5 h6 figcaption center'.split(' '))

/** Pictures inside a line stand behind it: a line of a text box can hold none. */
export function inlineParts(nodes: readonly MarkupNode[], style: Style = {}): InlineParts {
  const runs: (FlowRun | 'break')[] = []
  const pictures: FlowPicture[] = []
  const walk = (node: MarkupNode, around: Style): void => {
    if (isText(node)) {
      runs.push({ text: node.text, ...around })
      return
    }
    const { tag, attributes, line } = node
    if (tag === 'br') runs.push('break')
    else if (tag === 'img') pictures.push(pictureOf(node, around))
    else if (tag === FORMULA || tag === DISPLAY)
      runs.push({ text: readFormula(attributes.get('tex') ?? '', tag === DISPLAY), ...around })
    else {
      const isBreaking = BREAKING.has(tag)
      if (isBreaking && runs.some(isVisible) && runs.at(-1) !== 'break') runs.push('break')
      for (const child of node.children) walk(child, styleOf(node, around))
      if (isBreaking && line > 0) runs.push('break')
    }
  }
  for (const node of nodes) walk(node, style)
  return { runs: tidy(runs), pictures }
}

/** TeX as a line; what KaTeX cannot read stays as it is written. */
export function readFormula(tex: string, isDisplay: boolean): string {
  const marks = isDisplay ? '$$' : '$'
  if (formulaFault(tex, isDisplay) !== undefined) return `${marks}${tex.trim()}${marks}`
  return formulaText(tex.trim(), isDisplay)
}

export function pictureOf({ attributes, line }: MarkupElement, { link }: Style): FlowPicture {
  const opacity = Number.parseFloat(attributes.get('data-opacity') ?? '1')
  return {
    kind: 'picture',
    src: attributes.get('src') ?? '',
    alt: attributes.get('alt') ?? '',
    width: attributes.get('width') ?? '',
    height: attributes.get('height') ?? '',
    opacity: opacity >= 0 && opacity <= 1 ? opacity : 1,
    ...(link !== undefined && { link }),
    line,
  }
}

export function isVisible(run: FlowRun | 'break'): boolean {
  return run !== 'break' && run.text.trim() !== ''
}

/** White space as HTML has it: runs of it are one space, none beside a line's ends, no empty lines around. */
function tidy(runs: readonly (FlowRun | 'break')[]): FlowLine {
  const tidied: (FlowRun | 'break')[] = []
  let isOpen = false
  for (const run of runs) {
    if (run === 'break') {
      trimEnd(tidied)
      tidied.push(run)
      isOpen = false
      continue
    }
    const collapsed: string = run.text.replace(/[ \t\n\f\r]+/g, ' ')
    const text: string = isOpen ? collapsed : collapsed.replace(/^ /, '')
    if (text === '') continue
    tidied.push({ ...run, text })
    isOpen = !text.endsWith(' ')
  }
  trimEnd(tidied)
  const first = tidied.findIndex(isVisible)
  const last = tidied.findLastIndex(isVisible)
  return first < 0 ? [] : joined(tidied.slice(first, last + 1))
}

function trimEnd(runs: (FlowRun | 'break')[]): void {
  const last = runs.at(-1)
  if (last === undefined || last === 'break' || !last.text.endsWith(' ')) return
  const text = last.text.slice(0, -1)
  runs.pop()
  if (text !== '') runs.push({ ...last, text })
}

/** Neighbours of one style are one run; more than two breaks are room, which the slide gives itself. */
function joined(runs: FlowLine): FlowLine {
  const all: (FlowRun | 'break')[] = []
  for (const run of runs) {
    const last = all.at(-1)
    if (run === 'break') {
      if (last === 'break' && all.at(-2) === 'break') continue
      all.push(run)
    } else if (last !== undefined && last !== 'break' && isAlike(last, run))
      all[all.length - 1] = { ...last, text: last.text + run.text }
    else all.push(run)
  }
  return all
}

const KEYS = [
  'isStrong',
  'isItalic',
  'isStruck',
  'isCode',
  'rise',
  'link',
  'color',
  'scale',
] as const

function isAlike(first: FlowRun, second: FlowRun): boolean {
  return KEYS.every((key) => first[key] === second[key])
}
