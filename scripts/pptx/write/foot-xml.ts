/** The foot line of a slide: footer, section, date and number, where the layout has a place for them. */
import { placeholderXml, ROLE_NAMES, transformXml } from '../base/placeholder-xml.ts'
import { numberField } from '../base/prompts.ts'
import type { Box, FootText, PlaceholderRole, Presentation, SlidePage } from '../presentation.ts'
import { fillXml } from './color-xml.ts'
import type { ShapeContext } from './shape-context.ts'
import { paragraphsXml } from './text-xml.ts'
import { element } from './xml.ts'

type FootEntry = {
  readonly role: PlaceholderRole
  /** XML of its paragraph; empty: not shown. */
  readonly xml: string
  /** All of a text that had to be cut. */
  readonly whole?: string | undefined
  readonly box?: Box | undefined
}

/** @param number of the slide: programs count anew, what only reads text finds it here */
export function footShapes(
  page: SlidePage,
  number: number,
  presentation: Presentation,
  context: ShapeContext,
): readonly string[] {
  return entriesOf(page, number, presentation, context).flatMap(({ role, xml, whole, box }) => {
    const plan = context.layout.placeholders.find((candidate) => candidate.role === role)
    if (xml === '' || plan === undefined) return []
    const id = context.slide.nextId()
    return [
      element(
        'p:sp',
        {},
        element(
          'p:nvSpPr',
          {},
          element('p:cNvPr', { id, name: ROLE_NAMES[role], descr: whole }),
          '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
          element('p:nvPr', {}, placeholderXml(plan)),
        ),
        element('p:spPr', {}, box === undefined ? '' : transformXml(box)),
        element('p:txBody', {}, '<a:bodyPr/><a:lstStyle/>', xml),
      ),
    ]
  })
}

function entriesOf(
  { footer, section, isNumbered, ground }: SlidePage,
  number: number,
  { properties, lang }: Presentation,
  context: ShapeContext,
): readonly FootEntry[] {
  const line = ({ text, sizePx }: FootText): string => {
    if (text === '') return ''
    const run = { text, ...(sizePx === undefined ? {} : { sizePx }) }
    return paragraphsXml([{ runs: [run], level: 0, bullet: 'master' }], context).join('')
  }
  // The grey of the foot line is not seen on a dark ground.
  const fill = ground?.isSwapped === true ? fillXml('ink', context.palette) : ''
  const date = isNumbered ? properties.printedDate : ''
  return [
    { role: 'footer', xml: line(footer), whole: footer.whole, box: footer.box },
    { role: 'section', xml: line(section), whole: section.whole },
    { role: 'date', xml: line({ text: date }) },
    { role: 'number', xml: isNumbered ? numberField(lang, String(number), fill) : '' },
  ]
}
