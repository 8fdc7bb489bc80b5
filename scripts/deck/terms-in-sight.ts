/** Terms that headings, labels, drawings, formulas and programs show: nothing there can be blanked. */
import type { Pictures } from '../chart/picture.ts'
import { formulaText } from '../math/formula-text.ts'
import type { Theme } from '../theme/theme.ts'
import { readFrontMatterKeys } from './front-matter-keys.ts'
import { readInline, unblankable } from './inline-text.ts'
import { type KeyTerm, leadOf } from './key-terms.ts'
import { pictureWords } from './picture-words.ts'
import type { Block, DeckDocument, InlineSource, Slide } from './slide.ts'
import { mapTexts, marginTexts, opaqueText, type TextRole } from './slide-texts.ts'
import { openMatcher } from './term-matcher.ts'

export type TermInSight = {
  readonly name: string
  /** Heading of the first slide that shows it; empty: the title of the topic, which is on every page. */
  readonly where: InlineSource
}

export type SightOptions = {
  readonly pictures: Pictures
  readonly theme: Theme
  /** What the sheets show around the slides. */
  readonly around: readonly string[]
}

type Shown = { readonly text: string; readonly where: InlineSource }

export function termsInSight(
  deck: DeckDocument,
  terms: readonly KeyTerm[],
  options: SightOptions,
): readonly TermInSight[] {
  const matcher = openMatcher(terms.map(({ names }) => names))
  const where = new Map<number, InlineSource>()
  const around = options.around.map((text) => ({ text, where: '' }))
  let shown = [
    ...titleOf(deck),
    ...around,
    ...deck.slides.flatMap((slide) => shownOn(slide, options)),
  ]
  // A term that stays shows its other names, and with them perhaps another term.
  while (shown.length > 0) {
    const found: Shown[] = []
    for (const one of shown)
      for (const index of matcher.among(one.text)) {
        if (where.has(index)) continue
        where.set(index, one.where)
        found.push({ text: terms[index]?.name ?? '', where: one.where })
      }
    shown = found
  }
  return terms.flatMap(({ name }, index) => {
    const place = where.get(index)
    return place === undefined ? [] : [{ name, where: place }]
  })
}

function titleOf({ frontMatter }: DeckDocument): readonly Shown[] {
  const keys = readFrontMatterKeys(frontMatter)
  return ['title', 'footer'].map((key) => ({ text: keys.get(key) ?? '', where: '' }))
}

function shownOn(slide: Slide, options: SightOptions): readonly Shown[] {
  const isTitle = slide.classes.includes('title')
  const where = isTitle ? '' : (slide.heading?.text ?? '')
  const texts: string[] = marginTexts(slide).flatMap(textsOf)
  mapTexts(slide, (source, role) => {
    texts.push(...fixedTexts(source, role))
    return source
  })
  texts.push(...slide.blocks.map((block) => fixedBlock(block, options)))
  return texts.filter((text) => text !== '').map((text) => ({ text, where }))
}

function textsOf(source: InlineSource): readonly string[] {
  const inline = readInline(source)
  return [inline.text, ...unblankable(inline)]
}

/** Of a line in this role, what stays as it is. The formula of a term goes with it. */
function fixedTexts(source: InlineSource, role: TextRole): readonly string[] {
  if (role === 'label') return textsOf(source)
  const inline = readInline(source)
  const lead = role === 'running' ? undefined : leadOf(inline)
  if (lead === undefined) return unblankable(inline)
  if (role === 'entry') return unblankable(inline, lead.end)
  return [inline.text.slice(lead.start, lead.end), ...unblankable(inline)]
}

function fixedBlock(block: Block, { pictures, theme }: SightOptions): string {
  switch (block.kind) {
    case 'picture':
      return pictureWords(block.path, pictures, theme)
    case 'code':
      return block.lines.join('\n')
    case 'formula':
      return formulaText(block.tex, true)
    case 'opaque':
      return opaqueText(block.source)
    default:
      return ''
  }
}
