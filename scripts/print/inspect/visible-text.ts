/** Every line of text that a slide shows, where it stands and what it is there for. */
import type { Box, TextRole } from './measured.ts'
import { boxOn, type PageSlide } from './slide-box.ts'
import { growthOf, isHidden, remember, styleOf } from './styles.ts'

export type TextLine = {
  /** Lines of one node are one text. */
  readonly node: Node
  /** The element whose style it has. */
  readonly owner: Element
  readonly words: string
  readonly box: Box
  readonly sizePx: number
  readonly role: TextRole
  /** A formula is measured as one thing: its letters may reach over one another. */
  readonly isFormula: boolean
}

export function visibleText(slide: PageSlide): readonly TextLine[] {
  const lines: TextLine[] = []
  const range = document.createRange()
  const texts = document.createTreeWalker(slide.section, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    const owner = node.parentElement
    const words = clean(node.textContent ?? '')
    if (owner === null || words === '' || isApart(owner) || isHidden(owner)) continue
    range.selectNodeContents(node)
    lines.push(...linesOf(slide, { node, owner, words, rects: range.getClientRects() }))
  }
  for (const base of slide.section.querySelectorAll('.katex-base, .katex-tag'))
    if (!isHidden(base)) lines.push(formulaLine(slide, base))
  return [...lines, ...pageNumber(slide)]
}

/** Words of the slide that are quoted, on one line. */
export function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 120)
}

/** Not drawn as text of its own: names of drawings, and the letters of formulas. */
function isApart(owner: Element): boolean {
  return owner.closest('title, desc, style, script, .katex') !== null
}

type Found = {
  readonly node: Node
  readonly owner: Element
  readonly words: string
  readonly rects: Iterable<DOMRect>
}

function linesOf(slide: PageSlide, { node, owner, words, rects }: Found): readonly TextLine[] {
  const role = roleOf(owner)
  const sizePx = sizeOf(owner, slide)
  const edge = footEdge(slide, owner)
  return [...rects]
    .filter(({ width, height }) => width > 0 && height > 0)
    .map((rect) => {
      const box = boxOn(slide, rect)
      const shown = { ...box, width: Math.min(box.width, edge - box.x) }
      return { node, owner, words, box: shown, sizePx, role, isFormula: false }
    })
    .filter(({ box }) => box.width > 0)
}

/** The foot line cuts what is too long for it with an ellipsis, as it is meant to. */
function footEdge(slide: PageSlide, owner: Element): number {
  const foot = owner.closest('header, footer')
  if (foot === null || styleOf(foot).textOverflow !== 'ellipsis') return Number.POSITIVE_INFINITY
  const { x, width } = boxOn(slide, foot.getBoundingClientRect())
  return x + width
}

function formulaLine(slide: PageSlide, base: Element): TextLine {
  const owner = base.closest('.katex') ?? base
  return {
    node: base,
    owner,
    words: clean(base.textContent ?? ''),
    box: boxOn(slide, base.getBoundingClientRect()),
    sizePx: sizeOf(owner, slide),
    // Set smaller than its text where the room is narrow, as a drawing is.
    role: roleOf(owner) === 'foot' ? 'foot' : 'figure',
    isFormula: true,
  }
}

/** Marp's page number is no element: its box is what its style says. */
function pageNumber(slide: PageSlide): readonly TextLine[] {
  const { section } = slide
  const style = getComputedStyle(section, '::after')
  const isShown = style.content !== 'none' && style.display !== 'none' && style.content !== '""'
  if (!isShown || style.position !== 'absolute') return []
  const box = {
    x: section.clientLeft + Number.parseFloat(style.left),
    y: section.clientTop + Number.parseFloat(style.top),
    width: Number.parseFloat(style.width),
    height: Number.parseFloat(style.height),
  }
  const words = `${section.dataset['marpitPagination'] ?? ''} / ${section.dataset['marpitPaginationTotal'] ?? ''}`
  const sizePx = Number.parseFloat(style.fontSize)
  const textPx = Math.min(box.width, (words.length * sizePx) / 2)
  const isAtEnd = /^(?:end|right)$/.test(style.textAlign)
  const x = isAtEnd ? box.x + box.width - textPx : box.x
  const shown = { ...box, x, width: textPx }
  if (!Object.values(shown).every(Number.isFinite)) return []
  // A node of its own: no text of the slide is the same.
  return [
    { node: section, owner: section, words, box: shown, sizePx, role: 'foot', isFormula: false },
  ]
}

const SMALL_PRINT =
  'small, figcaption, caption, .credit, .by, section:is(.chart, .image, .diagram, .formula, .code) > p, section:is(.title, .part) > p, section.sources *'

const roleOf = remember((owner): TextRole => {
  if (owner.closest('sup, sub') || isCounter(owner)) return 'mark'
  if (owner.closest('foreignObject > section > :is(header, footer)')) return 'foot'
  if (owner instanceof SVGElement || owner.closest('pre')) return 'figure'
  return owner.closest(SMALL_PRINT) ? 'small' : 'body'
})

/** Behind a title or a caption that goes on: `(2/3)`. */
function isCounter(owner: Element): boolean {
  const small = owner.closest('small')
  return small !== null && /^\(\d+\/\d+\)$/.test((small.textContent ?? '').trim())
}

/** As large as it is drawn, in px of the slide. */
function sizeOf(owner: Element, slide: PageSlide): number {
  const sizePx = Number.parseFloat(styleOf(owner).fontSize)
  if (!(owner instanceof SVGGraphicsElement))
    // A computed size is what it would be without `zoom`.
    return (sizePx * growthOf(owner) * zoomOf(owner)) / zoomOf(slide.section)
  const matrix = owner.getScreenCTM()
  if (matrix === null) return sizePx
  return (sizePx * Math.sqrt(Math.abs(matrix.a * matrix.d - matrix.b * matrix.c))) / slide.scale
}

/** Browsers before Chromium 128 do not say, and have it in the computed size. */
function zoomOf(element: Element): number {
  return 'currentCSSZoom' in element ? element.currentCSSZoom : 1
}

let pen: CanvasRenderingContext2D | null | undefined

/** The ink of a line: its box is as high as the letters of the whole font need. */
export function inkOf({ owner, words, box, isFormula }: TextLine): Box {
  if (isFormula) return box
  pen ??= document.createElement('canvas').getContext('2d')
  if (pen === null) return box
  const { fontStyle, fontWeight, fontSize, fontFamily } = styleOf(owner)
  pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`
  const ink = pen.measureText(words)
  const ascent = ink.fontBoundingBoxAscent
  const scale = box.height / (ascent + ink.fontBoundingBoxDescent)
  const above = ink.actualBoundingBoxAscent
  return {
    ...box,
    y: box.y + (ascent - above) * scale,
    height: (above + ink.actualBoundingBoxDescent) * scale,
  }
}
