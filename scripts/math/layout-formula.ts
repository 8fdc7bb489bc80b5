/** TeX → a formula with the place of every glyph, from KaTeX's layout tree and without a browser. */
import { type FormulaBox, type FormulaMark, type FormulaPart, moveMark } from './formula-box.ts'
import { type KatexNode, katexOptions, openKatex, quietly } from './katex.ts'
import { ROOT_LOOK } from './katex-style.ts'
import type { Surroundings } from './laid.ts'
import { layoutRow } from './layout-row.ts'

const cache = new Map<string, FormulaBox>()
/** Enough for a shelf's formulas in one process; hostile text must not grow it for ever. */
const CACHE_LIMIT = 2000

/** Throws KaTeX's ParseError for what is not TeX, UnsupportedFormula for what KaTeX knows and we do not set. */
export function layoutFormula(tex: string, isDisplay: boolean): FormulaBox {
  const key = `${isDisplay ? 'd' : 't'}${tex}`
  const known = cache.get(key)
  if (known !== undefined) return known
  const box = layoutRoot(treeOf(tex, isDisplay), isDisplay)
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(key, box)
  return box
}

function treeOf(tex: string, isDisplay: boolean): KatexNode {
  const options = { ...katexOptions(isDisplay), output: 'html' as const }
  return quietly(() => openKatex().__renderToDomTree(tex, options))
}

function layoutRoot(root: KatexNode, isDisplay: boolean): FormulaBox {
  const html = findClass(root, 'katex-html')
  const surroundings: Surroundings = {
    look: ROOT_LOOK,
    scale: 1,
    align: isDisplay ? 'center' : 'left',
    isColored: false,
  }
  const parts = (html?.children ?? [])
    .filter((child) => child.classes?.includes('katex-base'))
    .map((child) => layoutPart(child, surroundings))
  const tag = html?.children?.find((child) => child.classes?.includes('katex-tag'))
  return {
    width: parts.reduce((sum, part) => sum + part.width, 0),
    height: Math.max(0, ...parts.map((part) => part.height)),
    depth: Math.max(0, ...parts.map((part) => part.depth)),
    parts,
    tag: tag === undefined ? undefined : layoutPart(tag, surroundings),
  }
}

/** All of a formula as one stretch, for a display or a place where no line breaks. */
export function joinParts({ parts }: Pick<FormulaBox, 'parts'>): readonly FormulaMark[] {
  let x = 0
  return parts.flatMap((part) => {
    const at = x
    x += part.width
    return part.marks.map((mark) => moveMark(mark, at, 0))
  })
}

function layoutPart(node: KatexNode, surroundings: Surroundings): FormulaPart {
  const laid = layoutRow(node, surroundings)
  return {
    width: laid.width,
    height: Math.max(laid.height, node.height ?? 0),
    depth: Math.max(laid.depth, node.depth ?? 0),
    marks: laid.marks,
  }
}

function findClass(node: KatexNode, name: string): KatexNode | undefined {
  if (node.classes?.includes(name)) return node
  for (const child of node.children ?? []) {
    const found = findClass(child, name)
    if (found !== undefined) return found
  }
  return undefined
}

/** Of a formula on a line of its own, its number at the end included, in em. */
export function joinHeights({ height, depth, tag }: FormulaBox): number {
  return Math.max(height, tag?.height ?? 0) + Math.max(depth, tag?.depth ?? 0)
}
