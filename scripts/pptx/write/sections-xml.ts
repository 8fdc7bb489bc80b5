/** Sections of the slide sorter: an extension of PowerPoint 2010 ([MS-PPTX] §2.6.1.18, `sectionLst`). */
import { createHash } from 'node:crypto'
import type { DeckSection } from '../presentation.ts'
import { element } from './xml.ts'

const EXTENSION = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}'

export function sectionsXml(sections: readonly DeckSection[], firstSlideId: number): string {
  if (sections.length === 0) return ''
  let id = firstSlideId
  const list = sections.map(({ name, slideCount }, index) =>
    element(
      'p14:section',
      { name, id: guid(`${index} ${name}`) },
      element(
        'p14:sldIdLst',
        {},
        ...Array.from({ length: slideCount }, () => element('p14:sldId', { id: id++ })),
      ),
    ),
  )
  return element(
    'p:extLst',
    {},
    element(
      'p:ext',
      { uri: EXTENSION },
      element(
        'p14:sectionLst',
        { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' },
        ...list,
      ),
    ),
  )
}

/** The same section has the same id in every build. */
function guid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').toUpperCase()
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`
}
