/** Sections and boxes → atoms, at one text size. */
import { pointsOf } from '../typeset/length.ts'
import { makeElement } from '../typeset/structure.ts'
import { type Atom, BREAK, makeAtom, openWith } from './atom.ts'
import type { FlowBlock, Rich } from './brief-block.ts'
import type { FlowContext, Frame } from './frame.ts'
import { measureContents } from './measure-content.ts'
import { measureHeading } from './measure-heading.ts'

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

const FEW_LINES = 4

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
