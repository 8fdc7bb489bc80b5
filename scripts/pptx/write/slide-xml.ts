/** One slide and, when something is said on it, its notes page, as parts of a package. */
import type { Base } from '../base/base.ts'
import { shapeTreeXml } from '../base/placeholder-xml.ts'
import type { Presentation, SlidePage } from '../presentation.ts'
import { footShapes } from './foot-xml.ts'
import { colorMapXml, groundXml, MASTER_COLORS } from './ground-xml.ts'
import { officeType, type Part, relationshipType } from './package.ts'
import type { ShapeContext } from './shape-context.ts'
import { shapeXml } from './shape-xml.ts'
import { openSlideParts, type SharedParts, slidePath } from './slide-parts.ts'
import { paragraphsXml } from './text-xml.ts'
import { timingXml } from './timing-xml.ts'
import { element, NAMESPACES, XML_HEAD } from './xml.ts'

export type SlideInput = {
  readonly presentation: Presentation
  readonly base: Base
  readonly shared: SharedParts
}

/** @param number of the slide, from 1 */
export function slideParts(page: SlidePage, number: number, input: SlideInput): readonly Part[] {
  const { base, presentation, shared } = input
  const layout = base.layouts[page.layout]
  const slide = openSlideParts(
    [{ type: relationshipType('slideLayout'), target: layout.part }],
    shared,
  )
  const context: ShapeContext = {
    lang: presentation.lang,
    palette: base,
    layout,
    slide,
    shared,
    link: slide.link,
  }
  const shapes = page.shapes.map((shape) => shapeXml(shape, context))
  const foot = footShapes(page, number, presentation, context)
  const notes = page.notes.length === 0 ? undefined : notesPart(page, number, input)
  const path = slidePath(number)
  const content = `${XML_HEAD}${element(
    'p:sld',
    NAMESPACES,
    element('p:cSld', {}, groundXml(page.ground, base), shapeTreeXml(...shapes, ...foot)),
    colorMapXml(page.ground),
    timingXml(slide.steps),
  )}`
  const relationships = [
    ...slide.relationships,
    ...(notes === undefined
      ? []
      : [{ id: 'rIdNotes', type: relationshipType('notesSlide'), target: notes.path }]),
  ]
  const part = { path, contentType: officeType('presentationml.slide+xml'), content, relationships }
  return notes === undefined ? [part] : [part, notes]
}

function notesPart(
  page: SlidePage,
  number: number,
  { base, presentation, shared }: SlideInput,
): Part {
  const parts = openSlideParts(
    [
      { type: relationshipType('notesMaster'), target: base.notesMaster },
      { type: relationshipType('slide'), target: slidePath(number) },
    ],
    shared,
  )
  const context = { lang: presentation.lang, palette: base, link: parts.link }
  const content = `${XML_HEAD}${element(
    'p:notes',
    NAMESPACES,
    element(
      'p:cSld',
      {},
      shapeTreeXml(
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide image 1"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>',
        `<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>${element('p:txBody', {}, '<a:bodyPr/><a:lstStyle/>', ...paragraphsXml(page.notes, context))}</p:sp>`,
      ),
    ),
    MASTER_COLORS,
  )}`
  return {
    path: `ppt/notesSlides/notesSlide${number}.xml`,
    contentType: officeType('presentationml.notesSlide+xml'),
    content,
    relationships: parts.relationships,
  }
}
