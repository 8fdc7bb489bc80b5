/**
 * What does not fit on a slide goes to a further one of the same class, header and title, marked `(2/3)`.
 * Measured with the theme's own font metrics, so no browser is needed; Markdown in, Markdown out.
 */
import type { Pictures } from '../chart/picture.ts'
import type { Theme } from '../theme/theme.ts'
import { checkDirectives } from './check-directives.ts'
import { type DeckRuler, openRuler } from './deck-ruler.ts'
import { divideUnit } from './divide-unit.ts'
import { fitCode } from './fit-code.ts'
import { fitQuestion } from './fit-question.ts'
import { giveRoom, withoutRoom } from './fit-roomy.ts'
import { fitTables } from './fit-table.ts'
import { readFrontMatterKeys } from './front-matter-keys.ts'
import { type Layout, layoutSlide } from './layout-slide.ts'
import { readDeck } from './read-deck.ts'
import { shareUnits } from './share-units.ts'
import type { Slide } from './slide.ts'
import { themeAtSize } from './slide-size.ts'
import { assemble, type Unit, unitsOf, withWholeRows } from './slide-units.ts'
import { type SplitOptions, splitChart } from './split-chart.ts'
import { fitTitle } from './title-size.ts'
import { writeDeck } from './write-deck.ts'
import { writeSlide } from './write-slide.ts'

/**
 * Paginating what was paginated changes nothing. Slides that fit stay as they were written. Throws
 * DeckMarkdownError at an instruction to Marp outside the contract, in the front matter or on a slide.
 */
export function paginateDeck(
  markdown: string,
  theme: Theme,
  pictures: Pictures = new Map(),
): string {
  const deck = readDeck(markdown)
  const keys = readFrontMatterKeys(deck.frontMatter)
  checkDirectives(markdown)
  const sized = themeAtSize(theme, keys)
  const ruler = openRuler(sized.deck, deck.lang)
  const slides = deck.slides
    .map(withoutRoom)
    .flatMap((slide) => paginateWithCharts(slide, { ruler, theme: sized, pictures }))
  // Read as one deck again: a table on several slides has the columns of the whole.
  const roomy = readDeck(writeDeck({ frontMatter: '' }, slides)).slides.map((slide) =>
    giveRoom(slide, ruler),
  )
  return writeDeck(deck, roomy)
}

function paginateWithCharts(slide: Slide, options: SplitOptions): readonly string[] {
  const parts = splitChart(slide, options)
  if (parts !== undefined) return parts
  // A slide without room for its chart gives it one of its own.
  return paginateSlide(slide, options.ruler).flatMap((source) => {
    const [own] = source === slide.source ? [] : readDeck(source).slides
    return (own === undefined ? undefined : splitChart(own, options)) ?? [source]
  })
}

function paginateSlide(slide: Slide, ruler: DeckRuler): readonly string[] {
  const fitted = fitCode(fitQuestion(fitTables(fitTitle(slide, ruler), ruler), ruler), ruler)
  const units = unitsOf(fitted)
  if (isOnePart(fitted, units, ruler)) return [fitted === slide ? slide.source : writeSlide(fitted)]
  // The mark makes the title longer, so its size is chosen again with the longest mark.
  const marked = fitTitle(withMark(fitted, '(10/10)'), ruler)
  const whole = { ...marked, heading: unmarked(marked, fitted), notes: [] }
  const divided = divideSlide(whole, ruler)
  const parts = shareUnits(divided.units, {
    measure: (part) => measurePart(divided.slide, part, ruler),
    maxOf: (part) => maxUnits(part, whole.classes, ruler),
  })
  return parts.map((part, index) => {
    const content = assemble(whole, part)
    const numbered =
      parts.length === 1 ? content : withMark(content, `(${index + 1}/${parts.length})`)
    return writeSlide({ ...numbered, notes: index === 0 ? slide.notes : [] })
  })
}

function measurePart(whole: Slide, part: readonly Unit[], ruler: DeckRuler): Layout {
  return layoutSlide(withMark(assemble(whole, part), '(10/10)'), ruler)
}

/** A cell that is divided changes its column, and with it what fits; it settles in a round or two. */
const MAX_ROUNDS = 4

type Divided = { readonly slide: Slide; readonly units: readonly Unit[] }

/** Units of which each fits on a slide, and the slide whose tables have them as their rows. */
function divideSlide(whole: Slide, ruler: DeckRuler): Divided {
  let divided: Divided = { slide: whole, units: unitsOf(whole) }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { slide, units } = divided
    const small = units.flatMap((unit) =>
      divideUnit(unit, (one) => measurePart(slide, [one], ruler).isFitting),
    )
    if (small.length === units.length) break
    divided = { slide: withWholeRows(slide, small), units: small }
  }
  return divided
}

function isOnePart(slide: Slide, units: readonly Unit[], ruler: DeckRuler): boolean {
  return (
    units.length <= maxUnits(units, slide.classes, ruler) &&
    units.every((unit) => !unit.startsSlide) &&
    layoutSlide(slide, ruler).isFitting
  )
}

function withMark(slide: Slide, mark: string): Slide {
  const { heading } = slide
  if (heading === undefined) return slide
  return { ...slide, heading: { ...heading, text: `${heading.text} <small>${mark}</small>` } }
}

/** The heading without the placeholder; one cut short keeps its shorter wording. */
function unmarked(marked: Slide, fitted: Slide): Slide['heading'] {
  const text = marked.heading?.text.replace(/ <small>\(10\/10\)<\/small>$/, '')
  return marked.heading === undefined || text === undefined
    ? fitted.heading
    : { ...marked.heading, text }
}

/** What a viewer can take in at once, by class; other lists have the points' limit. */
const MAX_ITEMS: Readonly<Record<string, number>> = {
  part: 7,
  facts: 4,
  groups: 6,
  question: 6,
  glossary: 14,
  sources: 10,
}

function maxUnits(units: readonly Unit[], classes: readonly string[], ruler: DeckRuler): number {
  const others = units.filter((unit) => unit.kind === 'whole').length
  if (units.some((unit) => unit.kind === 'row')) return others + ruler.tokens.maxTableRows
  // A listing may fill its slide.
  if (units.some((unit) => unit.kind === 'line')) return units.length
  const name = classes.find((candidate) => Object.hasOwn(MAX_ITEMS, candidate))
  return others + ((name === undefined ? undefined : MAX_ITEMS[name]) ?? ruler.tokens.maxPoints)
}
