/** The body stacked: every section in the one language, then in the other beneath, flowing in two columns. */
import type { Picture, Pictures } from '../chart/picture.ts'
import type { Mark } from '../typeset/mark.ts'
import { type Atom, BREAK, openWith } from './atom.ts'
import type { FlowBlock } from './brief-block.ts'
import { drawColumn } from './draw-columns.ts'
import { atFloor, type Body, type BodyOptions, contextsOf, rememberPairs } from './editions-body.ts'
import { type Fit, fitFlow } from './fit-flow.ts'
import { reportFit } from './fit-report.ts'
import type { FlowContext } from './frame.ts'
import { measureBlock } from './measure-flow.ts'
import { type BlockPair, type Two, withoutPictures } from './merge-editions.ts'
import { scriptLeading } from './setting.ts'

/** Between the two languages of a section, as a share of the gap between two sections. */
const LANGUAGE_GAP = 0.55

export function openStacked(options: BodyOptions): Body {
  const { settings, heightPt } = options
  const [{ tokens, preset }] = settings
  const common = { preset, isHindi: false, heightPt }
  const measureAt = (sizePt: number): ((pair: BlockPair) => readonly Atom[]) => {
    const contexts = contextsOf(options, sizePt)
    return (pair) => stackPair(pair, contexts)
  }
  let atLeast: ((pairs: readonly BlockPair[]) => readonly Atom[]) | undefined
  return {
    fits: (pairs) => {
      const measure = (sizePt: number): readonly Atom[] => {
        atLeast ??= rememberPairs(measureAt(sizePt))
        return atLeast(pairs)
      }
      return fitFlow({ ...common, tokens: atFloor(tokens), measure }).overflowPt === 0
    },
    lay: (pairs) => {
      const measure = (sizePt: number): readonly Atom[] => pairs.flatMap(measureAt(sizePt))
      const fit = fitFlow({ ...common, tokens, measure })
      const report = reportFit(fit, { preset, heightPt, blocks: pairs })
      return { report, marks: fit.overflowPt > 0 ? undefined : drawColumns(fit, options) }
    },
  }
}

function drawColumns(fit: Fit, { settings, columns, top }: BodyOptions): readonly Mark[] {
  return fit.columns.flatMap((column, index) => {
    const { left: x, innerWidthPt: widthPt } = columns[index === 0 ? 0 : 1]
    return drawColumn(column, fit, { x, y: top, widthPt, colors: settings[0].colors })
  })
}

function stackPair({ blocks, number }: BlockPair, contexts: Two<FlowContext>): readonly Atom[] {
  const [first, second] = blocks
  const upper = first === undefined ? [] : measureIn(first, number, contexts[0])
  if (second === undefined) return upper
  const lower = measureIn(withoutPhotographs(second, first, contexts), number, contexts[1])
  if (upper.length === 0) return lower
  const gapPt = contexts[0].setting.tokens.sectionGap * LANGUAGE_GAP
  return [...upper, ...openWith(lower, { gapPt, breakCost: BREAK.paragraph })]
}

/** A line of the other script takes more of the page's leading. */
function measureIn(block: FlowBlock, number: number, context: FlowContext): readonly Atom[] {
  const scale = scriptLeading(context.setting)
  return measureBlock(block, number, context).map((atom) => ({
    ...atom,
    lines: atom.lines * scale,
    draw: (place) => atom.draw({ ...place, leadingPt: place.leadingPt * scale }),
  }))
}

/** A photograph is the same in every language; a chart has labels and is drawn in each. */
function withoutPhotographs(
  block: FlowBlock,
  other: FlowBlock | undefined,
  contexts: Two<FlowContext>,
): FlowBlock {
  const shown = picturesIn(other, contexts[0].pictures)
  const own = picturesIn(block, contexts[1].pictures)
  const paths = [...own].filter(([path, picture]) => {
    const same = shown.get(path)
    return picture.kind === 'image' && same?.kind === 'image'
  })
  return withoutPictures(block, new Set(paths.map(([path]) => path)))
}

function picturesIn(
  block: FlowBlock | undefined,
  pictures: Pictures,
): ReadonlyMap<string, Picture> {
  const found = new Map<string, Picture>()
  for (const content of block?.content ?? []) {
    if (content.kind !== 'picture') continue
    const picture = pictures.get(content.path)
    if (picture !== undefined) found.set(content.path, picture)
  }
  return found
}
