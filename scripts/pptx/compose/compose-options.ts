/** Answers to choose from, each in a box; with the key the right one is filled. */
import {
  BOX_BORDER_PX,
  LETTER_PX,
  OPTION_COLUMN_GAP_PX,
  OPTION_GAP_PX,
} from '../../deck/layout-list.ts'
import { plainText } from '../../deck/rich-text.ts'
import type { Block, ListItem } from '../../deck/slide.ts'
import type { Place } from '../canvas.ts'
import type { Box, Color, Paragraph, Run, Shape, TextShape } from '../presentation.ts'
import { gridBoxes } from './grid.ts'
import { onGround, runsOf } from './runs-of.ts'
import { nestedParagraphs, textStyle } from './text-style.ts'

/** Ring inside the border of the right answer; see theme.css. */
const KEY_RING_PX = 2

export function composeOptions(block: Block, place: Place): readonly Shape[] {
  if (block.kind !== 'list') return []
  const gaps = { columnPx: OPTION_COLUMN_GAP_PX, rowPx: OPTION_GAP_PX }
  const boxes = gridBoxes(block.items.length, place, gaps)
  const children = block.items.flatMap((item, index) => {
    const box = boxes[index]
    return box === undefined ? [] : [optionShape(item, box, place)]
  })
  return [{ kind: 'group', name: 'Options', box: place.box, children }]
}

type Look = {
  readonly fill: Color
  readonly border: Color
  readonly borderPx: number
  readonly text: Color
  readonly letter: Color
}

const BORDER_PX = BOX_BORDER_PX / 2
const PLAIN: Look = {
  fill: 'tint',
  border: 'rule',
  borderPx: BORDER_PX,
  text: 'ink',
  letter: 'primary',
}
const WRONG: Look = { ...PLAIN, text: 'muted', letter: 'muted' }
const RIGHT: Look = {
  fill: 'primaryGround',
  border: 'primary',
  borderPx: BORDER_PX + KEY_RING_PX,
  text: 'onPrimary',
  letter: 'onPrimaryAccent',
}

/** The letter of the right one is `**_D_**`. */
const RIGHT_RE = /^(?:\*\*_|__\*|\*\*\*|<strong><em>)/

function optionShape(item: ListItem, outer: Box, place: Place): TextShape {
  const { canvas, slide } = place
  const { boxPaddingXPx, boxPaddingYPx } = canvas.ruler.tokens
  const isKey = slide.classes.includes('key')
  const isRight = isKey && RIGHT_RE.test(item.text)
  const look = isRight ? RIGHT : isKey ? WRONG : PLAIN
  const { borderPx } = look
  const letter = leadingLetter(item)
  return {
    kind: 'text',
    name: `Option ${letter}${isRight ? ' (right answer)' : ''}`,
    // Half of an outline lies outside its shape.
    box: inset(outer, borderPx / 2),
    geometry: 'rect',
    fill: look.fill,
    outline: { color: look.border, widthPx: borderPx },
    text: {
      paragraphs: optionParagraphs(item, look, place),
      insetsPx: {
        x: boxPaddingXPx + BORDER_PX - borderPx / 2,
        y: boxPaddingYPx + BORDER_PX - borderPx / 2,
      },
    },
  }
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by }
}

function leadingLetter({ text }: ListItem): string {
  return plainText(text).split(' ', 1)[0] ?? ''
}

function optionParagraphs(
  { text, children }: ListItem,
  look: Look,
  { canvas, slide }: Place,
): readonly Paragraph[] {
  const size = slide.classes.includes('dense') ? 'denseOption' : 'option'
  const points = { size: 'deep', color: look.text, markColor: look.letter } as const
  const words = look === RIGHT ? onGround(runsOf(text)) : runsOf(text)
  const runs = withHangingLetter(words, look)
  const hangs = runs.some((run) => run !== 'break' && run.text.startsWith('\t'))
  return [
    {
      ...textStyle(canvas, { size, color: look.text }),
      runs,
      level: 0,
      bullet: 'none',
      indentPx: { left: LETTER_PX, first: hangs ? -LETTER_PX : 0 },
    },
    ...nestedParagraphs(children, { ...points, fromPx: LETTER_PX }, canvas),
  ]
}

/** The letter hangs out to the left: a tab goes to where the other lines begin. */
function withHangingLetter(
  runs: readonly (Run | 'break')[],
  { letter }: Look,
): readonly (Run | 'break')[] {
  const [first, second, ...rest] = runs
  if (first === undefined || first === 'break' || first.isStrong !== true) return runs
  const { isItalic: _, ...upright } = first
  const sign: Run = { ...upright, color: letter }
  if (second === undefined || second === 'break')
    return [sign, ...(second ? [second] : []), ...rest]
  return [sign, { ...second, text: `\t${second.text.trimStart()}` }, ...rest]
}
