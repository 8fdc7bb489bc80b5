/** What the file says about itself: Dublin Core (ECMA-376 Part 2 §11) and the properties of the program. */
import type { Base } from '../base/base.ts'
import type { Presentation } from '../presentation.ts'
import { LANGS } from './languages.ts'
import { element, XML_HEAD, xmlText } from './xml.ts'

export function corePropertiesXml({ properties, lang }: Presentation): string {
  const { title, author, subject, keywords, date } = properties
  const filled = (name: string, text: string): string =>
    text === '' ? '' : `<${name}>${xmlText(text)}</${name}>`
  const moment = (name: string): string =>
    date === '' ? '' : `<${name} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</${name}>`
  return `${XML_HEAD}${element(
    'cp:coreProperties',
    {
      'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:dcmitype': 'http://purl.org/dc/dcmitype/',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    },
    filled('dc:title', title),
    filled('dc:subject', subject),
    filled('dc:creator', author),
    filled('cp:keywords', keywords.join(', ')),
    filled('dc:language', LANGS[lang]),
    filled('cp:lastModifiedBy', author),
    moment('dcterms:created'),
    moment('dcterms:modified'),
  )}`
}

/** Office names the shape of slides in words of its own. */
export function isNarrow({ widthPx, heightPx }: Pick<Base, 'widthPx' | 'heightPx'>): boolean {
  return widthPx === 960 && heightPx === 720
}

export function appPropertiesXml({ slides, properties }: Presentation, base: Base): string {
  const notes = slides.filter((page) => page.notes.length > 0).length
  const company =
    properties.company === '' ? '' : element('Company', {}, xmlText(properties.company))
  return `${XML_HEAD}${element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    '<Application>Lectern</Application>',
    `<PresentationFormat>${isNarrow(base) ? 'On-screen Show (4:3)' : 'Widescreen'}</PresentationFormat>`,
    `<Slides>${slides.length}</Slides>`,
    `<Notes>${notes}</Notes>`,
    '<HiddenSlides>0</HiddenSlides>',
    company,
  )}`
}
