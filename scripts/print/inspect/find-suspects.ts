/**
 * Text whose contrast the style sheet does not vouch for. Where every layer behind it is a plain colour the answer
 * is exact, and nearly all text is cleared so; the rest is for the pixels to judge.
 */

import type { Point } from './box-shadow.ts'
import { groundAt, isPlain } from './ground.ts'
import type { Box, Limits, Suspect } from './measured.ts'
import { over, paintOf, ratioOf } from './paint.ts'
import { ancestorsAlone, type Painter, paintersOf } from './painters.ts'
import { type PageSlide, rounded } from './slide-box.ts'
import { styleOf } from './styles.ts'
import type { TextLine } from './visible-text.ts'

/** Parts of a line at which its ground is asked for. */
const ACROSS = [0.04, 0.35, 0.65, 0.96]
const DOWN = [0.35, 0.7]

export function findSuspects(
  slide: PageSlide,
  texts: readonly TextLine[],
  limits: Limits,
): readonly Suspect[] {
  // Points outside the window have no stack.
  slide.svg.scrollIntoView({ block: 'start', behavior: 'instant' })
  const origin = slide.svg.getBoundingClientRect()
  const painters = paintersOf(slide)
  return texts.flatMap((line) => {
    const style = styleOf(line.owner)
    const leastRatio = leastRatioOf(line, style, limits)
    const { isClear, isCovered } = judge(line, { slide, origin, painters, style, leastRatio })
    if (isClear) return []
    const box = rounded(middleOf(line))
    if (box.width < 1 || box.height < 1) return []
    const [r, g, b, share] = textPaint(line.owner, style)
    const isSure = share === 1 && isPlain(line.owner) && !hasOddPaint(style)
    const color = isSure ? ([r, g, b] as const) : undefined
    return [{ words: line.words, role: line.role, box, leastRatio, color, isCovered }]
  })
}

function leastRatioOf({ sizePx }: TextLine, style: CSSStyleDeclaration, limits: Limits): number {
  const isBold = Number(style.fontWeight) >= 700
  const isLarge = sizePx >= (isBold ? limits.largeBoldPx : limits.largePx)
  return isLarge ? limits.leastLargeRatio : limits.leastRatio
}

type Sight = {
  readonly slide: PageSlide
  readonly origin: DOMRect
  readonly painters: readonly Painter[]
  readonly style: CSSStyleDeclaration
  readonly leastRatio: number
}

function judge(
  line: TextLine,
  { slide, origin, painters, style, leastRatio }: Sight,
): { readonly isClear: boolean; readonly isCovered: boolean } {
  const box = middleOf(line)
  const area = {
    x: origin.left + box.x * slide.scale,
    y: origin.top + box.y * slide.scale,
    width: box.width * slide.scale,
    height: box.height * slide.scale,
  }
  const alone = ancestorsAlone(line.owner, area, painters)
  const grounds = pointsIn(area).map((point) =>
    groundAt(point, alone ?? document.elementsFromPoint(point.x, point.y), {
      owner: line.owner,
      line: area,
    }),
  )
  const isCovered = grounds.some((ground) => ground.isCovered)
  if (!isPlain(line.owner) || hasOddPaint(style)) return { isClear: false, isCovered }
  const color = textPaint(line.owner, style)
  const isClear = grounds.every(
    ({ paint }) => paint !== undefined && ratioOf(over(color, paint), paint) >= leastRatio,
  )
  return { isClear, isCovered }
}

function pointsIn({ x, y, width, height }: Box): readonly Point[] {
  return DOWN.flatMap((down) =>
    ACROSS.map((across) => ({ x: x + width * across, y: y + height * down })),
  )
}

/** Where letters have their ink: the box of a line is higher. */
function middleOf({ box, isFormula }: TextLine) {
  if (isFormula) return box
  return { ...box, y: box.y + box.height * 0.2, height: box.height * 0.6 }
}

function textPaint(owner: Element, style: CSSStyleDeclaration) {
  if (!(owner instanceof SVGElement)) return paintOf(style.webkitTextFillColor)
  const [r, g, b, a] = paintOf(/^(?:rgb|color|okl|lab|lch)/.test(style.fill) ? style.fill : 'black')
  return [r, g, b, a * Number(style.fillOpacity)] as const
}

/** Shadows and outlines of letters, gradients in them. */
function hasOddPaint(style: CSSStyleDeclaration): boolean {
  return (
    style.textShadow !== 'none' ||
    Number.parseFloat(style.webkitTextStrokeWidth) > 0 ||
    style.fill.startsWith('url(')
  )
}
