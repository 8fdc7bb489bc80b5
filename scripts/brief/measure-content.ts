/** What stands under a heading, paragraphs, lists, quotations, tables and pictures, as atoms. */
import { pointsOf } from '../typeset/length.ts'
import { type Element, LAYOUT, makeElement } from '../typeset/structure.ts'
import { type Atom, BREAK, makeAtom, openWith } from './atom.ts'
import type { Content, ListItem, Rich } from './brief-block.ts'
import type { Frame } from './frame.ts'
import { measureCode } from './measure-code.ts'
import { measureDisplay } from './measure-display.ts'
import { measureRich, measureSubheading } from './measure-heading.ts'
import { keepWhole, measureOptions, optionsOf } from './measure-options.ts'
import { measurePicture } from './measure-picture.ts'
import { measureTable } from './measure-table.ts'
import { type LookName, plain } from './setting.ts'
import { drawLine, drawText, type SetText, setText, tallestIn, widestGapOf } from './text-block.ts'

/** The first atom after a heading stays with it. */
export function measureContents(contents: readonly Content[], frame: Frame): readonly Atom[] {
  return contents.flatMap((content, index) => {
    const atoms = measureContent(content, frame)
    const before = contents[index - 1]
    const isBound = index === 0 || before?.kind === 'subheading'
    return openWith(atoms, {
      gapPt: index === 0 ? gapBelowHeading(content, frame) : gapBetween(before, content, frame),
      breakCost: isBound ? BREAK.never : BREAK.block,
      start: 'content',
    })
  })
}

/** A rule or a bar stands closer to a heading than the x-height of a line does. */
function gapBelowHeading({ kind }: Content, frame: Frame): number {
  return kind === 'table' || kind === 'picture' ? frame.setting.tokens.headingGap : 0
}

/** Above a table stand descenders, below it only x-heights: the gap above looks smaller than it is. */
const TABLE_GAP = 1.3

function gapBetween(before: Content | undefined, after: Content, frame: Frame): number {
  const { tokens } = frame.setting
  if (before?.kind === 'subheading') return tokens.headingGap * 0.5
  if (after.kind === 'subheading') return tokens.blockGap
  if (before?.kind === 'paragraph' && after.kind === 'paragraph') return tokens.itemGap
  if (before?.kind === 'paragraph' && after.kind === 'list') return tokens.itemGap
  if (before?.kind === 'list' && after.kind === 'list') return tokens.itemGap
  return after.kind === 'table' ? tokens.blockGap * TABLE_GAP : tokens.blockGap
}

function measureContent(content: Content, frame: Frame): readonly Atom[] {
  switch (content.kind) {
    case 'paragraph':
      return measureText(content.text, 'text', { ...frame, tag: makeElement('P', frame.parent) })
    case 'subheading':
      return measureSubheading(content.text, frame)
    case 'list':
      return measureList(content, frame)
    case 'quote':
      return measureQuote(content.paragraphs, frame)
    case 'table':
      return measureTable(content, frame)
    case 'picture':
      return measurePicture(content, frame)
    case 'formula':
      return measureDisplay(content, frame)
    case 'code':
      return measureCode(content, frame)
  }
}

/** Lines of running text: never one line alone at either end of a column. */
function measureText(
  text: Rich,
  look: LookName,
  frame: Frame & { readonly tag: Element },
): readonly Atom[] {
  const set = setText(frame.setting.items(text, look), {
    widthPt: frame.widthPt - frame.indentPt,
    sizePt: frame.sizePt,
    style: frame.setting.textBreak,
  })
  const count = set.lines.length
  return set.lines.map((line, index) => {
    const tall = tallestIn(set, line)
    return makeAtom({
      part: frame.part,
      box: frame.box,
      lines: 1,
      fixedPt: tall.above + tall.below,
      breakCost: index < 2 || index > count - 2 ? BREAK.never : BREAK.paragraph,
      widestGapPt: widestGapOf(set, line),
      endsWithHyphen: line.endsWithHyphen,
      draw: ({ x, y, leadingPt }) =>
        drawLine(set, index, {
          x: x + frame.indentPt,
          y: y + tall.above,
          leadingPt,
          tag: frame.tag,
        }),
    })
  })
}

function measureList(list: Extract<Content, { kind: 'list' }>, frame: Frame): readonly Atom[] {
  const value = list.start === 0 ? 'Square' : 'Decimal'
  const parent = makeElement('L', frame.parent, { attribute: { name: 'ListNumbering', value } })
  const hang = hangOf(labelOf(list, list.items.length - 1), frame)
  return list.items.flatMap((item, index) => {
    const label = labelOf(list, index)
    const atoms = measureItem(item, label, { ...frame, hang, parent: makeElement('LI', parent) })
    return index === 0
      ? atoms
      : openWith(atoms, {
          gapPt: frame.setting.tokens.itemGap,
          breakCost: BREAK.block,
          start: 'item',
        })
  })
}

function labelOf({ start }: { readonly start: number }, index: number): string {
  return start === 0 ? '' : `${start + index}.`
}

/** The texts of a list begin below one another: after the widest number, which is the last. */
function hangOf(lastLabel: string, frame: Frame): number {
  const hang = pointsOf(frame.setting.tokens.hangMm)
  if (lastLabel === '') return hang
  return Math.max(hang * 1.4, measureLabel(lastLabel, frame).widthPt + frame.sizePt * LABEL_GAP_EM)
}

const LABEL_GAP_EM = 0.25

function measureLabel(label: string, frame: Frame): SetText {
  return measureRich(plain(label), 'listNumber', { ...frame, sizePt: frame.sizePt * 0.9 })
}

function measureItem(
  item: ListItem,
  label: string,
  frame: Frame & { readonly hang: number },
): readonly Atom[] {
  const body = makeElement('LBody', frame.parent)
  const inner = { ...frame, parent: body, indentPt: frame.indentPt + frame.hang }
  const text = measureText(item.text, 'text', { ...inner, tag: body })
  const labelled = text.map((atom, index) => (index === 0 ? addLabel(atom, label, frame) : atom))
  const gapPt = frame.setting.tokens.itemGap * 0.6
  const options = optionsOf(item)
  const rows = measureOptions(options, inner).map((atom) => ({ ...atom, gapPt }))
  const children = item.children
    .slice(options.length)
    .flatMap((child) =>
      openWith(measureContent(child, inner), { gapPt, breakCost: BREAK.paragraph }),
    )
  const atoms = [...labelled, ...rows, ...children]
  return label === '' ? atoms : keepWhole(atoms)
}

/** A square for a bullet, or the number. */
function addLabel(atom: Atom, label: string, frame: Frame): Atom {
  const { setting, sizePt } = frame
  const tag = labelElement(label, frame.parent)
  const number = measureLabel(label, frame)
  const side = (pointsOf(setting.tokens.bulletMm) * sizePt) / 10.25
  return {
    ...atom,
    draw: (place) => {
      const x = place.x + frame.indentPt
      if (label !== '') return [...drawText(number, { ...place, x, tag }), ...atom.draw(place)]
      const y = place.y + place.leadingPt / 2 + sizePt * 0.03 - side / 2
      const square = { kind: 'rect', x: x + side * 0.5, y, width: side, height: side } as const
      return [{ ...square, fill: setting.colors.accent, tag }, ...atom.draw(place)]
    },
  }
}

/** The square is drawn and not written: a screen reader says “bullet”. */
function labelElement(label: string, item: Element): Element {
  return makeElement('Lbl', item, { actualText: label === '' ? BULLET : '' })
}

const BULLET = '\u2022'

function measureQuote(paragraphs: readonly Rich[], frame: Frame): readonly Atom[] {
  const { setting } = frame
  const parent = makeElement('BlockQuote', frame.parent)
  const inner = { ...frame, parent, indentPt: frame.indentPt + pointsOf(setting.tokens.hangMm) }
  const atoms = paragraphs.flatMap((text) =>
    measureText(text, 'quote', { ...inner, tag: makeElement('P', parent) }),
  )
  return atoms.map((atom) => ({
    ...atom,
    draw: (place) => {
      const x = place.x + frame.indentPt
      const rule = { kind: 'rect', x, y: place.y, width: 1.4, height: place.leadingPt } as const
      return [{ ...rule, fill: setting.colors.accent, tag: LAYOUT }, ...atom.draw(place)]
    },
  }))
}
