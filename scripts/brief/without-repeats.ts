/**
 * An edition inherits what it does not translate. Beside its original that would say the same words twice:
 * they are left out of the second edition, and their place stays empty. The feet are merged apart.
 */
import type { Pictures } from '../chart/picture.ts'
import type { Brief, FigureCard, FlowBlock, Rich } from './brief-block.ts'
import type { Two } from './merge-editions.ts'

export function withoutRepeats([first, second]: Two<Brief>, pictures: Two<Pictures>): Brief {
  const unless = (text: Rich, other: Rich | undefined): Rich => (isSame(text, other) ? [] : text)
  const { title, subtitle, notes, summary } = first.masthead
  const known = new Set(first.flow.map((block) => signOf(block, pictures[0])))
  const contents = new Set(first.flow.map((block) => signOf(contentOf(block), pictures[0])))
  const shorten = (block: FlowBlock): FlowBlock =>
    contents.has(signOf(contentOf(block), pictures[1])) ? { ...block, content: [] } : block
  return {
    header: second.header.map((text, index) => unless(text, first.header[index])),
    masthead: {
      title: unless(second.masthead.title, title),
      subtitle: unless(second.masthead.subtitle, subtitle),
      notes: second.masthead.notes.filter((text) => !notes.some((each) => isSame(text, each))),
      summary: second.masthead.summary.filter(
        (text) => !summary.some((each) => isSame(text, each)),
      ),
    },
    figures: second.figures.map((card, index) => cardWithout(card, first.figures[index])),
    flow: second.flow.filter((block) => !known.has(signOf(block, pictures[1]))).map(shorten),
    lines: second.lines,
    foot: second.foot,
  }
}

function cardWithout(card: FigureCard, other: FigureCard | undefined): FigureCard {
  return isSame(card.label, other?.label) ? { ...card, label: [] } : card
}

export function isSame(text: Rich, other: Rich | undefined): boolean {
  return other !== undefined && textOf(text) === textOf(other)
}

export function textOf(text: Rich): string {
  return text.map((span) => span.text).join('')
}

/** A heading may be translated, and what stands under it only inherited. */
function contentOf(block: FlowBlock): FlowBlock {
  return { ...block, heading: [] }
}

/** Two blocks of one sign look the same: a chart with the same words around it may have other labels. */
function signOf(block: FlowBlock, pictures: Pictures): string {
  const drawings = block.content.map((content) => {
    const picture = content.kind === 'picture' ? pictures.get(content.path) : undefined
    return picture?.kind === 'chart' ? picture.chart : undefined
  })
  const { kind, id, heading, content } = block
  return JSON.stringify([kind, id, heading, content, drawings], (key, value: unknown) =>
    key === 'line' ? undefined : value,
  )
}
