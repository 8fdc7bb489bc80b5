/** Which layout a Marp slide takes, its ground, and its title. */
import { contrast, luminance } from '../../color/contrast.ts'
import type { FlowBlock, FlowParagraph } from '../../marp/flow.ts'
import type { MarpSlide } from '../../marp/marp-deck.ts'
import type { Color, LayoutName, SlidePage } from '../presentation.ts'
import { literalColor } from './literal-color.ts'

export type MarpLook = {
  readonly layout: LayoutName
  /** Text that stands before the title, as small headings do on covers. */
  readonly before: readonly FlowParagraph[]
  readonly title: FlowParagraph | undefined
  readonly blocks: readonly FlowBlock[]
  readonly ground: SlidePage['ground']
  readonly isDark: boolean
  readonly isCentered: boolean
  readonly color: Color | undefined
}

const COVER_RE =
  /^(?:lead|title|titlepage|title-page|cover|front|transition\d?|section|chapter|part|thanks?|end|closing)$/i
const DARK_RE = /^(?:invert|dark|inverse|inverted)$/i
/** More is no cover but a slide of text. */
const MOST_COVER_PARAGRAPHS = 7
const MOST_COVER_LETTERS = 420
/** One short paragraph without a heading is what the slide is called. */
const MOST_TITLE_LETTERS = 110
/** Below it letters are light; that of the middle of the scale of luminance. */
const DARK_BELOW = 0.18

export type LookInput = {
  readonly slide: MarpSlide
  readonly blocks: readonly FlowBlock[]
  readonly isFirst: boolean
  readonly hasPicture: boolean
}

export function lookOf({ slide, blocks, isFirst, hasPicture }: LookInput): MarpLook {
  const isLead = slide.classes.some((name) => COVER_RE.test(name))
  const own = literalColor(slide.backgroundColor)
  const isDark =
    own === undefined
      ? slide.classes.some((name) => DARK_RE.test(name))
      : luminance(own) < DARK_BELOW
  const ground = own ?? (isDark ? '#000000' : '#ffffff')
  const color = colorOn(ground, slide.color, hasPicture)
  const isPlain = own === undefined && !hasPicture && color === undefined && !isDark
  const common = {
    color,
    isDark,
    isCentered: isLead,
    ground:
      own === undefined && !isDark
        ? undefined
        : { ...(own !== undefined && { color: own }), ...(isDark && { isSwapped: true as const }) },
  }
  const cover = coverOf(blocks, isLead || isFirst)
  if (cover !== undefined && isPlain) {
    const layout = isFirst ? 'Title Slide' : 'Section Header'
    const pale = { hasPaleLinks: true as const }
    return {
      ...common,
      ...cover,
      layout,
      ground: pale,
      isCentered: false,
      blocks: restOf(cover.rest),
    }
  }
  if (cover !== undefined && (isLead || isFirst || cover.rest.length === 0)) {
    const { before, title, rest } = cover
    return {
      ...common,
      before,
      title,
      blocks: restOf(rest),
      layout: 'Title and Content',
      isCentered: true,
    }
  }
  const { title, rest } = titleFirst(blocks)
  const layout =
    title === undefined && rest.every(({ kind }) => kind === 'pictures')
      ? 'Blank'
      : 'Title and Content'
  return { ...common, before: [], title, blocks: rest, layout }
}

/** Letters chosen for a picture that is not there are no longer seen. */
const LEAST_SEEN = 2

function colorOn(ground: string, css: string, hasPicture: boolean): Color | undefined {
  const color = literalColor(css)
  return color === undefined || hasPicture || contrast(color, ground) >= LEAST_SEEN
    ? color
    : undefined
}

function restOf(paragraphs: readonly FlowParagraph[]): readonly FlowBlock[] {
  return paragraphs.length === 0 ? [] : [{ kind: 'text', paragraphs, line: 0 }]
}

type Cover = {
  readonly before: readonly FlowParagraph[]
  readonly title: FlowParagraph | undefined
  readonly rest: readonly FlowParagraph[]
}

/** A slide of a title and few words; its biggest heading is the title. */
function coverOf(blocks: readonly FlowBlock[], mayBeLong: boolean): Cover | undefined {
  const [text, ...more] = blocks
  if (text?.kind !== 'text' || more.length > 0) return undefined
  const { paragraphs } = text
  const most = mayBeLong ? MOST_COVER_PARAGRAPHS : 1
  if (
    paragraphs.length > most ||
    paragraphs.some(({ role, quotes }) => role === 'item' || quotes > 0)
  )
    return undefined
  if (paragraphs.reduce((sum, { runs }) => sum + lettersOf(runs), 0) > MOST_COVER_LETTERS)
    return undefined
  const rank = Math.min(7, ...paragraphs.map((paragraph) => paragraph.rank ?? 7))
  const found = paragraphs.findIndex((paragraph) => (paragraph.rank ?? 7) === rank)
  const title = paragraphs[found]
  if (title === undefined || lettersOf(title.runs) > MOST_TITLE_LETTERS) return undefined
  return { before: paragraphs.slice(0, found), title, rest: paragraphs.slice(found + 1) }
}

function lettersOf(runs: FlowParagraph['runs']): number {
  return runs.reduce((sum, run) => sum + (run === 'break' ? 1 : run.text.length), 0)
}

/** A heading that stands first; pictures above it go below it. */
function titleFirst(blocks: readonly FlowBlock[]): {
  readonly title: FlowParagraph | undefined
  readonly rest: readonly FlowBlock[]
} {
  const at = blocks.findIndex(({ kind }) => kind !== 'pictures')
  const text = blocks[at]
  if (text?.kind !== 'text') return { title: undefined, rest: blocks }
  const [heading, ...more] = text.paragraphs
  if (heading?.role !== 'heading') return { title: undefined, rest: blocks }
  const below = more.length === 0 ? [] : [{ ...text, paragraphs: more }]
  return { title: heading, rest: [...blocks.slice(0, at), ...below, ...blocks.slice(at + 1)] }
}
