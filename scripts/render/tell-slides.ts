/** What was measured on the slides of a topic, told where the author or the template's author mends it. */
import type { Diagnostic, SlidePlace } from '../diagnostics/diagnostic.ts'
import * as problems from '../diagnostics/slide-problems.ts'
import type { CheckedSlide, SlideFault } from '../print/check-slides.ts'
import type { TextRole, Thing } from '../print/inspect/measured.ts'
import type { TemplateSet } from '../template/template-set.ts'
import type { TopicText } from '../topic/locate-words.ts'
import { placeOfFault } from './place-of-fault.ts'

export type SlideSource = {
  /** The topic's own file first, then what it inherits from. */
  readonly files: readonly TopicText[]
  readonly set: TemplateSet
}

export function tellSlides(
  slides: readonly CheckedSlide[],
  source: SlideSource,
): readonly Diagnostic[] {
  const found = withoutRepeats(slides)
  return found.map(({ slide, fault, others }) => {
    const { number, title, section } = slide
    const place: SlidePlace = { number, title, section, ...fault.box }
    const where = placeOfFault(fault, slide, source)
    return tell(fault, { where, slide: place, others, count: slides.length })
  })
}

type Found = {
  readonly slide: CheckedSlide
  readonly fault: SlideFault
  /** Numbers of the further slides that have it. */
  readonly others: readonly number[]
}

/** What is wrong with the foot line is wrong on each slide: told with the first. */
function withoutRepeats(slides: readonly CheckedSlide[]): readonly Found[] {
  const found = new Map<string, Found>()
  for (const slide of slides)
    for (const [index, fault] of slide.faults.entries()) {
      const key = repeatedKey(fault) ?? `${slide.number} ${index}`
      const known = found.get(key)
      const others = known === undefined ? [] : [...new Set([...known.others, slide.number])]
      found.set(key, { slide, fault, ...known, others })
    }
  return [...found.values()]
}

function repeatedKey(fault: SlideFault): string | undefined {
  if (!('role' in fault) || fault.role !== 'foot') return undefined
  if (fault.kind === 'contrast') return `contrast ${fault.color} ${fault.ground}`
  return `${fault.kind} ${fault.sizePx}`
}

type Told = Pick<problems.Seen, 'where' | 'slide' | 'others'> & {
  /** Of the slides. */
  readonly count: number
}

const KINDS: Readonly<Record<Exclude<TextRole, 'mark'>, string>> = {
  body: 'body text',
  figure: 'letters in drawings, formulas and listings',
  small: 'small print',
  foot: 'the foot line',
}

function tell(fault: SlideFault, { where, slide, others, count }: Told): Diagnostic {
  const more = 'count' in fault ? fault.count - 1 : 0
  const what = 'what' in fault ? fault.what : fault.kind === 'link' ? 'link' : 'text'
  const seen = { where, slide, others, thing: thingText(what, fault.words), more }
  switch (fault.kind) {
    case 'overflow':
      return problems.slideOverflow(seen, fault.overPx)
    case 'clipped':
      return problems.slideClipped(seen, { ...fault, over: fault.overPx })
    case 'overlap':
      return problems.slideOverlap(seen, excerpt(fault.other))
    case 'covered':
      return problems.slideCovered(seen)
    case 'foot':
      return problems.slideFoot(seen, excerpt(fault.other))
    case 'small-text':
      return problems.slideSmallText(seen, { ...fault, kind: KINDS[fault.role] })
    case 'contrast':
      return problems.slideContrast(seen, fault)
    case 'alt':
      return problems.slideAlt({ ...seen, thing: `a ${fault.what}` }, fault.isEmpty)
    case 'link':
      return problems.slideLink(seen, fault.target, count)
  }
}

function thingText(what: Thing | 'link', words: string): string {
  if (words === '') return `a ${what}`
  const isHolder = what === 'table' || what === 'box'
  return `the ${what} ${isHolder ? 'with ' : ''}“${excerpt(words)}”`
}

const LONGEST = 50

function excerpt(words: string): string {
  const characters = [...words]
  return characters.length > LONGEST
    ? `${characters
        .slice(0, LONGEST - 1)
        .join('')
        .trimEnd()}…`
    : words
}
