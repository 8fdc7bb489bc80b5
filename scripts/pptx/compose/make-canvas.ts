/**
 * The room and the measures of a slide: those of our own layouts, or what an institute's layout leaves, in the largest
 * letters at which all of the slide stands in it.
 */
import { type DeckRuler, openRuler } from '../../deck/deck-ruler.ts'
import { type BlockLayout, layoutSlide, titleKind } from '../../deck/layout-slide.ts'
import type { Slide } from '../../deck/slide.ts'
import { contentWidthPx } from '../../deck/slide-room.ts'
import type { DeckTokens } from '../../theme/deck-tokens.ts'
import type { LayoutPlan, PlaceholderPlan, TextLook } from '../base/base.ts'
import type { Canvas } from '../canvas.ts'
import type { Box, LayoutName } from '../presentation.ts'
import type { ComposeInput } from './compose-deck.ts'
import { FONT_MARGIN } from './placeholder-text.ts'

export type MadeCanvas = {
  readonly canvas: Canvas
  readonly blocks: readonly BlockLayout[]
  /** Of the text of what is drawn. */
  readonly textPx: number
}

/** Below this nobody reads it, and the slide is better cut by its author. */
const LAST_TEXT_PX = 8
/** 18 pt, as Office has it when nobody says. */
const USUAL_TEXT_PX = 24
const STEP = 0.94

/** @param usual how the blocks stand on a layout of ours */
export function makeCanvas(
  slide: Slide,
  { name, usual: blocks }: { readonly name: LayoutName; readonly usual: readonly BlockLayout[] },
  input: ComposeInput,
): MadeCanvas {
  const { base, theme, pictures, listings, deck } = input
  const layout = base.layouts[name]
  const usual = openRuler(theme.deck, deck.lang)
  const canvasOf = (ruler: DeckRuler): Canvas => ({
    theme,
    lang: deck.lang,
    pictures,
    listings,
    ruler,
    layout,
  })
  if (base.extras === undefined)
    return {
      canvas: canvasOf(usual.forClasses(slide.classes)),
      blocks,
      textPx: theme.deck.sizes.text.sizePx,
    }
  const room = roomOf(layout, input)
  const tokens = usual.forClasses(slide.classes).tokens
  const most = room.look.levels[0]?.sizePx ?? USUAL_TEXT_PX
  for (let textPx = most; ; textPx *= STEP) {
    const ruler = openFixed(slide, scaleTokens(tokens, { room, textPx }), deck.lang)
    const { blocks, isFitting } = layoutSlide(slide, ruler)
    if (!isFitting && !isTextAlone(slide) && textPx * STEP >= LAST_TEXT_PX) continue
    return { canvas: canvasOf(ruler), blocks, textPx }
  }
}

/** In its placeholder it is as large as the institute has it, and shown smaller where it would not fit. */
function isTextAlone({ classes, blocks }: Slide): boolean {
  if (classes.includes('title') || classes.includes('part')) return true
  const isDrawn = DRAWN.some((name) => classes.includes(name))
  return !isDrawn && blocks.every(({ kind }) => kind === 'list' || kind === 'paragraph')
}

const DRAWN = ['groups', 'compare', 'facts', 'timeline', 'question']

type Room = {
  readonly box: Box
  readonly look: TextLook
  readonly slide: { readonly widthPx: number; readonly heightPx: number }
  /** Between two placeholders side by side; undefined: in proportion. */
  readonly gapPx: number | undefined
}

function roomOf(layout: LayoutPlan, { base }: ComposeInput): Room {
  const find = (plan: LayoutPlan, role: string): PlaceholderPlan | undefined =>
    plan.placeholders.find((one) => one.role === role)
  const content = find(base.layouts['Title and Content'], 'body')
  const first = find(layout, 'body') ?? find(layout, 'subtitle')
  const second = find(layout, 'second')
  const look = (first ?? content)?.look ?? PLAIN
  const slide = { widthPx: base.widthPx, heightPx: base.heightPx }
  const box = first === undefined ? freeBox(layout, content, slide) : inside(first.box, look)
  if (second === undefined || first === undefined) return { box, look, slide, gapPx: undefined }
  const other = inside(second.box, second.look ?? PLAIN)
  return { box: union(box, other), look, slide, gapPx: Math.max(0, other.x - box.x - box.width) }
}

const PLAIN: TextLook = {
  levels: [{ sizePx: 24, lineShare: 1, indentPx: 0, isCapital: false }],
  insets: { left: 0, top: 0, right: 0, bottom: 0 },
}

/** As wide and as far down as the text of other slides, below the title of this one. */
function freeBox(
  { placeholders }: LayoutPlan,
  content: PlaceholderPlan | undefined,
  { widthPx, heightPx }: Room['slide'],
): Box {
  const usual = content && inside(content.box, content.look ?? PLAIN)
  const { x, width } = usual ?? { x: widthPx * 0.07, width: widthPx * 0.86 }
  const title = placeholders.find(({ role }) => role === 'title')?.box
  const under = title === undefined ? heightPx * 0.08 : title.y + title.height
  const top = title === undefined ? (usual?.y ?? under) : Math.max(under, usual?.y ?? under)
  const bottom = usual === undefined ? heightPx * 0.9 : usual.y + usual.height
  const y = bottom - top < heightPx * 0.2 ? under : top
  return { x, y, width, height: Math.max(heightPx * 0.2, bottom - y) }
}

function inside({ x, y, width, height }: Box, { insets }: TextLook): Box {
  const { left, top, right, bottom } = insets
  return {
    x: x + left,
    y: y + top,
    width: Math.max(1, width - left - right),
    height: Math.max(1, height - top - bottom),
  }
}

function union(a: Box, b: Box): Box {
  const x = Math.min(a.x, b.x)
  const y = Math.max(a.y, b.y)
  const bottom = Math.min(a.y + a.height, b.y + b.height)
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: bottom - y }
}

/** What is no length: it stays when all lengths are scaled. */
const UNSCALED: ReadonlySet<string> = new Set(['hindiLeading', 'maxPoints', 'maxTableRows'])
/** A line of a font that we do not know, in em; the families of Office have 1.15 to 1.3. */
const NATURAL_LINE = 1.25

/** The usual measures in proportion to the size of the text, in the room that the layout leaves. */
function scaleTokens(
  usual: DeckTokens,
  { room, textPx }: { readonly room: Room; readonly textPx: number },
): DeckTokens {
  const scale = textPx / usual.sizes.text.sizePx
  const { box, slide, look, gapPx } = room
  const lengths = Object.entries(usual).flatMap(([name, value]) =>
    typeof value === 'number' && !UNSCALED.has(name) ? [[name, value * scale] as const] : [],
  )
  const sizes = Object.entries(usual.sizes).map(([name, { sizePx, linePx }]) => [
    name,
    { sizePx: sizePx * scale, linePx: linePx * scale },
  ])
  const share = textPx / (look.levels[0]?.sizePx ?? textPx)
  const levelOf = (level: number) => {
    const own = look.levels[level] ?? look.levels[0] ?? { sizePx: textPx, lineShare: 1 }
    const sizePx = own.sizePx * share
    return { sizePx, linePx: sizePx * own.lineShare * NATURAL_LINE }
  }
  const [outer, inner] = look.levels
  return {
    ...usual,
    ...Object.fromEntries(lengths),
    // Content is as wide as the slide less two margins: with unequal ones it is that of another slide.
    widthPx: box.width + 2 * box.x,
    heightPx: slide.heightPx,
    marginXPx: box.x,
    marginTopPx: box.y,
    marginBottomPx: slide.heightPx - box.y - box.height,
    titleGapPx: 0,
    stripePx: 0,
    coverTopPx: box.y,
    coverWidthPx: box.width,
    ...(outer !== undefined && outer.indentPx > 0 && { itemIndentPx: outer.indentPx }),
    ...(outer !== undefined &&
      inner !== undefined &&
      inner.indentPx > outer.indentPx && { nestedIndentPx: inner.indentPx - outer.indentPx }),
    ...(gapPx !== undefined && { columnGapPx: gapPx }),
    sizes: {
      ...usual.sizes,
      ...Object.fromEntries(sizes),
      text: levelOf(0),
      nested: levelOf(1),
      deep: levelOf(2),
    },
  }
}

/**
 * The content of an institute's layout begins where it begins, however many lines the title has: the margin above it
 * gives what the title takes, so that whoever adds the two comes to the same place.
 */
function openFixed(slide: Slide, tokens: DeckTokens, lang: 'en' | 'hi'): DeckRuler {
  const { heading, classes } = slide
  const plain = withMargin(openRuler(tokens, lang))
  const isCover = classes.includes('title') || classes.includes('part')
  const titlePx =
    heading === undefined || isCover
      ? 0
      : plain.heightOf(heading.text, titleKind(classes), contentWidthPx(plain))
  const ruler = openRuler({ ...tokens, marginTopPx: tokens.marginTopPx - titlePx }, lang)
  const fixed: DeckRuler = { ...withMargin(ruler), forClasses: () => fixed }
  return fixed
}

function withMargin(ruler: DeckRuler): DeckRuler {
  return {
    ...ruler,
    heightOf: (text, kind, widthPx) => ruler.heightOf(text, kind, widthPx / FONT_MARGIN),
    linesOf: (text, kind, widthPx) => ruler.linesOf(text, kind, widthPx / FONT_MARGIN),
    widthOf: (text, kind) => ruler.widthOf(text, kind) * FONT_MARGIN,
    widestWordOf: (text, kind) => ruler.widestWordOf(text, kind) * FONT_MARGIN,
  }
}
