/** One element of the page, or what stands before or behind its content: what has to change on paper. */
import { contrast } from '../../color/contrast.ts'
import { mix } from '../../color/legible.ts'
import { colorsIn, pageColor } from './page-color.ts'
import { isSeen, lineOnPaper, outlineOf, PAPER, type PaperInk, textOnPaper } from './paper-color.ts'
import { shadowOnPaper, WIDEST_LINE_PX } from './shadow.ts'

export type Change = {
  readonly element: HTMLElement | SVGElement
  /** Empty for the element itself. */
  readonly pseudo: string
  readonly property: string
  readonly value: string
}

export type Part = {
  readonly element: HTMLElement
  readonly pseudo: string
  readonly style: CSSStyleDeclaration
  /** Its own colour, and that on which it stands: as on the wall. */
  readonly ground: string
  readonly below: string
}

export function openPart(element: HTMLElement, pseudo: string, below: string): Part {
  const style = getComputedStyle(element, pseudo === '' ? null : pseudo)
  const [image] = style.backgroundClip === 'text' ? [] : colorsIn(style.backgroundImage)
  const color = pageColor(style.backgroundColor)
  const painted = image !== undefined && image.alpha > 0 ? image : color
  return { element, pseudo, style, below, ground: mix(below, painted.hex, painted.alpha) }
}

type Written = readonly (readonly [property: string, value: string])[]

export function changesOf(part: Part, ink: PaperInk): readonly Change[] {
  const { element, pseudo, style } = part
  const written = [
    ...groundChanges(part, ink),
    ...textChanges(part, ink),
    ...borderChanges(part, ink),
    ...(style.boxShadow === 'none' ? [] : shadowChanges(part, ink)),
    ...bandChanges(part, ink),
    ...effectChanges(style),
  ]
  return written.map(([property, value]) => ({ element, pseudo, property, value }))
}

/** A mark without text that is no larger than a bullet is a mark, not a ground. */
const LARGEST_MARK_PX = 32

function groundChanges(part: Part, ink: PaperInk): Written {
  const { style, ground, below, element, pseudo } = part
  const hasImage = style.backgroundImage !== 'none'
  if (style.backgroundClip === 'text') return gradientText(part, ink)
  const color = pageColor(style.backgroundColor)
  if (color.alpha === 0 && !hasImage) return []
  if (isMark(part)) {
    if (style.backgroundImage.includes('url(')) return []
    const drawn = lineOnPaper(ground, below, ink)
    return [
      ...(hasImage ? ([['background-image', 'none']] as const) : []),
      ...changed('background-color', style.backgroundColor, drawn),
    ]
  }
  const bare = [
    ...(hasImage && !isSmallPicture(part) ? ([['background-image', 'none']] as const) : []),
    ...(color.alpha === 0 || color.hex === PAPER
      ? []
      : ([['background-color', 'transparent']] as const)),
  ]
  if (bare.length === 0 || !isSeen(ground, below)) return bare
  return [...bare, ...edgeOf(element, pseudo, { style, ground, ink })]
}

function isMark({ element, pseudo, style }: Part): boolean {
  const isEmpty =
    pseudo === ''
      ? element.textContent === '' && element.childElementCount === 0
      : style.content === '""'
  const [width, height] = sizeOf(element, pseudo, style)
  return isEmpty && Math.min(width, height) <= LARGEST_MARK_PX
}

/** A logo, not a picture or pattern behind words. */
function isSmallPicture({ element, pseudo, style }: Part): boolean {
  const isBehind = element.textContent !== '' && pseudo === ''
  if (
    isBehind &&
    (style.backgroundRepeat !== 'no-repeat' || /cover|100%/.test(style.backgroundSize))
  )
    return false
  const [width, height] = sizeOf(element, pseudo, style)
  const slide = element.closest('section')
  const whole = slide === null ? 0 : slide.offsetWidth * slide.offsetHeight
  return style.backgroundImage.includes('url(') && width * height < 0.3 * whole
}

function sizeOf(
  element: HTMLElement,
  pseudo: string,
  style: CSSStyleDeclaration,
): readonly [width: number, height: number] {
  if (pseudo === '') return [element.offsetWidth, element.offsetHeight]
  const length = (value: string): number => Number.parseFloat(value) || 0
  return [
    length(style.width) + length(style.paddingLeft) + length(style.paddingRight),
    length(style.height) + length(style.paddingTop) + length(style.paddingBottom),
  ]
}

type Edge = {
  readonly style: CSSStyleDeclaration
  readonly ground: string
  readonly ink: PaperInk
}

const SIDES = ['top', 'right', 'bottom', 'left'] as const
const SLIDE_SHARE = 0.5

/** A line in the place of a ground; a slide has its frame, a cell of a table its row. */
function edgeOf(element: HTMLElement, pseudo: string, { style, ground, ink }: Edge): Written {
  const slide = element.closest('section')
  const [width, height] = sizeOf(element, pseudo, style)
  const isSlide =
    slide !== null && width * height > SLIDE_SHARE * slide.offsetWidth * slide.offsetHeight
  const borders = SIDES.filter((side) => isDrawn(style, side)).length
  const isPale = contrast(ground, PAPER) < 1.5
  const isWhole = pseudo === '' && (element === slide || element === document.body)
  if (isWhole || isSlide || borders > 2) return []
  const line = outlineOf(ground, ink)
  if (/^T[RHD]$|^THEAD$|^TBODY$/.test(element.tagName))
    return isPale || isDrawn(style, 'bottom') ? [] : [['box-shadow', `inset 0 -2px 0 ${line}`]]
  if (/^inline/.test(style.display) && isPale) return []
  return [
    ['outline', `${isPale ? 1.5 : 2.5}px solid ${line}`],
    ['outline-offset', `${isPale ? -1.5 : -2.5}px`],
  ]
}

/** Letters that show a gradient through themselves: in its first colour. */
function gradientText({ style }: Part, ink: PaperInk): Written {
  const [color] = colorsIn(style.backgroundImage)
  const drawn = textOnPaper(color?.hex ?? '#000000', ink)
  return [
    ['background', 'none'],
    ['color', drawn],
    ['-webkit-text-fill-color', drawn],
  ]
}

const TEXT_COLORS = ['color', '-webkit-text-fill-color', 'text-decoration-color'] as const

function textChanges({ element, style, pseudo }: Part, ink: PaperInk): Written {
  if (style.backgroundClip === 'text' || (pseudo === '' && !hasOwnText(element))) return []
  return TEXT_COLORS.flatMap((property) => {
    const value = style.getPropertyValue(property)
    // These two follow the first unless they say otherwise.
    if (property !== 'color' && value === style.color) return []
    const color = pageColor(value)
    // What is there for readers alone stays so.
    if (color.alpha === 0) return []
    return changed(property, value, textOnPaper(mix(PAPER, color.hex, color.alpha), ink))
  })
}

function hasOwnText(element: Element): boolean {
  for (const { nodeType, nodeValue } of element.childNodes)
    if (nodeType === Node.TEXT_NODE && nodeValue?.trim() !== '') return true
  return false
}

function borderChanges({ style, below }: Part, ink: PaperInk): Written {
  const sides = SIDES.filter((side) => isDrawn(style, side)).map((side) => `border-${side}-color`)
  const isOutlined = style.outlineStyle !== 'none' && style.outlineWidth !== '0px'
  return [...sides, ...(isOutlined ? ['outline-color'] : [])].flatMap((property) => {
    const value = style.getPropertyValue(property)
    const { hex, alpha } = pageColor(value)
    if (alpha === 0) return []
    return changed(property, value, lineOnPaper(mix(below, hex, alpha), below, ink))
  })
}

/** A border as wide as a band: nothing but its inner edge is left, and its room. */
function bandChanges({ style }: Part, ink: PaperInk): Written {
  const bands = SIDES.filter(
    (side) =>
      isDrawn(style, side) &&
      Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > WIDEST_LINE_PX,
  )
  if (bands.length === 0) return []
  const edges = bands.map((side) => {
    const { hex } = pageColor(style.getPropertyValue(`border-${side}-color`))
    return `inset ${INSET[side]} 0 ${outlineOf(hex, ink)}`
  })
  const kept = style.boxShadow === 'none' ? [] : [shadowOnPaper(style.boxShadow, PAPER, ink)]
  return [
    ...bands.map((side) => [`border-${side}-color`, 'transparent'] as const),
    ['box-shadow', [...edges, ...kept].filter((layer) => layer !== 'none').join(', ')],
  ]
}

const INSET = { top: '0 4px', right: '-4px 0', bottom: '0 -4px', left: '4px 0' } as const

function isDrawn(style: CSSStyleDeclaration, side: (typeof SIDES)[number]): boolean {
  const kind = style.getPropertyValue(`border-${side}-style`)
  return kind !== 'none' && style.getPropertyValue(`border-${side}-width`) !== '0px'
}

function shadowChanges({ style, below, ground }: Part, ink: PaperInk): Written {
  const isInside = style.boxShadow.includes('inset')
  const shadow = shadowOnPaper(style.boxShadow, isInside ? ground : below, ink)
  return [['box-shadow', shadow]]
}

/** What is half seen is not read on paper; what is filtered would be a picture, or coloured again. */
function effectChanges(style: CSSStyleDeclaration): Written {
  return [
    ...(style.textShadow === 'none' ? [] : ([['text-shadow', 'none']] as const)),
    ...(style.filter === 'none' ? [] : ([['filter', 'none']] as const)),
    ...(style.mixBlendMode === 'normal' ? [] : ([['mix-blend-mode', 'normal']] as const)),
    ...(Number(style.opacity) > 0.3 && Number(style.opacity) < 1
      ? ([['opacity', '1']] as const)
      : []),
  ]
}

function changed(property: string, before: string, after: string): Written {
  const color = pageColor(before)
  return color.alpha === 1 && color.hex === after ? [] : [[property, after]]
}
