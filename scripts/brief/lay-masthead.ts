/** Title, subtitle, notes and the summary beside its bar. */
import { pointsOf } from '../typeset/length.ts'
import type { Mark } from '../typeset/mark.ts'
import { type Element, type ElementType, LAYOUT, makeElement } from '../typeset/structure.ts'
import type { Brief, Rich } from './brief-block.ts'
import type { PageBox, PagePart } from './page-part.ts'
import { type LookName, type Setting, scriptLeading } from './setting.ts'
import { drawText, setText } from './text-block.ts'

const TITLE_GAP_MM = 3.6
const SUBTITLE_GAP_MM = 0.6
const NOTE_GAP_MM = 1.2
const SUMMARY_GAP_MM = 2.4
const SUMMARY_INDENT_MM = 3.2
const BAR_WIDTH = 1.6
const NOTE_SIZE = 8
const NOTE_LEADING = 10.6

type Stack = { readonly y: number; readonly marks: readonly Mark[] }
type Layer = {
  readonly texts: readonly Rich[]
  readonly look: LookName
  readonly type: ElementType
  readonly sizePt: number
  readonly leadingPt: number
  readonly gapMm: number
  readonly indentMm: number
}

export function layMasthead(
  masthead: Brief['masthead'],
  setting: Setting,
  page: PageBox,
): PagePart {
  const layers = listLayers(masthead, setting)
  const parent = makeElement('Sect', undefined, { lang: setting.lang })
  const draw = (y: number): Stack =>
    layers.reduce<Stack>((stack, layer) => addLayer(stack, layer, { setting, page, parent }), {
      y,
      marks: [],
    })
  return { heightPt: draw(0).y, draw: (y) => draw(y).marks }
}

function listLayers(masthead: Brief['masthead'], setting: Setting): readonly Layer[] {
  const { tokens } = setting
  const isClear = setting.preset === 'clear-print'
  const clear = isClear ? 1.2 : 1
  const title: Layer = {
    texts: [masthead.title],
    look: 'title',
    type: 'H1',
    sizePt: tokens.titleSize,
    leadingPt: tokens.titleLeading,
    gapMm: TITLE_GAP_MM,
    indentMm: 0,
  }
  const subtitle: Layer = {
    texts: [masthead.subtitle],
    look: 'subtitle',
    type: 'P',
    sizePt: tokens.subtitleSize,
    leadingPt: tokens.subtitleLeading,
    gapMm: SUBTITLE_GAP_MM,
    indentMm: 0,
  }
  const notes: Layer = {
    texts: masthead.notes,
    look: 'note',
    type: 'P',
    sizePt: NOTE_SIZE * clear,
    leadingPt: NOTE_LEADING * clear,
    gapMm: NOTE_GAP_MM,
    indentMm: 0,
  }
  const summary: Layer = {
    texts: masthead.summary,
    look: 'summary',
    type: 'BlockQuote',
    sizePt: tokens.summarySize * clear,
    leadingPt: tokens.summaryLeading * clear,
    gapMm: SUMMARY_GAP_MM,
    indentMm: SUMMARY_INDENT_MM,
  }
  return [title, subtitle, notes, summary].filter((layer) =>
    layer.texts.some((text) => text.length > 0),
  )
}

function addLayer(
  stack: Stack,
  layer: Layer,
  { setting, page, parent }: { setting: Setting; page: PageBox; parent: Element },
): Stack {
  const indent = pointsOf(layer.indentMm)
  const leadingPt = layer.leadingPt * scriptLeading(setting)
  const group = layer.type === 'BlockQuote' ? makeElement('BlockQuote', parent) : undefined
  const top = stack.y + pointsOf(layer.gapMm)
  const marks: Mark[] = []
  let y = top
  for (const rich of layer.texts) {
    const text = setText(setting.items(rich, layer.look), {
      widthPt: page.innerWidthPt - indent,
      sizePt: layer.sizePt,
      style: 'ragged',
    })
    const tag = group === undefined ? makeElement(layer.type, parent) : makeElement('P', group)
    marks.push(...drawText(text, { x: page.left + indent, y, leadingPt, tag }))
    y += text.lines.length * leadingPt
  }
  if (indent > 0) marks.unshift(barMark(page.left, top, y, setting))
  return { y, marks: [...stack.marks, ...marks] }
}

function barMark(x: number, top: number, bottom: number, setting: Setting): Mark {
  return {
    kind: 'rect',
    x,
    y: top + 1,
    width: BAR_WIDTH,
    height: bottom - top - 2,
    fill: setting.colors.accent,
    tag: LAYOUT,
  }
}
