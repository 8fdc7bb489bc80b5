/** The line at the head of the page: left, middle, right, over a rule. */

import type { Mark } from '../typeset/mark.ts'
import { HEADER } from '../typeset/structure.ts'
import type { Rich } from './brief-block.ts'
import { type PageBox, type PagePart, ruleAcross } from './page-part.ts'
import { type Setting, scriptLeading } from './setting.ts'
import { drawLine, type SetText, setText, type TextPlace } from './text-block.ts'

const LEADING = 1.32
const GAP = 14
/** Between the text and the rule below it. */
export const RULE_GAP = 4.5
const RULE = 0.5

export function layHeader(header: readonly Rich[], setting: Setting, page: PageBox): PagePart {
  const sizePt = setting.tokens.headerSize
  const leadingPt = sizePt * LEADING * scriptLeading(setting)
  const texts = fitTexts(header, setting, page.innerWidthPt)
  const textHeight = Math.max(0, ...texts.map((text) => text.lines.length)) * leadingPt
  const heightPt = textHeight === 0 ? 0 : textHeight + RULE_GAP
  return {
    heightPt,
    draw: (y) =>
      heightPt === 0
        ? []
        : [
            ...texts.flatMap((text, index) => {
              const x = page.left + offsetOf(texts, index, page)
              return drawAligned(text, alignmentOf(index, texts), { x, y, leadingPt, tag: HEADER })
            }),
            ruleAcross(page, y + heightPt, {
              widthPt: RULE,
              stroke: setting.colors.ink,
              tag: HEADER,
            }),
          ],
  }
}

/** Of the lines of one text: to the left, in the middle, to the right, as the text itself stands. */
function alignmentOf(index: number, texts: readonly SetText[]): number {
  return texts.length < 2 ? 0 : index / (texts.length - 1)
}

/** @param share of what a line leaves of the text's width, that stands left of it */
function drawAligned(text: SetText, share: number, place: TextPlace): readonly Mark[] {
  return text.lines.flatMap((line, index) =>
    drawLine(text, index, {
      ...place,
      x: place.x + (text.widthPt - line.width * text.sizePt) * share,
      y: place.y + index * place.leadingPt,
    }),
  )
}

/** Each on one line where they fit side by side; else the widest are wrapped. */
function fitTexts(header: readonly Rich[], setting: Setting, widthPt: number): readonly SetText[] {
  const set = (text: Rich, width: number): SetText =>
    setText(setting.items(text, 'header'), {
      widthPt: width,
      sizePt: setting.tokens.headerSize,
      style: 'ragged',
    })
  const full = header.map((text) => set(text, Number.MAX_SAFE_INTEGER).widthPt)
  // One that is not given takes no room, and has none to give.
  const given = full.filter((width) => width > 0)
  const shown = given.length
  const room = widthPt - GAP * Math.max(0, shown - 1)
  const total = full.reduce((sum, width) => sum + width, 0)
  if (total <= room) return header.map((text) => set(text, Number.MAX_SAFE_INTEGER))
  const fair = room / Math.max(1, shown)
  const saved = given.reduce((sum, width) => sum + Math.max(0, fair - width), 0)
  const wide = given.filter((width) => width > fair).length
  return header.map((text, index) => {
    const width = full[index] ?? 0
    return set(text, width <= fair ? Number.MAX_SAFE_INTEGER : fair + saved / wide)
  })
}

function offsetOf(texts: readonly SetText[], index: number, page: PageBox): number {
  const width = texts[index]?.widthPt ?? 0
  if (index === 0) return 0
  if (index === texts.length - 1) return page.innerWidthPt - width
  const left = texts[index - 1]?.widthPt ?? 0
  const right = texts[index + 1]?.widthPt ?? 0
  // In the middle of the page, or of what the neighbours leave.
  const centred = (page.innerWidthPt - width) / 2
  const most = page.innerWidthPt - right - GAP - width
  return Math.max(left === 0 ? 0 : left + GAP, Math.min(centred, most))
}
