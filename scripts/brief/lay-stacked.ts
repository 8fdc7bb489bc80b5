/** The body stacked: every section in the one language, then in the other beneath, flowing in two columns. */
import type { Picture, Pictures } from '../chart/picture.ts'
import type { Mark } from '../typeset/mark.ts'
import { type Atom, BREAK } from './atom.ts'
import type { FlowBlock } from './brief-block.ts'
import { drawColumn } from './draw-columns.ts'
import type { BodyOptions, LaidBody } from './editions-body.ts'
import { fitFlow } from './fit-flow.ts'
import { reportFit } from './fit-report.ts'
import type { FlowContext } from './frame.ts'
import { measureBlock, openWith } from './measure-flow.ts'
import { type BlockPair, type Two, withoutPictures } from './merge-editions.ts'
import { scriptLeading } from './setting.ts'

/** Between the two languages of a section, as a share of the gap between two sections. */
const LANGUAGE_GAP = 0.55

export function layStacked(pairs: readonly BlockPair[], options: BodyOptions): LaidBody {
  const { settings, columns, heightPt, top } = options
  const [setting] = settings
  const fit = fitFlow({
    tokens: setting.tokens,
    preset: setting.preset,
    isHindi: false,
    heightPt,
    measure: (sizePt) => measurePairs(pairs, sizePt, options),
  })
  const report = reportFit(fit, { preset: setting.preset, heightPt, blocks: pairs })
  if (fit.overflowPt > 0) return { report, marks: undefined }
  const marks = fit.columns.flatMap((column, index): readonly Mark[] => {
    const place = columns[index === 0 ? 0 : 1]
    const { colors } = setting
    return drawColumn(column, fit, {
      x: place.left,
      y: top,
      widthPt: place.innerWidthPt,
      colors,
    })
  })
  return { report, marks }
}

function measurePairs(
  pairs: readonly BlockPair[],
  sizePt: number,
  { settings, pictures, columns, heightPt }: BodyOptions,
): readonly Atom[] {
  const contextOf = (index: 0 | 1): FlowContext => ({
    setting: settings[index],
    pictures: pictures[index],
    sizePt,
    widthPt: columns[index].innerWidthPt,
    columnHeightPt: heightPt,
    headingLevel: 2,
  })
  const contexts = [contextOf(0), contextOf(1)] as const
  return pairs.flatMap((pair) => stackPair(pair, contexts))
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
