/** The options of a question: two by two where they are short, else one below the other; never torn from it. */
import type { Mark } from '../typeset/mark.ts'
import { makeElement } from '../typeset/structure.ts'
import { type Atom, BREAK, makeAtom } from './atom.ts'
import type { Content, ListItem, Rich } from './brief-block.ts'
import type { Frame } from './frame.ts'
import { plain } from './setting.ts'
import { drawText, endWithSpace, type SetText, setText, type TextPlace } from './text-block.ts'

/** Between a letter and its option, between two columns of options; in em. */
const LABEL_GAP_EM = 0.3
const COLUMN_GAP_EM = 1.2
/** An item of more lines may be divided as any other text. */
const MOST_LINES = 14

type Option = { readonly label: string; readonly text: Rich }

/** The paragraphs “(A) …”, “(B) …” at the beginning of what an item holds; none when there are fewer than two. */
export function optionsOf({ children }: ListItem): readonly Option[] {
  const options: Option[] = []
  for (const child of children) {
    const option = readOption(child)
    if (option === undefined) break
    options.push(option)
  }
  return options.length < 2 ? [] : options
}

function readOption(content: Content): Option | undefined {
  const [first, ...rest] = content.kind === 'paragraph' ? content.text : []
  const match = /^(\([\p{L}\p{M}\p{N}]{1,2}\)) (.*)$/su.exec(first?.text ?? '')
  if (first === undefined || match === null) return undefined
  return { label: match[1] ?? '', text: [{ ...first, text: match[2] ?? '' }, ...rest] }
}

export function measureOptions(options: readonly Option[], frame: Frame): readonly Atom[] {
  const { sizePt, setting } = frame
  const labels = options.map(({ label }) =>
    setText(setting.items(plain(label), 'text'), { widthPt: 99 * sizePt, sizePt, style: 'ragged' }),
  )
  const hang = Math.max(0, ...labels.map(({ widthPt }) => widthPt)) + LABEL_GAP_EM * sizePt
  const grid = { frame, labels, hang }
  const widthPt = frame.widthPt - frame.indentPt
  const stepPt = (widthPt + COLUMN_GAP_EM * sizePt) / 2
  const halves = setOptions(options, stepPt - COLUMN_GAP_EM * sizePt - hang, frame)
  if (halves.every(({ lines }) => lines.length === 1))
    return makeRows(halves, 2, { ...grid, stepPt })
  return makeRows(setOptions(options, widthPt - hang, frame), 1, { ...grid, stepPt: 0 })
}

/** On one line where its spaces may give enough; else ragged. */
function setOptions(
  options: readonly Option[],
  widthPt: number,
  { setting, sizePt }: Frame,
): readonly SetText[] {
  return options.map(({ text }) => {
    const items = setting.items(text, 'text')
    const oneLine = setText(items, { widthPt, sizePt, style: setting.textBreak })
    return oneLine.lines.length === 1
      ? oneLine
      : setText(items, { widthPt, sizePt, style: 'ragged' })
  })
}

type Grid = {
  readonly frame: Frame
  readonly labels: readonly SetText[]
  /** From the left edge of a letter to that of its option. */
  readonly hang: number
  /** From one letter to the next of the row. */
  readonly stepPt: number
}

function makeRows(texts: readonly SetText[], perRow: 1 | 2, grid: Grid): readonly Atom[] {
  const { frame } = grid
  const options = texts.map((text, index) => drawerOf(text, index, grid))
  return texts.flatMap((_, first) => {
    if (first % perRow !== 0) return []
    const row = { from: first, to: first + perRow }
    return makeAtom({
      part: frame.part,
      box: frame.box,
      lines: Math.max(...texts.slice(row.from, row.to).map(({ lines }) => lines.length)),
      breakCost: BREAK.question,
      draw: ({ x, y, leadingPt }) =>
        options
          .slice(row.from, row.to)
          .flatMap((draw, column) =>
            draw({ x: x + frame.indentPt + column * grid.stepPt, y, leadingPt }),
          ),
    })
  })
}

function drawerOf(
  text: SetText,
  index: number,
  { frame, labels, hang }: Grid,
): (place: Omit<TextPlace, 'tag'>) => readonly Mark[] {
  const tag = makeElement('P', frame.parent)
  const label = labels[index]
  return (place) => [
    ...(label === undefined ? [] : drawText(label, { ...place, tag }).map(endWithSpace)),
    ...drawText(text, { ...place, x: place.x + hang, tag }),
  ]
}

/** A numbered item is a question, or the answer to one: it stays whole unless it is very long. */
export function keepWhole(item: readonly Atom[]): readonly Atom[] {
  const lines = item.reduce((sum, atom) => sum + atom.lines, 0)
  if (lines > MOST_LINES) return item
  return item.map((atom, index) =>
    index === 0 ? atom : { ...atom, breakCost: Math.max(atom.breakCost, BREAK.question) },
  )
}
