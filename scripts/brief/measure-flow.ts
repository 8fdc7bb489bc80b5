/** Sections and boxes → atoms, at one text size. */
import { pointsOf } from '../typeset/length.ts'
import { type Element, LAYOUT, makeElement } from '../typeset/structure.ts'
import { type Atom, BREAK, makeAtom } from './atom.ts'
import type { Content, FlowBlock, ListItem, Rich } from './brief-block.ts'
import type { FlowContext, Frame } from './frame.ts'
import { measurePicture } from './measure-picture.ts'
import { measureTable } from './measure-table.ts'
import { type LookName, plain, scriptLeading } from './setting.ts'
import {
  drawLine,
  drawText,
  endWithSpace,
  type SetText,
  setText,
  widestGapOf,
} from './text-block.ts'

export function measureFlow(blocks: readonly FlowBlock[], context: FlowContext): readonly Atom[] {
  return numberBlocks(blocks).flatMap(({ block, number }) => measureBlock(block, number, context))
}

/** Sections and boxes are counted apart, each from 1. */
export function numberBlocks<Block extends Pick<FlowBlock, 'kind'>>(
  blocks: readonly Block[],
): readonly { readonly block: Block; readonly number: number }[] {
  const counts = { section: 0, box: 0 }
  return blocks.map((block) => ({ block, number: ++counts[block.kind] }))
}

export function measureBlock(
  block: FlowBlock,
  number: number,
  context: FlowContext,
): readonly Atom[] {
  const parent = makeElement('Sect', undefined, { lang: context.setting.lang })
  const frame = { ...context, part: block.id, parent, indentPt: 0 }
  return block.kind === 'section'
    ? measureSection(block, number, { ...frame, box: 0 })
    : measureBox(block, { ...frame, box: number })
}

function measureSection(block: FlowBlock, number: number, frame: Frame): readonly Atom[] {
  const atoms = [
    ...measureHeading(block.heading, String(number), frame),
    ...measureContents(block.content, underHeading(block.heading, frame)),
  ]
  return openWith(guardEnds(atoms), {
    gapPt: frame.setting.tokens.sectionGap,
    breakCost: BREAK.section,
  })
}

/** A section that goes on in the next column has more than a few lines in either. */
function guardEnds(atoms: readonly Atom[]): readonly Atom[] {
  return atoms.map((atom, index) => {
    const lines = Math.min(linesOf(atoms.slice(1, index)), linesOf(atoms.slice(index)))
    if (lines > FEW_LINES) return atom
    const cost = BREAK.lone * (1 - Math.max(0, lines - 1) / FEW_LINES)
    return { ...atom, breakCost: Math.max(atom.breakCost, cost) }
  })
}

const FEW_LINES = 3

/** A table row or a picture counts as many. */
function linesOf(atoms: readonly Atom[]): number {
  return atoms.reduce((sum, atom) => sum + (atom.lines > 0 ? atom.lines : FEW_LINES + 1), 0)
}

/** A box is a section on a tint, without a number, kept in one piece where the page allows it. */
function measureBox(block: FlowBlock, frame: Frame): readonly Atom[] {
  const { tokens } = frame.setting
  const padding = pointsOf(tokens.boxPaddingMm)
  const inner = { ...frame, indentPt: padding, widthPt: frame.widthPt - padding }
  const content = [
    ...measureHeading(block.heading, '', inner),
    ...measureContents(block.content, underHeading(block.heading, inner)),
  ]
  const pad = (): Atom =>
    makeAtom({
      part: block.id,
      box: frame.box,
      fixedPt: padding,
      breakCost: BREAK.never,
      draw: () => [],
    })
  const atoms = [pad(), ...content.map((atom, index) => keepInBox(atom, index, pad)), pad()]
  return openWith(guardEnds(atoms), { gapPt: tokens.sectionGap, breakCost: BREAK.section })
}

/** A level is never left out: without a heading, subheadings take its level. */
function underHeading(heading: Rich, frame: Frame): Frame {
  if (heading.length === 0) return frame
  return { ...frame, headingLevel: frame.headingLevel === 1 ? 2 : 3 }
}

const HEADINGS = { 1: 'H1', 2: 'H2', 3: 'H3' } as const

/** Where a box is divided all the same, each part has its own padding. */
function keepInBox(atom: Atom, index: number, pad: () => Atom): Atom {
  if (index === 0) return { ...atom, breakCost: BREAK.never }
  return {
    ...atom,
    breakCost: Math.max(atom.breakCost, BREAK.box),
    columnHead: [pad(), ...atom.columnHead],
    columnFoot: [pad()],
  }
}

/** The first atom of a part carries the part's gap and break cost. */
export function openWith(
  atoms: readonly Atom[],
  start: Partial<Atom> & Pick<Atom, 'gapPt' | 'breakCost'>,
): readonly Atom[] {
  return atoms.map((atom, index) => (index === 0 ? { ...atom, ...start } : atom))
}

function measureHeading(heading: Rich, number: string, frame: Frame): readonly Atom[] {
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

function measureRich(text: Rich, look: LookName, frame: Frame): SetText {
  return setText(frame.setting.items(text, look), {
    widthPt: frame.widthPt - frame.indentPt,
    sizePt: frame.sizePt,
    style: 'ragged',
  })
}

/** The first atom after a heading stays with it. */
function measureContents(contents: readonly Content[], frame: Frame): readonly Atom[] {
  return contents.flatMap((content, index) => {
    const atoms = measureContent(content, frame)
    const before = contents[index - 1]
    const isBound = index === 0 || before?.kind === 'subheading'
    return openWith(atoms, {
      gapPt: index === 0 ? 0 : gapBetween(before, content, frame),
      breakCost: isBound ? BREAK.never : BREAK.block,
      start: 'content',
    })
  })
}

function gapBetween(before: Content | undefined, after: Content, frame: Frame): number {
  const { tokens } = frame.setting
  if (before?.kind === 'subheading') return tokens.headingGap * 0.4
  if (after.kind === 'subheading') return tokens.blockGap
  if (before?.kind === 'paragraph' && after.kind === 'paragraph') return tokens.itemGap
  if (before?.kind === 'paragraph' && after.kind === 'list') return tokens.itemGap
  if (before?.kind === 'list' && after.kind === 'list') return tokens.itemGap
  return tokens.blockGap
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
  }
}

/** Lines of running text: never one line alone at either end of a column. */
export function measureText(
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
  return set.lines.map((line, index) =>
    makeAtom({
      part: frame.part,
      box: frame.box,
      lines: 1,
      breakCost: index < 2 || index > count - 2 ? BREAK.never : BREAK.paragraph,
      widestGapPt: widestGapOf(set, line),
      endsWithHyphen: line.endsWithHyphen,
      draw: ({ x, y, leadingPt }) =>
        drawLine(set, index, { x: x + frame.indentPt, y, leadingPt, tag: frame.tag }),
    }),
  )
}

function measureSubheading(text: Rich, frame: Frame): readonly Atom[] {
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

function measureList(list: Extract<Content, { kind: 'list' }>, frame: Frame): readonly Atom[] {
  const value = list.start === 0 ? 'Square' : 'Decimal'
  const parent = makeElement('L', frame.parent, { attribute: { name: 'ListNumbering', value } })
  return list.items.flatMap((item, index) => {
    const label = list.start === 0 ? '' : `${list.start + index}.`
    const atoms = measureItem(item, label, { ...frame, parent: makeElement('LI', parent) })
    return index === 0
      ? atoms
      : openWith(atoms, {
          gapPt: frame.setting.tokens.itemGap,
          breakCost: BREAK.block,
          start: 'item',
        })
  })
}

function measureItem(item: ListItem, label: string, frame: Frame): readonly Atom[] {
  const hang = pointsOf(frame.setting.tokens.hangMm) * (label === '' ? 1 : 1.4)
  const body = makeElement('LBody', frame.parent)
  const inner = { ...frame, parent: body, indentPt: frame.indentPt + hang }
  const text = measureText(item.text, 'text', { ...inner, tag: body })
  const labelled = text.map((atom, index) => (index === 0 ? addLabel(atom, label, frame) : atom))
  const children = item.children.flatMap((child) =>
    openWith(measureContent(child, inner), {
      gapPt: frame.setting.tokens.itemGap * 0.6,
      breakCost: BREAK.paragraph,
    }),
  )
  return [...labelled, ...children]
}

/** A square for a bullet, or the number. */
function addLabel(atom: Atom, label: string, frame: Frame): Atom {
  const { setting, sizePt } = frame
  const tag = labelElement(label, frame.parent)
  const number = measureRich(plain(label), 'listNumber', { ...frame, sizePt: sizePt * 0.9 })
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
