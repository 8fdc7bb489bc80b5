/** Headings of sections and boxes, and those below them, as atoms. */
import { makeElement } from '../typeset/structure.ts'
import { type Atom, makeAtom } from './atom.ts'
import type { Rich } from './brief-block.ts'
import type { Frame } from './frame.ts'
import { type LookName, plain, scriptLeading } from './setting.ts'
import { drawText, endWithSpace, type SetText, setText } from './text-block.ts'

const HEADINGS = { 1: 'H1', 2: 'H2', 3: 'H3' } as const

/** @param number before the heading; empty for none */
export function measureHeading(heading: Rich, number: string, frame: Frame): readonly Atom[] {
  if (heading.length === 0) return []
  const { setting } = frame
  const { tokens } = setting
  const sizePt = frame.sizePt * tokens.headingScale
  const leadingPt = sizePt * tokens.headingLeading * scriptLeading(setting)
  const label = measureRich(plain(number), 'headingNumber', { ...frame, sizePt })
  const indent = number === '' ? 0 : label.widthPt + sizePt * 0.45
  const text = measureRich(heading, 'heading', {
    ...frame,
    sizePt,
    indentPt: frame.indentPt + indent,
  })
  const tag = makeElement(HEADINGS[frame.headingLevel], frame.parent)
  return [
    makeAtom({
      part: frame.part,
      box: frame.box,
      fixedPt: Math.max(1, text.lines.length) * leadingPt + tokens.headingGap,
      draw: ({ x, y }) => {
        const place = { y, leadingPt, tag }
        return [
          ...drawText(label, { ...place, x: x + frame.indentPt }).map(endWithSpace),
          ...drawText(text, { ...place, x: x + frame.indentPt + indent }),
        ]
      },
    }),
  ]
}

export function measureSubheading(text: Rich, frame: Frame): readonly Atom[] {
  const { tokens } = frame.setting
  const sizePt = frame.sizePt * tokens.subheadingScale
  const leadingPt = sizePt * tokens.headingLeading * scriptLeading(frame.setting)
  const set = measureRich(text, 'subheading', { ...frame, sizePt })
  const tag = makeElement(HEADINGS[frame.headingLevel], frame.parent)
  return [
    makeAtom({
      part: frame.part,
      box: frame.box,
      fixedPt: set.lines.length * leadingPt,
      draw: ({ x, y }) => drawText(set, { x: x + frame.indentPt, y, leadingPt, tag }),
    }),
  ]
}

/** Ragged, on as many lines as it takes. */
export function measureRich(text: Rich, look: LookName, frame: Frame): SetText {
  return setText(frame.setting.items(text, look), {
    widthPt: frame.widthPt - frame.indentPt,
    sizePt: frame.sizePt,
    style: 'ragged',
  })
}
